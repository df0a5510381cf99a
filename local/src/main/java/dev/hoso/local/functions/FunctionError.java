package dev.hoso.local.functions;

/** A function threw, or could not be loaded. */
public final class FunctionError extends Exception {
  private final String type;

  public FunctionError(Throwable cause) {
    super(String.valueOf(cause.getMessage()), cause);
    this.type = cause.getClass().getName();
  }

  /** The class of what was thrown, as Lambda's {@code errorType}. */
  public String type() {
    return type;
  }
}
