package dev.hoso.notifications;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands until it is moved, or is set going. */
public final class MovedClock implements InstantSource {
  private volatile Instant now = Instant.parse("2026-11-23T07:30:05Z");
  private volatile long goingSince;

  @Override
  public Instant instant() {
    return goingSince == 0 ? now : now.plusNanos(System.nanoTime() - goingSince);
  }

  /** From now on it goes as clocks do. */
  public void go() {
    goingSince = System.nanoTime();
  }

  public void set(Instant to) {
    now = to;
  }

  public void advance(Duration by) {
    now = now.plus(by);
  }
}
