package dev.hoso.payments.settlement;

import dev.hoso.core.Invalid;
import dev.hoso.core.csv.Column;
import dev.hoso.core.csv.Records;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A settlement file, read line by line with its mapping. */
final class SettlementFile {
  /** Banks put titles above the names of the columns. */
  private static final int HEADER_WITHIN = 20;

  private static final String BYTE_ORDER_MARK = "\ufeff";

  private final Records records;
  private final LineReader reader;
  private final Map<String, Integer> header;

  private SettlementFile(Records records, LineReader reader, Map<String, Integer> header) {
    this.records = records;
    this.reader = reader;
    this.header = header;
  }

  /**
   * Opens a file, up to the line that names its columns.
   *
   * @throws Invalid where there is none, with the first column that is missing
   */
  static SettlementFile open(Reader content, Mapping mapping, LineReader reader)
      throws IOException {
    Records records = new Records(new TextLines(content), mapping.separator());
    List<String> wanted = mapping.columns();
    String missing = wanted.getFirst();
    boolean any = false;
    for (int line = 0; line < HEADER_WITHIN; line++) {
      Records.Found found = records.next();
      if (found == null) {
        break;
      }
      Map<String, Integer> header = header(found);
      List<String> lacking = wanted.stream().filter(name -> !header.containsKey(name)).toList();
      if (lacking.isEmpty()) {
        return new SettlementFile(records, reader, header);
      }
      if (!any || lacking.size() < wanted.size()) {
        missing = lacking.getFirst();
        any = true;
      }
    }
    throw new Invalid(missing, "is missing: no line names all columns of the mapping");
  }

  /** What the next line says; null at the end. */
  @Nullable Entry next() throws IOException {
    Records.Found found = records.next();
    if (found == null) {
      return null;
    }
    List<String> fields = found.fields();
    if (fields == null) {
      return new Entry.Unreadable(
          found.number(), "", "is no CSV: a quote is not closed, or the line has no end");
    }
    return reader.read(found.number(), header, fields);
  }

  private static Map<String, Integer> header(Records.Found found) {
    List<String> fields = found.fields() == null ? new ArrayList<>() : found.fields();
    Map<String, Integer> header = new HashMap<>();
    for (int at = 0; at < fields.size(); at++) {
      String name = Column.compared(fields.get(at).replace(BYTE_ORDER_MARK, ""));
      header.putIfAbsent(name, at);
    }
    return header;
  }
}
