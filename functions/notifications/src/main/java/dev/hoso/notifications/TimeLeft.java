package dev.hoso.notifications;

import com.amazonaws.services.lambda.runtime.Context;

/** What is left of the time that Lambda gives to an invocation. */
public record TimeLeft(Context context) {
  /** One message more must fit into it: its call, its two writes, and the claims of the rest. */
  private static final int ENOUGH_MILLIS = 8_000;

  /** Whether there is time to send one message more. */
  public boolean enough() {
    return context.getRemainingTimeInMillis() >= ENOUGH_MILLIS;
  }
}
