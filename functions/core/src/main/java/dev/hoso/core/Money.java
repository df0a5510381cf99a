package dev.hoso.core;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An amount of Vietnamese đồng (VND). The đồng has no smaller unit in use, so an amount is a whole
 * number, never in hundredths.
 *
 * @param amount whole đồng, from 0 to {@link #MOST}
 */
public record Money(long amount) implements Comparable<Money> {
  /** The only currency: what stands beside every amount in JSON. */
  public static final String CURRENCY = "VND";

  /** More than any fee of a city; what is above it is a broken message, not money. */
  public static final long MOST = 9_999_999_999_999L;

  /**
   * Keeps what is right and nothing else.
   *
   * @throws IllegalArgumentException when the amount is negative or above {@link #MOST}
   */
  public Money {
    if (amount < 0 || amount > MOST) {
      throw new IllegalArgumentException("an amount is from 0 to " + MOST + " VND, not " + amount);
    }
  }

  /**
   * Reads an amount that somebody is asked to pay or has paid.
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

  /** As Vietnamese text has it: {@code 50.000đ}. */
  public String vietnamese() {
    return grouped().replace(',', '.') + "đ";
  }

  /** As English text has it: {@code 50,000 VND}. */
  public String english() {
    return grouped() + " " + CURRENCY;
  }

  @Override
  public int compareTo(Money other) {
    return Long.compare(amount, other.amount);
  }

  /** The name of another field of the same object: {@code fee.amount}, {@code fee.currency}. */
  private static String beside(String field, String other) {
    return field.substring(0, field.lastIndexOf('.') + 1) + other;
  }

  private String grouped() {
    return String.format(Locale.ROOT, "%,d", amount);
  }
}
