package dev.hoso.notifications.gates;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hoso.core.DynamoForTests;
import dev.hoso.core.Settings;
import dev.hoso.core.dynamo.Table;
import dev.hoso.notifications.Gate;
import dev.hoso.notifications.Kind;
import dev.hoso.notifications.Manners;
import dev.hoso.notifications.Message;
import dev.hoso.notifications.MovedClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ProviderPaceTest {
  private static final Table TABLE = DynamoForTests.table("Allowances");
  private static final Instant NOW = Instant.parse("2026-11-23T07:30:05Z");
  private final String name = UUID.randomUUID().toString();
  private final List<Duration> waited = new ArrayList<>();
  private final MovedClock clock = new MovedClock();

  @Test
  void howeverManyRemindersThereAreACodeFindsItsToken() {
    ProviderPace pace = pace(4);
    sent(pace, "fee-reminder", 10);
    waited.clear();

    assertThat(pace.at(message("payment-confirmed"), clock.instant())).isEqualTo(Gate.Open.OPEN);
    assertThat(pace.at(message("one-time-code"), clock.instant())).isEqualTo(Gate.Open.OPEN);
    assertThat(waited).isEmpty();
  }

  @Test
  void howeverMuchHasJustHappenedACodeFindsItsToken() {
    ProviderPace pace = pace(4);
    sent(pace, "payment-confirmed", 10);
    waited.clear();

    assertThat(pace.at(message("one-time-code"), clock.instant())).isEqualTo(Gate.Open.OPEN);
    assertThat(waited).isEmpty();
  }

  @Test
  void aShortWaitIsSatOutAndALongOneLeftToTheNextMinute() {
    ProviderPace pace = pace(4);
    assertThat(pace.at(message("dossier-received"), clock.instant())).isEqualTo(Gate.Open.OPEN);
    sent(pace, "dossier-received", 4);
    assertThat(waited)
        .isNotEmpty()
        .allSatisfy(it -> assertThat(it).isLessThan(Duration.ofSeconds(1)));

    ProviderPace slow = pace(1);
    sent(slow, "one-time-code", 4);
    Gate.Passage passage = slow.at(message("fee-reminder"), clock.instant());
    assertThat(passage).isInstanceOf(Gate.Wait.class);
    assertThat(((Gate.Wait) passage).reason())
        .isEqualTo("The provider takes only so many at a time");
  }

  @Test
  void whoSendsMuchTakesSeveralAtOnceAndLosesWhatItDoesNotUse() {
    Portions fast = new Portions(new TokenBucket(TABLE, name, 100, 40));
    TokenBucket seen = new TokenBucket(TABLE, name, 100, 40);
    fast.take(Kind.PAYMENT, NOW);
    fast.take(Kind.PAYMENT, NOW.plusMillis(10));
    // One, then a portion of ten, of which nine are in hand.
    assertThat(seen.take(30, 0, NOW.plusMillis(10))).isZero();

    for (int n = 0; n < 9; n++) {
      assertThat(fast.take(Kind.PAYMENT, NOW.plusMillis(20))).isZero();
    }
    assertThat(fast.take(Kind.PAYMENT, NOW.plusMillis(20))).isPositive();
  }

  @Test
  void whatWasTakenLongAgoIsNotUsed() {
    Portions fast = new Portions(new TokenBucket(TABLE, name, 100, 40));
    fast.take(Kind.PAYMENT, NOW);
    fast.take(Kind.PAYMENT, NOW.plusMillis(10));
    Instant later = NOW.plusSeconds(1);
    assertThat(new TokenBucket(TABLE, name, 100, 40).take(40, 0, later)).isZero();

    assertThat(fast.take(Kind.CODE, later)).isPositive();
  }

  @Test
  void aChannelWithoutAPaceIsAsFastAsItCanBe() {
    ProviderPace pace =
        ProviderPace.of(
            Settings.of(Map.of("HOSO_PER_SECOND_EMAIL", "1")), Manners.load(null), TABLE);

    for (int n = 0; n < 50; n++) {
      assertThat(pace.at(message("one-time-code"), clock.instant())).isEqualTo(Gate.Open.OPEN);
    }
  }

  private void sent(ProviderPace pace, String template, int count) {
    for (int n = 0; n < count; n++) {
      pace.at(message(template), clock.instant());
    }
  }

  private void pass(Duration time) {
    waited.add(time);
    clock.advance(time);
  }

  private ProviderPace pace(int perSecond) {
    Portions portions = Portions.of(TABLE, UUID.randomUUID().toString(), perSecond);
    return new ProviderPace(Manners.load(null), Map.of("sms", portions), this::pass);
  }

  private static Message message(String template) {
    return Letters.of("H26.15-261123-0042", "01", template, "sms", 1);
  }
}
