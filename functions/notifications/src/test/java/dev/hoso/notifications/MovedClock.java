package dev.hoso.notifications;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands until it is moved. */
public final class MovedClock implements InstantSource {
  private volatile Instant now = Instant.parse("2026-11-23T07:30:05Z");

  @Override
  public Instant instant() {
    return now;
  }

  public void advance(Duration by) {
    now = now.plus(by);
  }
}
