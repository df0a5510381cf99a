package dev.hoso.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class RestTest {
  private static final Instant NOW = Instant.parse("2026-11-23T07:30:05Z");
  private final Rest rest = new Rest();

  @Test
  void oneFailureIsTheMessagesFault() {
    rest.failed(NOW);

    assertThat(rest.at(NOW)).isFalse();
  }

  @Test
  void twoFailuresInARowAreTheProviders() {
    rest.failed(NOW);
    rest.failed(NOW);

    assertThat(rest.at(NOW)).isTrue();
    assertThat(rest.at(NOW.plus(Rest.LENGTH).minusMillis(1))).isTrue();
    assertThat(rest.at(NOW.plus(Rest.LENGTH))).isFalse();
  }

  @Test
  void aClockThatWasPutBackMakesNoRestLonger() {
    rest.failed(NOW);
    rest.failed(NOW);

    assertThat(rest.at(NOW.minusSeconds(60))).isFalse();
    assertThat(rest.failing(NOW.minusSeconds(120))).isFalse();
  }

  @Test
  void failuresWithASuccessBetweenThemAreNotInARow() {
    rest.failed(NOW);
    rest.worked();
    rest.failed(NOW);

    assertThat(rest.at(NOW)).isFalse();
  }
}
