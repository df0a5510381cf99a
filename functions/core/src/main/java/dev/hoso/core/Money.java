package dev.hoso.core;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Currency;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An amount of money, in its currency's smallest unit. The Vietnamese đồng (VND), in which almost
 * all fees are, has no smaller unit in use, so an amount of it is whole đồng; embassies' fees are
 * in pence or cents.
 *
 * @param amount 0 or more
 * @param currency by ISO 4217, in capitals
 */
public record Money(long amount, String currency) implements Comparable<Money> {
  /** The usual currency: what stands beside almost every amount in JSON. */
  public static final String CURRENCY = "VND";

  /** More than any fee of a city; what is above it is a broken message, not money. */
  public static final long MOST = 9_999_999_999_999L;

  /**
   * Keeps what is right and nothing else.
   *
   * @throws IllegalArgumentException when the amount is negative
   */
  public Money {
    if (amount < 0) {
      throw new IllegalArgumentException("an amount is never below 0, as is " + amount);
    }
  }

  /** An amount of đồng. */
  public Money(long amount) {
    this(amount, CURRENCY);
  }

  /**
   * Reads an amount that somebody is asked to pay or has paid, in đồng.
   *
   * @param field the amount's name to complain under; a complaint about the currency names the
   *     {@code currency} beside it
   * @param currency absent or VND
   * @throws Invalid when the amount is absent, below 1 or above {@link #MOST}, or the currency is
   *     another one
   */
  public static Money parse(String field, @Nullable Long amount, @Nullable String currency) {
    if (currency != null && !currency.equals(CURRENCY)) {
      throw new Invalid(beside(field, "currency"), "must be VND or absent");
    }
    if (amount == null || amount < 1 || amount > MOST) {
      throw new Invalid(field, "must be a whole number of đồng from 1 to " + MOST);
    }
    return new Money(amount);
  }

  /** As Vietnamese text has it: {@code 50.000đ}, {@code 1.234,50 GBP}. */
  public String vietnamese() {
    return currency.equals(CURRENCY)
        ? grouped().replace(',', '.') + "đ"
        : swapped(grouped()) + " " + currency;
  }

  /** As English text has it: {@code 50,000 VND}, {@code 1,234.50 GBP}. */
  public String english() {
    return grouped() + " " + currency;
  }

  @Override
  public int compareTo(Money other) {
    return Comparator.comparing(Money::currency)
        .thenComparingLong(Money::amount)
        .compare(this, other);
  }

  /** The name of another field of the same object: {@code fee.amount}, {@code fee.currency}. */
  private static String beside(String field, String other) {
    return field.substring(0, field.lastIndexOf('.') + 1) + other;
  }

  private String grouped() {
    int decimals =
        currency.equals(CURRENCY) ? 0 : Currency.getInstance(currency).getDefaultFractionDigits();
    return String.format(Locale.ROOT, "%,." + decimals + "f", BigDecimal.valueOf(amount, decimals));
  }

  private static String swapped(String grouped) {
    return grouped.replace('.', ' ').replace(',', '.').replace(' ', ',');
  }
}
