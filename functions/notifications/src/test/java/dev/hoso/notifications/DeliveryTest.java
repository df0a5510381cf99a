package dev.hoso.notifications;

import static dev.hoso.notifications.CityForTests.registered;
import static dev.hoso.notifications.DossierForTests.dossier;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hoso.core.Time;
import dev.hoso.core.dynamo.Item;
import dev.hoso.core.dynamo.Table;
import dev.hoso.core.lambda.Change;
import dev.hoso.notifications.ProvidersForTests.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeliveryTest {
  private static final Duration FIRST_GAP = Duration.ofSeconds(30);
  private final CityForTests city = new CityForTests();

  @AfterEach
  void close() {
    city.close();
  }

  @Test
  void aThrottledSmsHoldsBackNeitherTheEmailNorOtherDossiers() {
    city.providers.sns = to("+84912345678", Answer.THROTTLED);

    String answer = city.changed(registered(dossier()), other("0043"), other("0044"));

    assertThat(answer).isEqualTo("{\"batchItemFailures\":[]}");
    assertThat(city.providers.numbers()).containsExactly("+84900000043", "+84900000044");
    assertThat(city.providers.emails).hasSize(3);
    Item throttled = city.message("received", "sms");
    assertThat(throttled.text("status")).isEqualTo("claimed");
    assertThat(throttled.number("attempts")).isEqualTo(1);
    assertThat(throttled.text("failure")).isEqualTo("The SMS service takes no more at this pace");
    assertThat(throttled.text("owed")).isEqualTo("message");
    assertThat(throttled.text("due"))
        .isEqualTo(Time.sortable(city.clock.instant().plus(FIRST_GAP)));
  }

  @Test
  void whatWasNotTakenIsSentWhenItIsDueAndNotBefore() {
    city.providers.sns = form -> Answer.THROTTLED;
    city.changed(registered(dossier()));
    city.providers.sns = form -> Answer.TAKEN;

    city.clock.advance(FIRST_GAP.minusSeconds(1));
    city.minute();
    assertThat(city.providers.sms).isEmpty();

    city.clock.advance(Duration.ofSeconds(1));
    city.minute();
    city.minute();
    assertThat(city.providers.sms).hasSize(1);
    Item sent = city.message("received", "sms");
    assertThat(sent.text("status")).isEqualTo("sent");
    assertThat(sent.number("attempts")).isEqualTo(2);
    assertThat(sent.has("failure")).isFalse();
    assertThat(sent.has("due")).isFalse();
  }

  @Test
  void whatIsNeverTakenEndsAsFailed() {
    city.providers.ses = form -> Answer.DOWN;
    city.changed(registered(dossier()));

    for (int attempt = 2; attempt <= Retries.ATTEMPTS; attempt++) {
      assertThat(city.message("received", "email").text("status")).isEqualTo("claimed");
      city.clock.advance(Retries.gapAfter(attempt - 1).orElseThrow());
      city.minute();
    }

    Item failed = city.message("received", "email");
    assertThat(failed.text("status")).isEqualTo("failed");
    assertThat(failed.number("attempts")).isEqualTo(Retries.ATTEMPTS);
    assertThat(failed.text("failure")).isEqualTo("The e-mail service fails: ServiceUnavailable");
    assertThat(failed.has("due")).isFalse();
    assertThat(failed.has("owed")).isFalse();
  }

  @Test
  void whatIsRefusedForGoodFailsAtOnceAndTheRestGoesOn() {
    city.providers.sns = to("+84912345678", new Answer(400, "InvalidParameter", "PhoneNumber"));
    city.providers.ses = form -> new Answer(400, "MessageRejected", "Illegal content");

    city.changed(registered(dossier()), other("0043"));

    assertThat(city.message("received", "sms").text("status")).isEqualTo("failed");
    assertThat(city.message("received", "sms").text("failure"))
        .isEqualTo("The SMS service does not take this number");
    assertThat(city.message("received", "sms").has("due")).isFalse();
    assertThat(city.message("received", "email").text("failure"))
        .isEqualTo("The e-mail service rejects this message");
    assertThat(city.providers.numbers()).containsExactly("+84900000043");
  }

  @Test
  void aDeadProviderIsSparedAndTheOtherChannelSendsAll() {
    city.providers.sns = form -> Answer.DOWN;

    city.changed(registered(dossier()), other("0043"), other("0044"), other("0045"));

    assertThat(city.providers.emails).hasSize(4);
    // Two messages were tried, each twice by the SDK; then the provider was left alone.
    assertThat(city.providers.publishes).hasSize(4);
    Item spared = city.message("H26.15-261123-0045", "received", "sms");
    assertThat(spared.number("attempts")).isZero();
    assertThat(spared.text("failure")).isEqualTo("The provider takes nothing now");

    city.providers.sns = form -> Answer.TAKEN;
    city.clock.advance(FIRST_GAP);
    city.minute();
    assertThat(city.providers.sms).hasSize(4);
  }

  @Test
  void whatIsDueForADeadProviderWaitsWhileTheOtherChannelSends() {
    city.providers.sns = form -> Answer.DOWN;
    city.providers.ses = form -> Answer.DOWN;
    city.changed(registered(dossier()), other("0043"), other("0044"), other("0045"));
    city.providers.ses = form -> Answer.TAKEN;

    city.clock.advance(FIRST_GAP);
    city.minute();

    assertThat(city.providers.emails).hasSize(4);
    assertThat(city.providers.publishes).hasSize(8);
    assertThat(city.table.due("message", city.clock.instant(), 10)).isEmpty();
    assertThat(city.table.due("message", city.clock.instant().plus(Duration.ofHours(1)), 10))
        .hasSize(4);
  }

  @Test
  void aLineThatIsCutIsOneAttemptForUsAndTwoOnTheWire() {
    city.providers.sns = form -> Answer.CUT;

    city.changed(registered(dossier()));

    assertThat(city.message("received", "sms").text("failure"))
        .isEqualTo("The SMS service cannot be reached");
    assertThat(city.message("received", "sms").number("attempts")).isEqualTo(1);
    assertThat(city.providers.publishes).hasSize(2);
  }

  @Test
  void aProviderThatAnswersTooLateIsAskedOnceAndAgainWhenItIsDue() {
    CountDownLatch late = new CountDownLatch(1);
    city.providers.sns =
        form -> {
          await(late);
          return Answer.TAKEN;
        };

    city.changed(registered(dossier()));

    // The SDK did not repeat a call that may have been heard.
    assertThat(city.providers.publishes).hasSize(1);
    assertThat(city.message("received", "sms").text("failure"))
        .isEqualTo("The SMS service cannot be reached");
    assertThat(city.message("received", "email").text("status")).isEqualTo("sent");
    late.countDown();
  }

  @Test
  void whatHasWaitedLongestIsSentFirst() {
    city.providers.sns = form -> Answer.THROTTLED;
    for (String number : List.of("0043", "0044", "0045")) {
      city.changed(other(number));
      city.clock.advance(Rest.LENGTH);
    }
    city.providers.sns = form -> Answer.TAKEN;

    city.clock.advance(Duration.ofMinutes(1));
    city.minute();

    assertThat(city.providers.numbers())
        .containsExactly("+84900000043", "+84900000044", "+84900000045");
  }

  @Test
  void whenTheTimeIsNearlyOverTheRestWaitsForTheNextMinute() {
    city.providers.sns = form -> Answer.THROTTLED;
    city.changed(registered(dossier()));
    city.providers.sns = form -> Answer.TAKEN;
    city.clock.advance(FIRST_GAP);

    city.minute(7_999);
    assertThat(city.providers.sms).isEmpty();

    city.minute(8_000);
    assertThat(city.providers.sms).hasSize(1);
  }

  @Test
  void whatABatchHasNoTimeForIsSentInTheNextMinute() {
    assertThat(city.changed(7_999, registered(dossier()), other("0043"))).contains("[]");
    assertThat(city.providers.publishes).isEmpty();
    assertThat(city.message("received", "sms").number("attempts")).isZero();

    city.changed(registered(dossier()));
    city.minute();

    assertThat(city.providers.sms).hasSize(2);
    assertThat(city.providers.emails).hasSize(2);
  }

  @Test
  void aDatabaseThatFailsBringsTheChangeAgain() {
    city.table(new Table(city.table.dynamo(), "NoSuchTable"));

    assertThat(city.changed(registered(dossier())))
        .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"1\"}]}");
    assertThat(city.providers.sms).isEmpty();
    assertThatThrownBy(() -> city.minute()).isInstanceOf(RuntimeException.class);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Function<Map<String, String>, Answer> to(String number, Answer answer) {
    return form -> number.equals(form.get("PhoneNumber")) ? answer : Answer.TAKEN;
  }

  private static Change other(String number) {
    return registered(dossier("H26.15-261123-" + number).applicant("phone", "+8490000" + number));
  }
}
