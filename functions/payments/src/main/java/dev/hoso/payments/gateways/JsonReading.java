package dev.hoso.payments.gateways;

import dev.hoso.payments.Anomaly.Kind;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads JSON strictly (RFC 8259): what libraries forgive, each in its own way, is refused, so that
 * what we check is what the gateway meant. Of a library it needs nothing: a webhook's cold start
 * loads these few classes instead.
 */
final class JsonReading {
  /** Deeper than any gateway's; what is deeper would end in a stack overflow. */
  private static final int DEEPEST = 32;

  /** Room for the objects of most gateways without growing. */
  private static final int USUAL_FIELDS = 32;

  private static final char REPLACEMENT = '\ufffd';
  private static final int LEAST_FOR_CONTROLS = 0x20;

  private final String text;
  private int at;

  private JsonReading(String text) {
    this.text = text;
  }

  static Json of(byte[] utf8) {
    return of(decoded(utf8));
  }

  static Json of(String text) {
    JsonReading reading = new JsonReading(text);
    Json value = reading.value(0);
    reading.skipSpace();
    if (reading.at < text.length()) {
      throw malformed("more after the end");
    }
    return value;
  }

  /** The JDK's fast decoder replaces what is not UTF-8; only where it may have, looks again. */
  private static String decoded(byte[] utf8) {
    String text = new String(utf8, StandardCharsets.UTF_8);
    if (text.indexOf(REPLACEMENT) < 0) {
      return text;
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
    } catch (CharacterCodingException e) {
      throw malformed("not UTF-8");
    }
  }

  private Json value(int depth) {
    if (depth > DEEPEST) {
      throw malformed("nested too deep");
    }
    return switch (next()) {
      case '{' -> object(depth);
      case '[' -> list(depth);
      case '"' -> new Json.Text(string());
      case 't' -> word("true", new Json.Flag(true));
      case 'f' -> word("false", new Json.Flag(false));
      case 'n' -> word("null", Json.Nothing.NOTHING);
      default -> number();
    };
  }

  private Json object(int depth) {
    Map<String, Json> fields = new LinkedHashMap<>(USUAL_FIELDS);
    at++;
    if (next() == '}') {
      at++;
      return new Json.Fields(fields);
    }
    do {
      if (next() != '"') {
        throw malformed("a name must be a text");
      }
      String name = string();
      expect(':');
      if (fields.put(name, value(depth + 1)) != null) {
        throw new Unreadable(Kind.DUPLICATE_NAME, "a name stands twice");
      }
    } while (more('}'));
    return new Json.Fields(fields);
  }

  private Json list(int depth) {
    List<Json> elements = new ArrayList<>();
    at++;
    if (next() == ']') {
      at++;
      return new Json.Elements(elements);
    }
    do {
      elements.add(value(depth + 1));
    } while (more(']'));
    return new Json.Elements(elements);
  }

  /** Whether a comma follows; else it must be the end. */
  private boolean more(char end) {
    if (next() == ',') {
      at++;
      return true;
    }
    expect(end);
    return false;
  }

  /** The position is a local one here: this is where the time goes. */
  private String string() {
    int start = ++at;
    int end = plainEnd(start);
    if (text.charAt(end) == '"') {
      at = end + 1;
      return text.substring(start, end);
    }
    return escaped(start, end);
  }

  /** Where a text's next quotation mark or escape is. */
  private int plainEnd(int from) {
    int length = text.length();
    for (int here = from; here < length; here++) {
      char character = text.charAt(here);
      if (character == '"' || character == '\\') {
        return here;
      }
      if (character < LEAST_FOR_CONTROLS) {
        throw malformed("a control character");
      }
    }
    throw malformed("a text without an end");
  }

  /** Goes on from the first escape, and takes what is between escapes as a whole. */
  private String escaped(int start, int firstEscape) {
    StringBuilder resolved = new StringBuilder(text.length() - start);
    boolean halves = false;
    int from = start;
    int end = firstEscape;
    while (text.charAt(end) == '\\') {
      resolved.append(text, from, end);
      at = end + 1;
      char meant = escape();
      halves |= Character.isSurrogate(meant);
      resolved.append(meant);
      from = at;
      end = plainEnd(from);
    }
    at = end + 1;
    String whole = resolved.append(text, from, end).toString();
    return halves ? wellFormed(whole) : whole;
  }

  private char escape() {
    char character = at < text.length() ? text.charAt(at++) : 0;
    return switch (character) {
      case '"', '\\', '/' -> character;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> codeUnit();
      default -> throw malformed("no such escape");
    };
  }

  private char codeUnit() {
    int unit = 0;
    for (int end = at + 4; at < end; at++) {
      int digit = at < text.length() ? Character.digit(text.charAt(at), 16) : -1;
      if (digit < 0 || text.charAt(at) > 'f') {
        throw malformed("no such escape");
      }
      unit = unit << 4 | digit;
    }
    return (char) unit;
  }

  /** Half of a surrogate pair has no bytes: nobody can have signed it. */
  private static String wellFormed(String text) {
    boolean half =
        text.codePoints()
            .anyMatch(it -> it >= Character.MIN_SURROGATE && it <= Character.MAX_SURROGATE);
    if (half) {
      throw malformed("half a character");
    }
    return text;
  }

  private Json number() {
    int start = at;
    skip('-');
    if (!skip('0')) {
      digits();
    }
    if (skip('.')) {
      digits();
    }
    if (skip('e') || skip('E')) {
      if (!skip('+')) {
        skip('-');
      }
      digits();
    }
    return new Json.Digits(text.substring(start, at));
  }

  private void digits() {
    int end = at;
    while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
      end++;
    }
    if (end == at) {
      throw malformed("no value");
    }
    at = end;
  }

  private boolean skip(char character) {
    boolean there = at < text.length() && text.charAt(at) == character;
    at += there ? 1 : 0;
    return there;
  }

  private Json word(String word, Json value) {
    if (!text.startsWith(word, at)) {
      throw malformed("no value");
    }
    at += word.length();
    return value;
  }

  private void expect(char character) {
    if (next() != character) {
      throw malformed("not " + character);
    }
    at++;
  }

  /** The next character that is no space, without taking it. */
  private char next() {
    skipSpace();
    if (at >= text.length()) {
      throw malformed("it ends too early");
    }
    return text.charAt(at);
  }

  private void skipSpace() {
    while (at < text.length() && isSpace(text.charAt(at))) {
      at++;
    }
  }

  private static boolean isSpace(char character) {
    return character == ' ' || character == '\n' || character == '\r' || character == '\t';
  }

  private static Unreadable malformed(String why) {
    return new Unreadable(Kind.MALFORMED, why);
  }
}
