package dev.hoso.core.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The records of a CSV file, one after the other. A line that cannot be read costs that line: a
 * quote that nobody closed does not swallow what follows, and neither does a line without end.
 */
public final class Records {
  /** A field may have line breaks in it, but not that many. */
  private static final int MOST_LINES = 20;

  private final Lines lines;
  private final char separator;
  private final Deque<Lines.Text> ahead = new ArrayDeque<>();

  public Records(Lines lines, char separator) {
    this.lines = lines;
    this.separator = separator;
  }

  /**
   * A record.
   *
   * @param number of the line where it begins, from 1
   * @param fields null where it cannot be read
   * @param last its last line
   */
  public record Found(int number, @Nullable List<String> fields, Lines.Text last) {
    /** Where the next record begins. */
    public long end() {
      return last.end();
    }
  }

  /** The next record; null at the end. Empty lines are none. */
  public @Nullable Found next() throws IOException {
    Lines.Text first = line();
    while (first != null && first.blank()) {
      first = line();
    }
    return first == null ? null : found(first);
  }

  private Found found(Lines.Text first) throws IOException {
    StringBuilder text = new StringBuilder();
    List<Lines.Text> more = new ArrayList<>();
    Lines.Text last = first;
    while (last != null && last.line() != null) {
      text.append(more.isEmpty() ? "" : "\n").append(last.line());
      List<String> fields = fields(text.toString(), separator);
      if (fields != null) {
        return new Found(first.number(), fields, last);
      }
      last = more.size() < MOST_LINES ? line() : null;
      if (last != null) {
        more.add(last);
      }
    }
    // What follows is read for itself.
    more.reversed().forEach(ahead::push);
    return new Found(first.number(), null, first);
  }

  /** The fields of one record; null where it is none. */
  public static @Nullable List<String> fields(String text, char separator) {
    try {
      return CsvReader.builder()
          .fieldSeparator(separator)
          .skipEmptyLines(false)
          .allowUnclosedQuote(false)
          .ofSingleCsvRecord(text)
          .getFields();
    } catch (CsvParseException e) {
      return null;
    }
  }

  private Lines.@Nullable Text line() throws IOException {
    Lines.Text put = ahead.poll();
    return put == null ? lines.next() : put;
  }
}
