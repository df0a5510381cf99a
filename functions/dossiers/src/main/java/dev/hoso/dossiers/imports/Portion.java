package dev.hoso.dossiers.imports;

import dev.hoso.core.Invalid;
import dev.hoso.core.csv.Lines;
import dev.hoso.core.csv.Records;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Some records of a file, which are kept in memory at a time.
 *
 * @param end where the next record begins, in bytes
 * @param line the number of the last line
 * @param last whether nothing follows
 */
record Portion(
    String headerLine,
    Header header,
    List<Records.Found> records,
    long end,
    int line,
    boolean last) {
  private static final int MOST = 2_000;
  private static final long MOST_BYTES = 4 * 1024 * 1024;

  /**
   * Reads one.
   *
   * @throws Invalid where the file's first line does not fit its mapping
   */
  static Portion read(ImportBucket.Content content, Progress from, Mapping mapping)
      throws IOException {
    ByteLines lines = new ByteLines(content.in(), mapping.charset(), from.offset(), from.line());
    String headerLine = from.header() == null ? first(lines) : from.header();
    Header header = Header.of(headerLine, mapping);
    Records records = new Records(lines, header.separator());
    List<Records.Found> found = new ArrayList<>();
    long end = from.offset();
    int line = from.line();
    Records.Found next = records.next();
    while (next != null) {
      found.add(next);
      end = next.end();
      line = next.last().number();
      boolean full = found.size() == MOST || end - from.offset() >= MOST_BYTES;
      if (full) {
        return new Portion(headerLine, header, found, end, line, end >= content.size());
      }
      next = records.next();
    }
    return new Portion(headerLine, header, found, content.size(), line, true);
  }

  private static String first(ByteLines lines) throws IOException {
    Lines.Text first = lines.next();
    String line = first == null ? null : first.line();
    if (line == null) {
      throw new Invalid("file", "has no first line that can be read by its mapping's charset");
    }
    return line;
  }
}
