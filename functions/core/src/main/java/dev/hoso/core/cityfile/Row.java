package dev.hoso.core.cityfile;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One line of a city's file, read column by column; every complaint says where. */
public final class Row {
  /** What a decoder puts in place of bytes that mean nothing. */
  private static final char NOT_UTF_8 = '\ufffd';

  private final String file;
  private final NamedCsvRecord fields;

  Row(String file, NamedCsvRecord fields) {
    this.file = file;
    this.fields = fields;
  }

  /**
   * What stands in the column without the spaces around it; empty when nothing does. Letters come
   * composed (NFC): the same name looks alike in the decomposed form of some editors and is not.
   *
   * @throws BadCityFile when the file is not in UTF-8, as Excel's plain "CSV" is not
   */
  public String optional(String column) {
    String text = fields.getField(column).strip();
    if (text.indexOf(NOT_UTF_8) >= 0) {
      throw bad(column, "is not in UTF-8");
    }
    return Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  /**
   * What stands in the column.
   *
   * @throws BadCityFile when nothing stands in the column
   */
  public String text(String column) {
    String text = optional(column);
    if (text.isEmpty()) {
      throw bad(column, "is empty and must not be");
    }
    return text;
  }

  /**
   * A date as {@code 2026-11-24}.
   *
   * @throws BadCityFile when it is absent or no date
   */
  public LocalDate date(String column) {
    String text = text(column);
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException notADate) {
      throw bad(column, "'" + text + "' is not a date like 2026-11-24");
    }
  }

  /**
   * A whole number of 0 or more, without separators.
   *
   * @throws BadCityFile when it is absent or no such number
   */
  public long number(String column) {
    String text = text(column);
    if (!text.matches("\\d{1,15}")) {
      throw bad(column, "'" + text + "' is not a whole number like 50000");
    }
    return Long.parseLong(text);
  }

  /** As {@link #number}, or null when nothing stands in the column: not known. */
  public @Nullable Integer days(String column) {
    if (optional(column).isEmpty()) {
      return null;
    }
    long days = number(column);
    if (days > 3660) {
      throw bad(column, days + " days are more than ten years");
    }
    return (int) days;
  }

  /**
   * A yes or a no.
   *
   * @throws BadCityFile when it is neither {@code yes} nor {@code no}
   */
  public boolean yes(String column) {
    return oneOf(column, "yes", "no").equals("yes");
  }

  /**
   * One of a few words.
   *
   * @throws BadCityFile when it is none of the allowed values
   */
  public String oneOf(String column, String... allowed) {
    String text = text(column);
    for (String value : allowed) {
      if (value.equals(text)) {
        return text;
      }
    }
    throw bad(column, "'" + text + "' is not one of " + String.join(", ", allowed));
  }

  /** The complaint that this row's column breaks a rule. */
  public BadCityFile bad(String column, String rule) {
    String line = ", line " + fields.getStartingLineNumber();
    return new BadCityFile(file + line + ", column " + column, rule);
  }
}
