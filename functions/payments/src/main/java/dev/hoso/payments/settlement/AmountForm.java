package dev.hoso.payments.settlement;

import dev.hoso.core.Invalid;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Currency;
import java.util.regex.Pattern;

/** How a file writes amounts. */
final class AmountForm {
  /** What an amount counts. */
  enum Unit {
    /** The currency itself: đồng, pounds. */
    MAJOR("major"),
    /** The currency's smallest unit: đồng, pence. */
    SMALLEST("smallest"),
    /** Hundredths, also of a currency that has none, as VNPAY's calls count. */
    HUNDREDTHS("hundredths");

    private final String code;

    Unit(String code) {
      this.code = code;
    }

    static String[] codes() {
      return Arrays.stream(values()).map(unit -> unit.code).toArray(String[]::new);
    }

    static Unit of(String code) {
      return Arrays.stream(values())
          .filter(unit -> unit.code.equals(code))
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException("No unit: " + code));
    }

    private int decimals(String currency) {
      int own = Currency.getInstance(currency).getDefaultFractionDigits();
      return switch (this) {
        case MAJOR -> own;
        case SMALLEST -> 0;
        case HUNDREDTHS -> own - 2;
      };
    }
  }

  private final char decimal;
  private final String thousands;
  private final Unit unit;
  private final Pattern form;

  /**
   * A form.
   *
   * @param decimal what stands before a fraction
   * @param thousands what groups digits by three; empty where nothing does
   * @param unit what 1 is
   */
  AmountForm(char decimal, String thousands, Unit unit) {
    this.decimal = decimal;
    this.thousands = thousands;
    this.unit = unit;
    String fraction = "(" + Pattern.quote(String.valueOf(decimal)) + "\\d{1,6})?";
    String grouped =
        thousands.isEmpty() ? "" : "|\\d{1,3}(" + Pattern.quote(thousands) + "\\d{3}){1,5}";
    this.form = Pattern.compile("[+-]?(\\d{1,18}" + grouped + ")" + fraction);
  }

  /**
   * Reads an amount; never through a double, and never rounded.
   *
   * @param currency by ISO 4217, one that there is
   * @return in the currency's smallest unit; below 0 where the text is
   * @throws Invalid where it is none
   */
  long parse(String column, String text, String currency) {
    String plain = text.replace('\u00a0', ' ').replace('\u2212', '-').strip();
    if (!form.matcher(plain).matches()) {
      throw new Invalid(column, "is no amount as the mapping has it");
    }
    String digits = thousands.isEmpty() ? plain : plain.replace(thousands, "");
    try {
      return new BigDecimal(digits.replace(decimal, '.'))
          .movePointRight(unit.decimals(currency))
          .longValueExact();
    } catch (ArithmeticException e) {
      throw new Invalid(column, "is no whole number of the smallest unit of " + currency);
    }
  }
}
