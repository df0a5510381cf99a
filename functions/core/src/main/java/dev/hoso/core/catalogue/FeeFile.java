package dev.hoso.core.catalogue;

import dev.hoso.core.FilingChannel;
import dev.hoso.core.Invalid;
import dev.hoso.core.Money;
import dev.hoso.core.cityfile.CityFile;
import dev.hoso.core.cityfile.Row;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rows of {@code fees.csv}, kept with their line for complaints that need the procedures. */
final class FeeFile {
  /** No fee is smaller: the portal's 45 or 100 are thousands whose unit was dropped. */
  private static final long LEAST = 1_000;

  private record Line(Row row, String procedure, Fee fee) {}

  private final List<Line> lines;

  private FeeFile(List<Line> lines) {
    this.lines = lines;
  }

  static FeeFile read(@Nullable Path cityFolder) {
    List<Line> lines = new ArrayList<>();
    for (Row row :
        CityFile.read(
            cityFolder, "fees.csv", "procedure", "channel", "valid_from", "amount", "basis")) {
      Line line = new Line(row, row.text("procedure"), fee(row));
      requireNew(line, lines);
      lines.add(line);
    }
    return new FeeFile(lines);
  }

  List<Fee> of(String procedure) {
    return lines.stream()
        .filter(line -> line.procedure().equals(procedure))
        .map(Line::fee)
        .toList();
  }

  void requireProcedures(Set<String> known) {
    for (Line line : lines) {
      if (!known.contains(line.procedure())) {
        throw line.row().bad("procedure", line.procedure() + " is not in procedures.csv");
      }
    }
  }

  private static Fee fee(Row row) {
    return new Fee(channel(row), amount(row), row.date("valid_from"), row.text("basis"));
  }

  private static FilingChannel channel(Row row) {
    try {
      return FilingChannel.parse("channel", row.text("channel"));
    } catch (Invalid unknown) {
      throw row.bad("channel", unknown.faults().getFirst().rule());
    }
  }

  private static long amount(Row row) {
    long amount = row.number("amount");
    if (amount != 0 && (amount < LEAST || amount > Money.MOST)) {
      throw row.bad("amount", amount + " is neither 0 nor at least 1000 đồng: is the unit right?");
    }
    return amount;
  }

  private static void requireNew(Line line, List<Line> above) {
    FilingChannel channel = line.fee().channel();
    LocalDate from = line.fee().validFrom();
    boolean twice =
        above.stream()
            .filter(other -> other.procedure().equals(line.procedure()))
            .map(Line::fee)
            .anyMatch(fee -> fee.channel() == channel && fee.validFrom().equals(from));
    if (twice) {
      throw line.row().bad("valid_from", "a fee of this channel from this day stands above");
    }
  }
}
