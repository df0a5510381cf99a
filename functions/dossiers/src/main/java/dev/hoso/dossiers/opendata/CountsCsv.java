package dev.hoso.dossiers.opendata;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The open data as CSV: what is left out is empty. */
final class CountsCsv {
  private CountsCsv() {}

  static byte[] of(List<Row> rows) {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().build(text)) {
      csv.writeRecord(Row.COLUMNS);
      rows.forEach(row -> csv.writeRecord(fields(row)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static List<String> fields(Row row) {
    Cell cell = row.cell();
    List<String> fields =
        new ArrayList<>(List.of(cell.day().toString(), cell.procedure(), cell.unit()));
    row.counts().forEach(count -> fields.add(count == null ? "" : count.toString()));
    return fields;
  }
}
