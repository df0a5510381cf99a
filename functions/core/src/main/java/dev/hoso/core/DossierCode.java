package dev.hoso.core;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The code of a dossier (mã hồ sơ) as it stands on the appointment slip: the receiving agency's
 * code, the date of receipt, the day's number.
 *
 * <p>Two generations of agency codes are in use: {@code 000.00.01.H26-261123-0042} (Circular
 * 01/2018/TT-VPCP art. 19, agency by QCVN 102:2016) and {@code H26.15-261123-0042} (agency by
 * Decision 20/2020/QĐ-TTg, written from the top). The day's number has four digits or, on a busy
 * day, up to eight.
 */
public record DossierCode(String value) {
  private static final Pattern FORM =
      Pattern.compile(
          "(?:\\d{3}\\.\\d{2}\\.\\d{2}\\.[A-Z]\\d{2}|[A-Z]\\d{2}(?:\\.\\d{2,3}){1,3})"
              + "-(\\d{2})(\\d{2})(\\d{2})-\\d{4,8}");

  private static final String RULE =
      "must be an agency, the date received as yymmdd and a number of 4 to 8 digits, like"
          + " 000.00.01.H26-261123-0042 or H26.15-261123-0042";

  /**
   * Keeps what is right and nothing else.
   *
   * @throws IllegalArgumentException when the value is no such code
   */
  public DossierCode {
    if (dateIn(value) == null) {
      throw new IllegalArgumentException("a dossier code " + RULE);
    }
  }

  /**
   * Reads what a person or a system wrote; spaces around it and lower-case letters are forgiven.
   *
   * @param field the name to complain under
   * @throws Invalid when it is absent or no such code
   */
  public static DossierCode parse(String field, @Nullable String text) {
    String code = text == null ? "" : text.strip().toUpperCase(Locale.ROOT);
    if (dateIn(code) == null) {
      throw new Invalid(field, RULE);
    }
    return new DossierCode(code);
  }

  /** The day that the code says the dossier was received; the clock may have started later. */
  public LocalDate receivedOn() {
    LocalDate date = dateIn(value);
    if (date == null) {
      throw new IllegalStateException(value);
    }
    return date;
  }

  @Override
  public String toString() {
    return value;
  }

  private static @Nullable LocalDate dateIn(String code) {
    Matcher form = FORM.matcher(code);
    if (!form.matches()) {
      return null;
    }
    try {
      return LocalDate.of(2000 + number(form, 1), number(form, 2), number(form, 3));
    } catch (DateTimeException noSuchDay) {
      return null;
    }
  }

  private static int number(Matcher form, int group) {
    return Integer.parseInt(form.group(group));
  }
}
