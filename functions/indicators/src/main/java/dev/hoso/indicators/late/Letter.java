package dev.hoso.indicators.late;

/** What an office is written. */
public record Letter(String subject, String text) {
  /** A text whose first line is the subject. */
  static Letter of(String text) {
    int end = text.indexOf('\n');
    return new Letter(text.substring(0, end).strip(), text.substring(end).strip() + "\n");
  }
}
