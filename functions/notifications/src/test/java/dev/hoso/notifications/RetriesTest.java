package dev.hoso.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RetriesTest {
  @Test
  void theFirstGapIsShortAndEveryNextOneIsLonger() {
    assertThat(Retries.gapAfter(1)).contains(Duration.ofSeconds(30));
    assertThat(LongStream.range(1, Retries.ATTEMPTS).mapToObj(Retries::gapAfter))
        .extracting(Optional::orElseThrow)
        .isSorted()
        .doesNotHaveDuplicates();
  }

  @Test
  void afterTheLastAttemptThereIsNone() {
    assertThat(Retries.gapAfter(Retries.ATTEMPTS - 1)).isPresent();
    assertThat(Retries.gapAfter(Retries.ATTEMPTS)).isEmpty();
    assertThat(Retries.gapAfter(Retries.ATTEMPTS + 1)).isEmpty();
  }

  @Test
  void aProviderMayBeDeadForADayAndNotLonger() {
    Duration all =
        LongStream.range(1, Retries.ATTEMPTS)
            .mapToObj(attempts -> Retries.gapAfter(attempts).orElseThrow())
            .reduce(Duration.ZERO, Duration::plus);

    assertThat(all).isBetween(Duration.ofHours(24), Duration.ofHours(30));
  }
}
