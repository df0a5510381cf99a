package dev.hoso.local.functions;

import java.time.Duration;

/** A function did not answer in time. It may still be at work: a thread cannot be killed. */
public final class FunctionTimeout extends Exception {
  public FunctionTimeout(String function, Duration after) {
    super(function + " did not answer within " + after.toMillis() + " ms");
  }
}
