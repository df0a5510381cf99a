package dev.hoso.local;

/** Why the system cannot start here; its message says what to do and is shown without a trace. */
public final class StartupProblem extends RuntimeException {
  public StartupProblem(String message) {
    super(message);
  }

  public StartupProblem(String message, Throwable cause) {
    super(message, cause);
  }
}
