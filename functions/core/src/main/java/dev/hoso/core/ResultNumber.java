package dev.hoso.core;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The number of an electronic result (mã kết quả): the dossier's code and the result's ordinal, as
 * Decree 45/2020/NĐ-CP art. 14 asks: {@code H26.15-261123-0042-KQ1}.
 *
 * @param ordinal from 1
 */
public record ResultNumber(DossierCode dossier, int ordinal) {
  private static final Pattern FORM = Pattern.compile("(?:(.+)-)?KQ([1-9]\\d{0,3})");

  /**
   * Reads the whole number, or {@code KQ1} alone.
   *
   * @param field the name to complain under
   * @param dossier whose result it must be
   * @throws Invalid when it is absent, no such number, or another dossier's
   */
  public static ResultNumber parse(String field, DossierCode dossier, @Nullable String text) {
    Matcher form = FORM.matcher(text == null ? "" : text.strip().toUpperCase(Locale.ROOT));
    if (!form.matches() || !(form.group(1) == null || form.group(1).equals(dossier.value()))) {
      throw new Invalid(field, "must be a result of this dossier, like KQ1 or " + dossier + "-KQ1");
    }
    return new ResultNumber(dossier, Integer.parseInt(form.group(2)));
  }

  /** The whole number. */
  public String value() {
    return dossier.value() + "-KQ" + ordinal;
  }

  @Override
  public String toString() {
    return value();
  }
}
