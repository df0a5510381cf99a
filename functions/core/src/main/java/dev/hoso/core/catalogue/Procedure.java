package dev.hoso.core.catalogue;

import dev.hoso.core.FilingChannel;
import dev.hoso.core.Name;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * An administrative procedure (thủ tục hành chính) of the national catalogue.
 *
 * @param code the national code, {@code 1.004222}
 * @param field what it belongs to (lĩnh vực), such as civil status
 * @param level {@code commune} or {@code province}: who settles it since 1/7/2025
 * @param fees every known fee of every channel, also those of the past
 * @param workingDays the time it may take (ngày làm việc), null when it is not known or counted
 *     otherwise
 * @param returnsDocument whether its result is a paper, and so can be an electronic one
 * @param feeBeforeResult whether the result waits for the fee
 * @param note what the figures do not say; may be empty
 */
public record Procedure(
    String code,
    Name name,
    Name field,
    String level,
    List<Fee> fees,
    @Nullable Integer workingDays,
    boolean returnsDocument,
    boolean feeBeforeResult,
    String note) {
  public Procedure {
    fees = List.copyOf(fees);
  }

  /**
   * The fee on a day, in whole đồng; empty when it is not known, which is not zero: the portal's 0
   * often stands for "set by the People's Council".
   */
  public OptionalLong feeFor(FilingChannel channel, LocalDate on) {
    return fees.stream()
        .filter(fee -> fee.channel() == channel && !fee.validFrom().isAfter(on))
        .max(Comparator.comparing(Fee::validFrom))
        .map(fee -> OptionalLong.of(fee.amount()))
        .orElseGet(OptionalLong::empty);
  }
}
