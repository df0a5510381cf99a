package dev.hoso.notifications;

import static dev.hoso.notifications.DossierForTests.dossier;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hoso.core.dynamo.Item;
import dev.hoso.core.dynamo.Table;
import dev.hoso.core.lambda.Change;
import dev.hoso.notifications.ProvidersForTests.Answer;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is still to be done is said once, then once more, and never after it was done. */
class RemindersTest {
  private static final String FIRST = "reminder 1 of status 6 at 2";
  private static final String SECOND = "reminder 2 of status 6 at 2";
  private final CityForTests city = new CityForTests();

  @AfterEach
  void close() {
    city.close();
  }

  @Test
  void anUnpaidFeeIsRemindedOfAfterThreeDaysAndAfterSeven() {
    feeIsDue();
    assertThat(reminders()).isZero();
    assertThat(city.message(FIRST, "sms").text("owed")).isEqualTo("message-reminder");
    assertThat(city.message(FIRST, "sms").text("kind")).isEqualTo("reminder");
    assertThat(city.message(FIRST, "sms").text("failure"))
        .isEqualTo("Sent if it is still to be done by then");

    days(3);
    assertThat(city.texts().getLast())
        .isEqualTo(
            "Ho so H26.15-261123-0042 chua nop 50.000d. Chi nop tren cong dich vu cong hoac tai"
                + " Chi nhanh Trung tam Phuc vu hanh chinh cong so 1.");
    assertThat(reminders()).isEqualTo(1);
    assertThat(city.message(FIRST, "email").text("status")).isEqualTo("sent");

    days(4);
    assertThat(reminders()).isEqualTo(2);
    days(30);
    assertThat(reminders()).isEqualTo(2);
  }

  @Test
  void missingPapersAreRemindedOfAfterFiveDaysAndAfterTen() {
    DossierForTests papers = dossier().status(5, 2).with("statusReason", "Thieu don.");
    city.becomes(dossier(), papers);
    city.minutes(3);

    days(5);
    assertThat(city.texts().getLast()).contains("chua duoc bo sung giay to", "Thieu don.");
    days(5);
    assertThat(city.texts()).hasSize(3);
    days(30);
    assertThat(city.texts()).hasSize(3);
  }

  @Test
  void whoPaysIsNotReminded() {
    feeIsDue();

    city.becomes(due(), dossier().status(4, 3).payment("TT1", "paid"));

    for (String channel : new String[] {"sms", "email"}) {
      for (String reminder : new String[] {FIRST, SECOND}) {
        Item called = city.message(reminder, channel);
        assertThat(called.text("status")).isEqualTo("suppressed");
        assertThat(called.text("failure")).isEqualTo("It was done, or is not asked for any more");
        assertThat(called.has("due") || called.has("owed")).isFalse();
      }
    }
    days(30);
    assertThat(reminders()).isZero();
  }

  @Test
  void whosePaymentWasHeardOfLateIsNotRemindedEither() {
    feeIsDue();
    // The stream has not brought it yet.
    city.written(dossier().status(4, 3).payment("TT1", "paid"));

    days(3);

    assertThat(reminders()).isZero();
    assertThat(city.message(FIRST, "sms").text("status")).isEqualTo("suppressed");
  }

  @Test
  void aReminderCalledOffBetweenItsLookAtTheDossierAndItsSendingIsNotSent() {
    feeIsDue();
    city.clock.advance(Duration.ofDays(3));
    DossierForTests paid = dossier().status(4, 3).payment("TT1", "paid");
    Table table = city.table;
    // Its first write is the claim, its second what it says now.
    city.table(CutClient.before(table, 2, () -> elsewhere(due(), paid)));

    city.minute();

    assertThat(reminders()).isZero();
    assertThat(city.message(FIRST, "sms").text("status")).isEqualTo("suppressed");
  }

  @Test
  void aFeeThatIsAskedForNoMoreIsNotRemindedOfAndAnewOneIs() {
    feeIsDue();
    city.becomes(due(), dossier().status(6, 2).payment("TT1", "cancelled"));
    DossierForTests anew =
        dossier().status(6, 2).payment("TT1", "cancelled").payment("TT2", "pending", 80_000, 9);
    city.becomes(dossier().status(6, 2).payment("TT1", "cancelled"), anew);

    days(3);
    assertThat(city.texts().getLast()).contains("chua nop 80.000d");

    city.becomes(
        anew,
        dossier().status(6, 2).payment("TT1", "cancelled").payment("TT2", "cancelled", 80_000, 9));
    days(4);
    assertThat(reminders()).isEqualTo(1);
  }

  @Test
  void aStatusThatIsEnteredAnewIsRemindedOfAnew() {
    feeIsDue();
    DossierForTests left = dossier().status(4, 3).payment("TT1", "pending");
    city.becomes(due(), left);
    city.becomes(left, dossier().status(6, 4).payment("TT1", "pending"));
    city.minutes(3);

    days(3);

    assertThat(reminders()).isEqualTo(1);
    assertThat(city.message("reminder 1 of status 6 at 4", "sms").text("status")).isEqualTo("sent");
  }

  @Test
  void itGoesWhereThePersonIsReachedByThen() {
    feeIsDue();
    city.written(due().applicant("phone", "+84987654321").applicant("language", "en"));

    days(3);

    assertThat(city.providers.numbers().getLast()).isEqualTo("+84987654321");
    assertThat(city.texts().getLast()).startsWith("Dossier H26.15-261123-0042: 50,000 VND");
    assertThat(city.message(FIRST, "sms").text("to")).isEqualTo("+84987654321");
  }

  @Test
  void whoAgreesNoMoreIsNotReminded() {
    feeIsDue();
    city.written(due().applicant("consent", false));

    days(3);

    assertThat(reminders()).isZero();
  }

  @Test
  void atNightItWaitsForTheMorning() {
    city.clock.set(Instant.parse("2026-11-23T15:30:00Z"));
    feeIsDue();
    city.clock.set(Instant.parse("2026-11-26T15:33:00Z"));
    city.minute();
    assertThat(city.texts()).isEmpty();
    assertThat(city.message(FIRST, "sms").text("failure")).isEqualTo("Quiet hours, 22:00 to 07:00");

    city.clock.set(Instant.parse("2026-11-27T00:30:00Z"));
    city.minute();
    assertThat(city.message(FIRST, "sms").text("status")).isEqualTo("sent");
  }

  @Test
  void oneThatCouldNotBeSentForTwoDaysIsLeftToTheNext() {
    feeIsDue();
    city.clock.advance(Duration.ofDays(5).plusSeconds(1));
    city.minute();

    assertThat(reminders()).isZero();
    assertThat(city.message(FIRST, "sms").text("failure"))
        .isEqualTo("It came too late to be of use");
    days(2);
    assertThat(reminders()).isEqualTo(1);
  }

  @Test
  void aProviderThatFailsForAnHourDelaysItAndThePaymentInThatHourEndsIt() {
    feeIsDue();
    city.providers.sns = form -> Answer.DOWN;
    city.clock.advance(Duration.ofDays(3));
    city.minute();
    city.becomes(due(), dossier().status(4, 3).payment("TT1", "paid"));
    city.providers.sns = form -> Answer.TAKEN;

    city.minutes(60);

    assertThat(reminders()).isZero();
  }

  private void feeIsDue() {
    city.becomes(dossier().payment("TT1", "pending"), due());
    city.minutes(3);
  }

  private static DossierForTests due() {
    return dossier().status(6, 2).payment("TT1", "pending");
  }

  private void days(int days) {
    for (int part = 0; part < 4 * days; part++) {
      city.clock.advance(Duration.ofHours(6));
      city.minute();
    }
  }

  private long reminders() {
    return city.texts().stream()
        .filter(it -> it.contains("chua nop") || it.contains("not paid yet"))
        .count();
  }

  private void elsewhere(DossierForTests before, DossierForTests after) {
    city.written(after);
    city.changedElsewhere(new Change(before.item(), after.item()));
  }
}
