package dev.hoso.payments.settlement;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The records of a CSV file, one after the other. A line that cannot be read costs that line: a
 * quote that nobody closed does not swallow what follows, and neither does a line without end.
 */
final class Records {
  /** A field may have line breaks in it, but not that many. */
  private static final int MOST_LINES = 20;

  private static final int LONGEST_LINE = 64 * 1024;

  private final Reader reader;
  private final char separator;
  private final Deque<Text> ahead = new ArrayDeque<>();
  private int number;
  private boolean afterReturn;

  /** A reader that is buffered. */
  Records(Reader reader, char separator) {
    this.reader = reader;
    this.separator = separator;
  }

  /**
   * A record.
   *
   * @param number where it begins, from 1
   * @param fields null where it cannot be read
   */
  record Found(int number, @Nullable List<String> fields) {}

  private record Text(int number, String line, boolean whole) {}

  /** The next record; null at the end. Empty lines are none. */
  @Nullable Found next() throws IOException {
    Text first = line();
    while (first != null && first.line().isBlank()) {
      first = line();
    }
    if (first == null) {
      return null;
    }
    return new Found(first.number(), fields(first));
  }

  private @Nullable List<String> fields(Text first) throws IOException {
    StringBuilder text = new StringBuilder(first.line());
    List<Text> more = new ArrayList<>();
    boolean whole = first.whole();
    while (whole) {
      List<String> fields = parse(text.toString());
      if (fields != null) {
        return fields;
      }
      Text next = more.size() < MOST_LINES ? line() : null;
      if (next == null) {
        break;
      }
      more.add(next);
      whole = next.whole();
      text.append('\n').append(next.line());
    }
    // What follows is read for itself.
    more.reversed().forEach(ahead::push);
    return null;
  }

  private @Nullable List<String> parse(String text) {
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

  private @Nullable Text line() throws IOException {
    Text put = ahead.poll();
    return put == null ? read() : put;
  }

  private @Nullable Text read() throws IOException {
    StringBuilder line = new StringBuilder();
    int length = 0;
    int character = reader.read();
    if (afterReturn && character == '\n') {
      character = reader.read();
    }
    afterReturn = false;
    if (character < 0) {
      return null;
    }
    while (character >= 0 && character != '\n' && character != '\r') {
      length++;
      if (length <= LONGEST_LINE) {
        line.append((char) character);
      }
      character = reader.read();
    }
    afterReturn = character == '\r';
    number++;
    return new Text(number, line.toString(), length <= LONGEST_LINE);
  }
}
