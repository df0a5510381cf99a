package dev.hoso.local.providers;

/** A refusal in the provider's own words. */
final class QueryError extends Exception {
  private final int status;
  private final String code;

  QueryError(int status, String code, String message) {
    super(message);
    this.status = status;
    this.code = code;
  }

  int status() {
    return status;
  }

  String code() {
    return code;
  }
}
