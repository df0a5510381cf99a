package dev.hoso.local.template;

import java.time.Instant;

/** When a schedule calls its function. */
public sealed interface Timing permits Rate, Cron {
  /** When it calls first, for who starts to look at this moment. */
  Instant first(Instant now);

  /** When it calls next, after a call at this moment. */
  Instant after(Instant now);
}
