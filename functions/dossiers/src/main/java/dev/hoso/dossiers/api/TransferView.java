package dev.hoso.dossiers.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hoso.core.Time;
import dev.hoso.dossiers.transfers.UnitTransfer;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The move of all open dossiers of a unit to another one.
 *
 * @param from the unit that is no more
 * @param to the unit that stands for it
 * @param role who is responsible for the dossiers there; the roles as they were where it is not
 *     said
 * @param moved how many dossiers were moved; those of a portion that was cut off are not counted
 * @param left how many are not moved yet; not in lists
 * @param doneAt when it was certain that none is left
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "UnitTransfer")
record TransferView(
    String id,
    String from,
    String to,
    String reason,
    @Nullable String role,
    @Schema(
            type = "string",
            allowableValues = {"running", "done"})
        String status,
    @Schema(format = "date-time") String createdAt,
    long moved,
    @Nullable Long left,
    @Nullable @Schema(format = "date-time") String doneAt) {
  static TransferView of(UnitTransfer it, @Nullable Long left) {
    return new TransferView(
        it.id(),
        it.from(),
        it.to(),
        it.reason(),
        it.role(),
        it.status(),
        Time.text(it.createdAt()),
        it.moved(),
        left,
        Time.textOrNull(it.doneAt()));
  }

  /**
   * What begins a transfer.
   *
   * @param to code of the unit that stands for it from now on
   * @param reason why, such as the decision's number; it is kept with each dossier
   * @param role who is responsible for the dossiers there; the roles as they were where it is not
   *     said
   */
  @Schema(name = "UnitTransferRequest")
  record Request(String to, String reason, @Nullable String role) {}

  /** Transfers. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  @Schema(name = "UnitTransfers")
  record All(List<TransferView> transfers) {}
}
