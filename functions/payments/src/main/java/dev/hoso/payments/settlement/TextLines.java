package dev.hoso.payments.settlement;

import dev.hoso.core.csv.Lines;
import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/** The lines of a settlement file, however they end. */
final class TextLines implements Lines {
  private static final int LONGEST_LINE = 64 * 1024;

  private final Reader reader;
  private int number;
  private boolean afterReturn;
  private long place;

  /** A reader that is buffered. */
  TextLines(Reader reader) {
    this.reader = reader;
  }

  @Override
  public @Nullable Text next() throws IOException {
    StringBuilder line = new StringBuilder();
    int length = 0;
    int character = read();
    if (afterReturn && character == '\n') {
      character = read();
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
      character = read();
    }
    afterReturn = character == '\r';
    number++;
    return new Text(number, length <= LONGEST_LINE ? line.toString() : null, place);
  }

  private int read() throws IOException {
    int character = reader.read();
    place += character < 0 ? 0 : 1;
    return character;
  }
}
