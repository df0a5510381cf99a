package dev.hoso.results.api;

import dev.hoso.core.web.Body;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Objects;

/**
 * Why something that cannot be undone is to be done, and who decided it.
 *
 * @param by a role, never a person's name
 */
record Why(String reason, String by) {
  private static final int LONGEST_REASON = 500;
  private static final int LONGEST_ROLE = 100;

  /** It, as it is sent. */
  @Schema(name = "Why")
  record SentWhy(
      @Schema(description = "Why it is done", maxLength = LONGEST_REASON) String reason,
      @Schema(
              description = "The role that decided it, never a person's name",
              maxLength = LONGEST_ROLE)
          String by) {}

  /**
   * Reads it.
   *
   * @throws dev.hoso.core.Invalid with every fault of it
   */
  static Why read(Body body) {
    String reason = body.requiredLine("reason", LONGEST_REASON);
    String by = body.requiredLine("by", LONGEST_ROLE);
    body.check();
    return new Why(Objects.requireNonNull(reason), Objects.requireNonNull(by));
  }

  /** Without the reason, in which somebody may be named: a record's text ends up in logs. */
  @Override
  public String toString() {
    return "Why[" + by + "]";
  }
}
