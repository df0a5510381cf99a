package dev.hoso.notifications.announcements;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of a list.
 *
 * @param number from 1
 * @param text null where it is not in UTF-8 or far too long
 * @param end where the next one begins, in bytes
 */
record ListLine(long number, @Nullable String text, long end) {
  /** More than a name, an address and a number take; what is longer is not kept in memory. */
  static final int LONGEST = 4_096;

  boolean blank() {
    return text != null && text.isBlank();
  }

  /** Reads lines, at most so many. */
  static List<ListLine> read(InputStream in, long offset, long number, int most)
      throws IOException {
    List<ListLine> lines = new ArrayList<>();
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    long start = offset;
    long place = offset;
    while (lines.size() < most) {
      int next = in.read();
      place += next < 0 ? 0 : 1;
      if (next == '\n' || (next < 0 && place > start)) {
        lines.add(new ListLine(number + lines.size() + 1, text(line), place));
        line.reset();
        start = place;
      } else if (next >= 0 && line.size() <= LONGEST) {
        line.write(next);
      }
      if (next < 0) {
        break;
      }
    }
    return lines;
  }

  private static @Nullable String text(ByteArrayOutputStream line) {
    try {
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(line.toByteArray()))
              .toString();
      return line.size() > LONGEST ? null : text.replaceFirst("\r$", "");
    } catch (CharacterCodingException notUtf8) {
      return null;
    }
  }
}
