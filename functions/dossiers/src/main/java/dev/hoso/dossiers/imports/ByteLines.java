package dev.hoso.dossiers.imports;

import dev.hoso.core.csv.Lines;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a file from a byte on, with the byte at which each ends, so that reading can be left
 * off and gone on with. The charset is one in which a line break is a byte.
 */
final class ByteLines implements Lines {
  /** Far more than a dossier takes; what is longer is read over and not kept. */
  static final int LONGEST = 64 * 1024;

  private final InputStream in;
  private final Charset charset;
  private int number;
  private long place;

  /**
   * Reads from there on.
   *
   * @param in buffered, from that byte on
   * @param offset the byte at which a line begins
   * @param number of the line before it
   */
  ByteLines(InputStream in, Charset charset, long offset, int number) {
    this.in = in;
    this.charset = charset;
    this.place = offset;
    this.number = number;
  }

  @Override
  public @Nullable Text next() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    int next = in.read();
    if (next < 0) {
      return null;
    }
    while (next >= 0 && next != '\n') {
      place++;
      if (line.size() <= LONGEST) {
        line.write(next);
      }
      next = in.read();
    }
    place += next < 0 ? 0 : 1;
    number++;
    return new Text(number, text(line), place);
  }

  private @Nullable String text(ByteArrayOutputStream line) {
    if (line.size() > LONGEST) {
      return null;
    }
    try {
      String text = charset.newDecoder().decode(ByteBuffer.wrap(line.toByteArray())).toString();
      return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    } catch (CharacterCodingException otherCharset) {
      return null;
    }
  }
}
