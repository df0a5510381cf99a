package dev.hoso.notifications.codes;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** At most so many within a time, whenever that time begins. */
record Limit(int most, Duration within) {
  /** Whether there may be one more now. */
  boolean allows(List<Instant> times, Instant now) {
    return times.stream().filter(time -> counts(time, now)).count() < most;
  }

  /** Clocks differ a little: one that lies ahead counts like one that lies back. */
  boolean counts(Instant time, Instant now) {
    return Duration.between(time, now).abs().compareTo(within) < 0;
  }
}
