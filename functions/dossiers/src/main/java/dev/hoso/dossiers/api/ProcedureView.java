package dev.hoso.dossiers.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hoso.core.Name;
import dev.hoso.core.catalogue.Fee;
import dev.hoso.core.catalogue.Procedure;
import io.micronaut.serde.annotation.SerdeImport;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An administrative procedure.
 *
 * @param level commune or province: who settles it
 * @param fees every known fee; no fee of a channel means that it is not known, which is not zero
 * @param workingDays how long it may take; left out where it is not known or counted otherwise
 * @param returnsDocument whether its result is a paper
 * @param feeBeforeResult whether the result waits for the fee
 */
@Serdeable
@SerdeImport(Name.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Procedure")
record ProcedureView(
    String code,
    Name name,
    Name field,
    String level,
    List<FeeView> fees,
    @Nullable Integer workingDays,
    boolean returnsDocument,
    boolean feeBeforeResult) {

  static ProcedureView of(Procedure procedure) {
    return new ProcedureView(
        procedure.code(),
        procedure.name(),
        procedure.field(),
        procedure.level(),
        procedure.fees().stream().map(FeeView::of).toList(),
        procedure.workingDays(),
        procedure.returnsDocument(),
        procedure.feeBeforeResult());
  }

  /**
   * What a procedure costs on a channel.
   *
   * @param amount whole đồng; 0 is a known exemption
   * @param validFrom the first day on which it is asked
   */
  @Serdeable
  @Schema(name = "Fee")
  record FeeView(String channel, long amount, @Schema(format = "date") String validFrom) {
    static FeeView of(Fee fee) {
      return new FeeView(fee.channel().code(), fee.amount(), fee.validFrom().toString());
    }
  }

  /** Procedures. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  @Schema(name = "Procedures")
  record All(List<ProcedureView> procedures) {}
}
