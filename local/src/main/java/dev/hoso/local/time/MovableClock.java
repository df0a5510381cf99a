package dev.hoso.local.time;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Real time, moved by as much as somebody asked for. It goes on from wherever it is put. */
public final class MovableClock implements InstantSource {
  private volatile Duration ahead = Duration.ZERO;

  @Override
  public Instant instant() {
    return Instant.now().plus(ahead);
  }

  public void advance(Duration by) {
    ahead = ahead.plus(by);
  }

  public void set(Instant now) {
    ahead = Duration.between(Instant.now(), now);
  }

  /** Back to real time. */
  public void reset() {
    ahead = Duration.ZERO;
  }
}
