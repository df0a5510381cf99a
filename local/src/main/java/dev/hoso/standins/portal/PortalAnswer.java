package dev.hoso.standins.portal;

/**
 * What it answers.
 *
 * @param status of HTTP; 0 where the connection is closed without a word
 */
public record PortalAnswer(int status, String body) {
  /** No answer. */
  static final PortalAnswer NONE = new PortalAnswer(0, "");

  static PortalAnswer error500() {
    return new PortalAnswer(500, "<h1>Internal Server Error</h1>");
  }
}
