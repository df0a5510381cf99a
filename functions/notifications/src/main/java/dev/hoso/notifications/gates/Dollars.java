package dev.hoso.notifications.gates;

import dev.hoso.core.cityfile.BadCityFile;
import dev.hoso.core.cityfile.Row;
import java.math.BigDecimal;

/** US dollars as people write them, {@code 0.0001}, in whole millionths. */
final class Dollars {
  private static final String FORM = "\\d{1,9}(\\.\\d{1,6})?";

  private Dollars() {}

  /**
   * The millionths of an amount in a column.
   *
   * @throws BadCityFile when it is absent, no amount, or finer than a millionth
   */
  static long micros(Row row, String column) {
    String text = row.text(column);
    if (!text.matches(FORM)) {
      throw row.bad(column, "'" + text + "' is not an amount of dollars like 0.0001");
    }
    return micros(text);
  }

  /**
   * The millionths of an amount in a setting.
   *
   * @throws IllegalStateException naming the setting, where it is no amount
   */
  static long micros(String setting, String text) {
    if (!text.matches(FORM)) {
      throw new IllegalStateException(setting + " is not an amount of dollars like 12.50: " + text);
    }
    return micros(text);
  }

  private static long micros(String amount) {
    return new BigDecimal(amount).movePointRight(6).longValueExact();
  }
}
