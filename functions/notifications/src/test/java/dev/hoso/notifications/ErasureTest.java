package dev.hoso.notifications;

import static dev.hoso.notifications.CityForTests.registered;
import static dev.hoso.notifications.DossierForTests.dossier;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hoso.core.dynamo.Item;
import dev.hoso.core.lambda.Change;
import dev.hoso.notifications.ProvidersForTests.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a citizen was told is forgotten on request, and that it was told is not. */
class ErasureTest {
  private static final Set<String> PERSONAL = Set.of("to", "subject", "text", "html");
  private static final Instant ERASED_AT = Instant.parse("2026-11-24T02:00:00Z");
  private final CityForTests city = new CityForTests();

  @AfterEach
  void close() {
    city.close();
  }

  @Test
  void whatIsPersonalGoesAndTheRestStays() {
    city.changed(registered(dossier()));
    Item before = city.message("received", "sms");
    city.clock.advance(Duration.ofDays(1));

    city.changed(erasure());

    Item sms = city.message("received", "sms");
    assertThat(sms.attributes().keySet()).doesNotContainAnyElementsOf(PERSONAL);
    assertThat(city.message("received", "email").attributes().keySet())
        .doesNotContainAnyElementsOf(PERSONAL);
    assertThat(sms.time("erasedAt")).isEqualTo(ERASED_AT);
    // What the dossier's page reads of a message.
    assertThat(sms.text("channel")).isEqualTo("sms");
    assertThat(sms.text("fact")).isEqualTo("received");
    assertThat(sms.text("status")).isEqualTo("sent");
    assertThat(sms.time("at")).isEqualTo(before.time("at"));
    assertThat(sms.time("sentAt")).isEqualTo(before.time("sentAt"));
    assertThat(sms.number("segments")).isEqualTo(1);
    assertThat(sms.number("expires")).isEqualTo(before.number("expires"));
  }

  @Test
  void whatWaitedIsNotSentAnyMore() {
    city.providers.sns = form -> Answer.THROTTLED;
    city.changed(registered(dossier()));
    city.providers.sns = form -> Answer.TAKEN;

    city.changed(erasure());
    city.clock.advance(Duration.ofHours(1));
    city.minute();

    assertThat(city.providers.sms).isEmpty();
    Item sms = city.message("received", "sms");
    assertThat(sms.text("status")).isEqualTo("suppressed");
    assertThat(sms.text("failure")).isEqualTo("The applicant's data was erased");
    assertThat(sms.has("owed")).isFalse();
    assertThat(sms.has("due")).isFalse();
    assertThat(sms.has("to")).isFalse();
  }

  @Test
  void whatWasNeverSentKeepsItsReason() {
    city.changed(registered(dossier().applicant("consent", false)));

    city.changed(erasure());

    assertThat(city.message("received", "sms").text("failure"))
        .isEqualTo("The applicant has not agreed to be told");
    assertThat(city.message("received", "sms").has("text")).isFalse();
  }

  @Test
  void whatComesAgainChangesNothing() {
    city.changed(registered(dossier()));
    city.changed(erasure());
    Item erased = city.message("received", "sms");
    city.clock.advance(Duration.ofMinutes(1));

    city.changed(erasure(), erasure());

    assertThat(city.message("received", "sms")).isEqualTo(erased);
  }

  @Test
  void anErasureThatWasLostIsMadeUpForByTheNextChange() {
    city.changed(registered(dossier()));

    city.changed(new Change(erased(2).item(), erased(3).item()));

    assertThat(city.message("received", "email").has("html")).isFalse();
  }

  @Test
  void nothingIsToldAfterwards() {
    city.changed(erasure());
    city.changed(
        new Change(erased(2).item(), erased(3).payment("TT1", "paid").result(1, "issued").item()));

    assertThat(city.providers.sms).isEmpty();
    assertThat(city.providers.emails).isEmpty();
    assertThat(city.table.query("dossier", "H26.15-261123-0042")).isEmpty();
  }

  @Test
  void otherDossiersMessagesStayAsTheyAre() {
    city.changed(registered(dossier()), registered(dossier("H26.15-261123-0043")));

    city.changed(erasure());

    assertThat(city.message("H26.15-261123-0043", "received", "sms").text("to"))
        .isEqualTo("+84912345678");
  }

  @Test
  void whoSendsMeanwhileBringsNothingBack() {
    Messages messages = new Messages(city.table, Duration.ofDays(1), Manners.load(null));
    Message message = MessageForTests.received(city.clock.instant());
    Claim claim = messages.claim(message, city.clock.instant()).orElseThrow();

    city.changed(erasure());
    messages.sent(claim, "provider-1", 0, null, city.clock.instant());
    messages.notNow(claim, "later", city.clock.instant(), city.clock.instant());

    Item sms = city.message("received", "sms");
    assertThat(sms.text("status")).isEqualTo("suppressed");
    assertThat(sms.attributes().keySet()).doesNotContainAnyElementsOf(PERSONAL);
    assertThat(sms.has("due")).isFalse();
  }

  @Test
  void anErasureAndASenderThatMeetLeaveABlankMessage() {
    for (int n = 0; n < 20; n++) {
      String code = "H26.15-261123-10" + (10 + n);
      // Too late for all of it: the messages wait.
      city.changed(7_999, registered(dossier(code)));
      city.clock.advance(Duration.ofMinutes(1));

      try (ExecutorService both = Executors.newVirtualThreadPerTaskExecutor()) {
        both.submit(() -> city.minute());
        both.submit(
            () ->
                city.changed(
                    new Change(dossier(code).item(), dossier(code).erased(ERASED_AT).item())));
      }

      Item sms = city.message(code, "received", "sms");
      assertThat(sms.attributes().keySet()).doesNotContainAnyElementsOf(PERSONAL);
      assertThat(sms.text("status")).isIn("sent", "suppressed");
      assertThat(sms.has("due")).isFalse();
    }
  }

  private static Change erasure() {
    return new Change(dossier().item(), erased(2).item());
  }

  private static DossierForTests erased(long version) {
    return dossier().status(10, version).erased(ERASED_AT);
  }
}
