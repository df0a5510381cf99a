package dev.hoso.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hoso.core.DynamoForTests;
import dev.hoso.core.Settings;
import dev.hoso.core.dynamo.Item;
import dev.hoso.notifications.gates.Prices;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What stands between a message and its provider. */
class GatesTest {
  private final MovedClock clock = new MovedClock();
  private final Messages messages =
      new Messages(DynamoForTests.table("Messages"), Duration.ofDays(1), Manners.load(null));
  private final List<Message> sent = new ArrayList<>();
  private final Deque<Gate.Passage> answers = new ArrayDeque<>();
  private final Addresses addresses =
      new Addresses(
          DynamoForTests.table("Addresses"),
          new ContactHash(
              Settings.of(
                  Map.of(
                      "AWS_REGION", "ap-southeast-1",
                      "HOSO_ADDRESSES_KEY", "unused: no contact is closed"))),
          Duration.ofDays(1));
  private final Delivery delivery =
      new Delivery(
          messages,
          addresses,
          List.of(new Taker()),
          List.of((message, now) -> answers.poll()),
          List.of(),
          Prices.load(null),
          clock);

  @Test
  void whatMustWaitIsSentWhenItsTimeHasComeAndWaitingIsNoAttempt() {
    Instant then = clock.instant().plusSeconds(600);
    answers.add(new Gate.Wait(then, "Quiet hours"));
    answers.add(new Gate.Wait(then.plusSeconds(60), "The budget is used up"));
    answers.add(Gate.Open.OPEN);

    delivery.first(MessageForTests.received(clock.instant()));
    assertThat(only().text("failure")).isEqualTo("Quiet hours");
    assertThat(only().number("attempts")).isZero();
    clock.advance(Duration.ofSeconds(600));
    minute();
    assertThat(only().text("failure")).isEqualTo("The budget is used up");
    assertThat(only().number("attempts")).isZero();
    assertThat(sent).isEmpty();
    clock.advance(Duration.ofSeconds(60));
    minute();

    assertThat(sent).hasSize(1);
    assertThat(only().text("status")).isEqualTo("sent");
    assertThat(only().number("attempts")).isEqualTo(1);
    assertThat(only().has("due")).isFalse();
  }

  @Test
  void whatMayNotBeSentIsKeptWithTheReason() {
    answers.add(new Gate.Closed("Opted out"));

    delivery.first(MessageForTests.received(clock.instant()));

    assertThat(only().text("status")).isEqualTo("suppressed");
    assertThat(only().text("failure")).isEqualTo("Opted out");
    assertThat(only().has("due")).isFalse();
    assertThat(sent).isEmpty();
  }

  @Test
  void whatMayNoLongerBeSentIsNotSentAgain() {
    answers.add(new Gate.Wait(clock.instant(), "Quiet hours"));
    answers.add(new Gate.Closed("Opted out"));
    delivery.first(MessageForTests.received(clock.instant()));

    minute();

    assertThat(only().text("status")).isEqualTo("suppressed");
    assertThat(only().has("owed") || only().has("due")).isFalse();
    assertThat(sent).isEmpty();
  }

  private void minute() {
    messages.due("message", clock.instant(), 10).forEach(delivery::again);
  }

  private Item only() {
    return messages.of("H26.15-261123-0042").getFirst();
  }

  /** A provider that takes everything. */
  private final class Taker implements Channel {
    @Override
    public String name() {
      return "sms";
    }

    @Override
    public Optional<Recipient> recipient(Applicant applicant) {
      return Optional.empty();
    }

    @Override
    public Wording write(Fact fact, Letter letter) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Sending send(Message message) {
      sent.add(message);
      return new Sending.Taken("provider-" + sent.size());
    }
  }
}
