package dev.hoso.local.template;

import java.time.Duration;
import java.time.Instant;

/** At a steady rate, the first time at once: {@code rate(1 minute)}. */
public record Rate(Duration every) implements Timing {
  @Override
  public Instant first(Instant now) {
    return now;
  }

  @Override
  public Instant after(Instant now) {
    return now.plus(every);
  }
}
