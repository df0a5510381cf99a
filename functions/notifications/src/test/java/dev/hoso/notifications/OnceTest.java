package dev.hoso.notifications;

import static dev.hoso.notifications.CityForTests.registered;
import static dev.hoso.notifications.DossierForTests.dossier;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hoso.core.dynamo.Item;
import dev.hoso.notifications.ProvidersForTests.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One fact, one message: whatever is repeated, raced or cut off. */
class OnceTest {
  private final CityForTests city = new CityForTests();

  @AfterEach
  void close() {
    city.close();
  }

  @Test
  void aHundredDeliveriesOfOneChangeAreOneSmsAndOneEmail() {
    race(100, () -> city.changed(registered(dossier())));

    assertThat(city.providers.sms).hasSize(1);
    assertThat(city.providers.emails).hasSize(1);
    assertThat(city.message("received", "sms").text("status")).isEqualTo("sent");
    assertThat(city.message("received", "email").text("status")).isEqualTo("sent");
  }

  @Test
  void aMessageThatIsDueIsSentByOneOfManyExecutions() {
    city.providers.sns = form -> Answer.THROTTLED;
    city.changed(registered(dossier()));
    city.providers.sns = form -> Answer.TAKEN;
    city.clock.advance(Retries.gapAfter(1).orElseThrow());

    race(20, city::minute);

    assertThat(city.providers.sms).hasSize(1);
    assertThat(city.message("received", "sms").number("attempts")).isEqualTo(2);
  }

  @Test
  void killedBetweenClaimAndSendItIsSentOnceTheLeaseIsOver() {
    city.channels(channel -> new ChangedChannel(channel, message -> kill()));
    assertThatThrownBy(() -> city.changed(registered(dossier()))).isInstanceOf(Kill.class);
    city.channels(channel -> channel);

    city.changed(registered(dossier()));
    city.minute();
    assertThat(city.providers.sms).as("the lease is not over").isEmpty();
    assertThat(city.providers.emails).as("it was not claimed").hasSize(1);

    city.clock.advance(Retries.LEASE);
    city.minute();
    city.minute();
    assertThat(city.providers.sms).hasSize(1);
    assertThat(city.message("received", "sms").text("status")).isEqualTo("sent");
  }

  @Test
  void killedBetweenSendAndMarkItIsRepeatedOnceUnderTheSameIdentity() throws Exception {
    city.channels(channel -> new ChangedChannel(channel, message -> kill(channel.send(message))));
    assertThatThrownBy(() -> city.changed(registered(dossier()))).isInstanceOf(Kill.class);
    assertThatThrownBy(() -> city.changed(registered(dossier()))).isInstanceOf(Kill.class);
    city.channels(channel -> channel);

    city.changed(registered(dossier()));
    city.clock.advance(Retries.LEASE);
    city.minute();
    city.minute();

    assertThat(city.providers.sms).hasSize(2);
    assertThat(city.providers.sms.get(1)).isEqualTo(city.providers.sms.get(0));
    assertThat(city.providers.emails).hasSize(2);
    assertThat(city.providers.emails.get(0).getMessageID())
        .matches("<[0-9a-f]{32}@example\\.gov\\.vn>")
        .isEqualTo(city.providers.emails.get(1).getMessageID())
        .contains(city.providers.emails.get(0).getHeader("X-Hoso-Message", null));
    assertThat(city.message("received", "email").text("status")).isEqualTo("sent");
  }

  @Test
  void aMessageThatKillsEveryTimeEndsAsFailed() {
    city.channels(channel -> new ChangedChannel(channel, message -> kill()));
    assertThatThrownBy(() -> city.changed(registered(dossier().without("email"))))
        .isInstanceOf(Kill.class);
    for (int attempt = 2; attempt <= Retries.ATTEMPTS; attempt++) {
      city.clock.advance(Retries.LEASE);
      assertThatThrownBy(city::minute).isInstanceOf(Kill.class);
    }

    city.clock.advance(Retries.LEASE);
    city.minute();

    Item failed = city.message("received", "sms");
    assertThat(failed.text("status")).isEqualTo("failed");
    assertThat(failed.text("failure")).isEqualTo("Sending was broken off every time");
  }

  @Test
  void aMessageThatBreaksOurCodeHoldsBackNoOther() {
    city.providers.sns = form -> Answer.THROTTLED;
    city.providers.ses = form -> new Answer(400, "Throttling", "Maximum sending rate exceeded");
    city.changed(registered(dossier()));
    city.providers.ses = form -> Answer.TAKEN;
    city.channels(
        channel ->
            channel.name().equals("sms") ? new ChangedChannel(channel, OnceTest::broken) : channel);

    city.clock.advance(Retries.gapAfter(1).orElseThrow());
    city.minute();

    assertThat(city.providers.emails).hasSize(1);
    assertThat(city.message("received", "sms").text("status")).isEqualTo("claimed");
  }

  @Test
  void aSenderWhoseLeaseIsOverStillSaysThatItSentButNotThatItFailed() {
    Messages messages = new Messages(city.table, Duration.ofDays(1), Manners.load(null));
    Message message = message();
    Claim slow = messages.claim(message, city.clock.instant()).orElseThrow();
    city.clock.advance(Retries.LEASE);
    Item due = messages.due("message", city.clock.instant(), 1).getFirst();
    assertThat(messages.claimAgain(due, city.clock.instant()).written()).isTrue();

    messages.failed(slow, "too slow", city.clock.instant());
    assertThat(city.table.get(message.key()).text("status")).isEqualTo("claimed");

    messages.sent(slow, "id", 0, null, city.clock.instant());
    assertThat(city.table.get(message.key()).text("status")).isEqualTo("sent");
  }

  private static Message message() {
    return MessageForTests.received(Instant.EPOCH);
  }

  private static void race(int racers, Runnable run) {
    CountDownLatch start = new CountDownLatch(1);
    try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int n = 0; n < racers; n++) {
        executor.submit(
            () -> {
              start.await();
              run.run();
              return null;
            });
      }
      start.countDown();
    }
  }

  private static Sending kill(Sending... before) {
    throw new Kill();
  }

  private static Sending broken(Message message) {
    throw new IllegalStateException("a fault of ours");
  }

  /** The process ends here. */
  private static final class Kill extends Error {}
}
