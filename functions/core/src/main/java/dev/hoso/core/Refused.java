package dev.hoso.core;

/**
 * What was asked for cannot be done, though it was well said. Nothing has been changed when this is
 * thrown.
 *
 * <p>Becomes a problem (RFC 9457) whose type is {@code urn:hoso:problem:<type>}.
 */
public final class Refused extends RuntimeException {
  private final int status;
  private final String type;
  private final String detail;

  /**
   * A refusal.
   *
   * @param status the HTTP status: 404, 409, 412, 422 …
   * @param type stable name of this kind of refusal, for programs: {@code unknown-dossier}
   * @param detail what is wrong and what to do, for people
   */
  public Refused(int status, String type, String detail) {
    super(detail);
    this.status = status;
    this.type = type;
    this.detail = detail;
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** What is wrong and what to do. */
  public String detail() {
    return detail;
  }

  /** The stable name of this kind of refusal. */
  public String type() {
    return type;
  }
}
