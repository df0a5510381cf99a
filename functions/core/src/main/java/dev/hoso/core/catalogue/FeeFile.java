package dev.hoso.core.catalogue;

import dev.hoso.core.FilingChannel;
import dev.hoso.core.Invalid;
import dev.hoso.core.Money;
import dev.hoso.core.cityfile.CityFile;
import dev.hoso.core.cityfile.Row;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rows of {@code fees.csv}, kept with their line for complaints that need the procedures. */
final class FeeFile {
  /** No fee is smaller: the portal's 45 or 100 are thousands whose unit was dropped. */
  private static final long LEAST = 1_000;

  private record Line(Row row, Fee fee) {
    boolean repeats(Fee other) {
      return fee.channel() == other.channel() && fee.validFrom().equals(other.validFrom());
    }
  }

  private final Map<String, List<Line>> byProcedure;

  private FeeFile(Map<String, List<Line>> byProcedure) {
    this.byProcedure = byProcedure;
  }

  static FeeFile read(@Nullable Path cityFolder) {
    Map<String, List<Line>> byProcedure = new LinkedHashMap<>();
    for (Row row :
        CityFile.read(
            cityFolder, "fees.csv", "procedure", "channel", "valid_from", "amount", "basis")) {
      add(row, byProcedure.computeIfAbsent(row.text("procedure"), code -> new ArrayList<>()));
    }
    return new FeeFile(byProcedure);
  }

  List<Fee> of(String procedure) {
    return byProcedure.getOrDefault(procedure, List.of()).stream().map(Line::fee).toList();
  }

  void requireProcedures(Set<String> known) {
    byProcedure.forEach(
        (procedure, lines) -> {
          if (!known.contains(procedure)) {
            throw lines.getFirst().row().bad("procedure", procedure + " is not in procedures.csv");
          }
        });
  }

  private static void add(Row row, List<Line> above) {
    Line line = new Line(row, fee(row));
    if (above.stream().anyMatch(other -> other.repeats(line.fee()))) {
      throw row.bad("valid_from", "a fee of this channel from this day stands above");
    }
    above.add(line);
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
}
