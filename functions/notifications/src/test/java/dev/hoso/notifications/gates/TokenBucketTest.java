package dev.hoso.notifications.gates;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hoso.core.DynamoForTests;
import dev.hoso.core.dynamo.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TokenBucketTest {
  private static final Table TABLE = DynamoForTests.table("Allowances");
  private static final Instant NOW = Instant.parse("2026-11-23T07:30:05Z");

  @Test
  void itHoldsWhatItHoldsAndEarnsTheRest() {
    TokenBucket bucket = bucket(10, 4);

    for (int n = 0; n < 4; n++) {
      assertThat(bucket.take(1, 0, NOW)).isZero();
    }
    assertThat(bucket.take(1, 0, NOW)).isEqualTo(Duration.ofMillis(100));
    assertThat(bucket.take(1, 0, NOW.plusMillis(99))).isEqualTo(Duration.ofMillis(1));
    assertThat(bucket.take(1, 0, NOW.plusMillis(100))).isZero();
    assertThat(bucket.take(4, 0, NOW.plusSeconds(60))).isZero();
    assertThat(bucket.take(1, 0, NOW.plusSeconds(60))).isPositive();
  }

  @Test
  void whoMustLeaveSomethingFindsNothingWhereOthersStillDo() {
    TokenBucket bucket = bucket(10, 4);

    assertThat(bucket.take(1, 3, NOW)).isZero();
    assertThat(bucket.take(1, 3, NOW)).isEqualTo(Duration.ofMillis(100));
    assertThat(bucket.take(2, 1, NOW)).isZero();
    assertThat(bucket.take(1, 1, NOW)).isPositive();
    assertThat(bucket.take(1, 0, NOW)).isZero();
    assertThat(bucket.take(1, 0, NOW)).isPositive();
  }

  @Test
  void manyAtOnceGetNoMoreThanItHolds() {
    String name = UUID.randomUUID().toString();
    AtomicInteger taken = new AtomicInteger();

    try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
      IntStream.range(0, 60)
          .forEach(
              n ->
                  executor.execute(
                      () -> {
                        if (new TokenBucket(TABLE, name, 10, 20).take(1, 0, NOW).isZero()) {
                          taken.incrementAndGet();
                        }
                      }));
    }

    assertThat(taken).hasValue(20);
  }

  @Test
  void aClockThatWasPutBackByDaysStopsNothing() {
    TokenBucket bucket = bucket(10, 4);
    bucket.take(4, 0, NOW.plus(Duration.ofDays(2)));

    assertThat(bucket.take(1, 0, NOW)).isZero();
  }

  /** Of any time at all: what it held at its begin, and what it earned since. */
  @Property(tries = 25)
  void itNeverGivesMoreThanItsRate(
      @ForAll @Size(min = 5, max = 60) List<@IntRange(max = 400) Integer> gapsInMillis,
      @ForAll @IntRange(min = 1, max = 20) int perSecond,
      @ForAll @IntRange(min = 4, max = 8) int size) {
    TokenBucket bucket = bucket(perSecond, size);
    List<Instant> taken = new ArrayList<>();
    Instant now = NOW;
    for (int gap : gapsInMillis) {
      now = now.plusMillis(gap);
      if (bucket.take(1, gap % 3, now).isZero()) {
        taken.add(now);
      }
    }
    for (int from = 0; from < taken.size(); from++) {
      for (int to = from; to < taken.size(); to++) {
        double seconds = Duration.between(taken.get(from), taken.get(to)).toMillis() / 1000.0;
        assertThat(to - from + 1.0).isLessThanOrEqualTo(size + perSecond * seconds + 1e-6);
      }
    }
  }

  private static TokenBucket bucket(int perSecond, int size) {
    return new TokenBucket(TABLE, UUID.randomUUID().toString(), perSecond, size);
  }
}
