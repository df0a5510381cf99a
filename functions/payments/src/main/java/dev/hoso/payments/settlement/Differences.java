package dev.hoso.payments.settlement;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.hoso.core.JsonTypes;
import io.avaje.jsonb.JsonType;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The differences of a file, written as they are found: there may be as many as it has lines. */
final class Differences implements AutoCloseable {
  private static final JsonType<Difference> JSON = JsonTypes.of(Difference.class);
  private static final JsonType<Report> REPORTS = JsonTypes.of(Report.class);
  private static final JsonType<ReportSummary> SUMMARIES = JsonTypes.of(ReportSummary.class);

  private final Path csv;
  private final Path lines;
  private final CsvWriter csvWriter;
  private final BufferedWriter lineWriter;
  private final List<Difference> first = new ArrayList<>();
  private boolean closed;

  /** Two files in a folder that is there. */
  Differences(Path folder) throws IOException {
    this.csv = Files.createTempFile(folder, "differences", ".csv");
    this.lines = Files.createTempFile(folder, "differences", ".jsonl");
    this.csvWriter = CsvWriter.builder().build(csv);
    this.lineWriter = Files.newBufferedWriter(lines);
    csvWriter.writeRecord(Difference.COLUMNS);
  }

  void add(Difference difference) {
    try {
      csvWriter.writeRecord(difference.fields());
      lineWriter.write(JSON.toJson(difference));
      lineWriter.newLine();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (first.size() < ReportSummary.MOST) {
      first.add(difference);
    }
  }

  /** Takes no more, and gives the report in CSV. */
  Path csv() throws IOException {
    close();
    return csv;
  }

  /** The report in JSON, in a file beside. After {@link #csv}. */
  Path json(Report report) throws IOException {
    Path json = Files.createTempFile(csv.toAbsolutePath().getParent(), "report", ".json");
    try (Writer out = Files.newBufferedWriter(json);
        var differences = Files.lines(lines)) {
      out.write("{\"report\":" + REPORTS.toJson(report) + ",\"differences\":[");
      String before = "\n";
      for (String difference : (Iterable<String>) differences::iterator) {
        out.write(before + difference);
        before = ",\n";
      }
      out.write("\n]}\n");
    }
    return json;
  }

  /** The report with the first differences, in JSON. */
  String summary(Report report) {
    return SUMMARIES.toJson(new ReportSummary(report, first));
  }

  @Override
  public void close() throws IOException {
    if (!closed) {
      closed = true;
      csvWriter.close();
      lineWriter.close();
    }
  }
}
