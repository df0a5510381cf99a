package dev.hoso.core.csv;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The lines of a file, one after the other. */
public interface Lines {
  /**
   * A line.
   *
   * @param number from 1
   * @param line without its end; null where it cannot be read: too long, or in another charset
   * @param end where the next one begins, in whatever the file is counted
   */
  record Text(int number, @Nullable String line, long end) {
    boolean blank() {
      return line != null && line.isBlank();
    }
  }

  /** The next line; null at the end. */
  @Nullable Text next() throws IOException;
}
