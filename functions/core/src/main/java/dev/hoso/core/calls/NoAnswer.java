package dev.hoso.core.calls;

/**
 * Another system was called, and gave no answer that anything can be built on. What it was asked
 * for may have happened all the same.
 */
public final class NoAnswer extends RuntimeException {
  private static final long serialVersionUID = 1;

  NoAnswer(String why) {
    super(why);
  }
}
