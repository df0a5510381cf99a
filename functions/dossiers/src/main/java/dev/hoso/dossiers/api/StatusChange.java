package dev.hoso.dossiers.api;

import dev.hoso.core.DossierStatus;
import dev.hoso.core.web.Body;
import dev.hoso.dossiers.Command.ChangeStatus;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What changes a dossier's status.
 *
 * @param status the new one, by the national portal's codes
 * @param reason for the citizen to read
 * @param at when it changed; now where it is not said
 * @param dueAt a new promise; the old one stays where it is not said
 */
@Schema(name = "StatusChange")
record StatusChange(
    @Schema(minimum = "1", maximum = "10") int status,
    @Nullable String reason,
    @Nullable @Schema(format = "date-time") String at,
    @Nullable @Schema(format = "date-time") String dueAt) {
  private static final int LONGEST_REASON = 500;

  /**
   * Reads one.
   *
   * @throws dev.hoso.core.Invalid with every fault of it
   */
  static ChangeStatus read(Body body) {
    DossierStatus status = RegistrationReader.status(body);
    String reason = body.line("reason", LONGEST_REASON);
    Instant at = body.time("at");
    Instant dueAt = body.time("dueAt");
    body.check();
    return new ChangeStatus(Objects.requireNonNull(status), reason, at, dueAt);
  }
}
