package dev.hoso.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class TimeTest {
  @Test
  void nowIsTheSameBeforeAndAfterItWasStored() {
    Instant now = Time.now(InstantSource.fixed(Instant.parse("2026-11-23T07:30:05.987Z")));

    assertThat(now).isEqualTo(Instant.parse("2026-11-23T07:30:05Z"));
    assertThat(Time.instant(Time.text(now))).isEqualTo(now);
  }

  @Test
  void aTimeThatHasNotComeHasNoText() {
    assertThat(Time.textOrNull(null)).isNull();
    assertThat(Time.textOrNull(Instant.parse("2026-11-23T07:30:05Z")))
        .isEqualTo("2026-11-23T14:30:05+07:00");
  }
}
