package dev.hoso.core;

import static dev.hoso.core.Faults.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0đ, 0 VND",
    "999, 999đ, 999 VND",
    "50000, 50.000đ, '50,000 VND'",
    "1234567, 1.234.567đ, '1,234,567 VND'",
    "9999999999999, 9.999.999.999.999đ, '9,999,999,999,999 VND'"
  })
  void anAmountReadsAsEachLanguageWritesIt(long amount, String vietnamese, String english) {
    Money money = new Money(amount);

    assertThat(money.vietnamese()).isEqualTo(vietnamese);
    assertThat(money.english()).isEqualTo(english);
  }

  @ParameterizedTest
  @CsvSource({
    "5000, GBP, '50,00 GBP', '50.00 GBP'",
    "1999, USD, '19,99 USD', '19.99 USD'",
    "123456789, EUR, '1.234.567,89 EUR', '1,234,567.89 EUR'",
    "5, GBP, '0,05 GBP', '0.05 GBP'",
    "1500, JPY, '1.500 JPY', '1,500 JPY'",
    "9007199254740993, VND, '9.007.199.254.740.993đ', '9,007,199,254,740,993 VND'"
  })
  void anotherCurrencysSmallestUnitIsWhatItIsThere(
      long amount, String currency, String vietnamese, String english) {
    Money money = new Money(amount, currency);

    assertThat(money.vietnamese()).isEqualTo(vietnamese);
    assertThat(money.english()).isEqualTo(english);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(longs = {0, -1, -50_000, 10_000_000_000_000L, Long.MAX_VALUE, Long.MIN_VALUE})
  void whatCannotBePaidIsRefused(@Nullable Long amount) {
    assertRefused("fee.amount", () -> Money.parse("fee.amount", amount, "VND"));
  }

  @ParameterizedTest
  @CsvSource({"amount, currency", "fee.amount, fee.currency"})
  void anotherCurrencyIsRefusedUnderItsOwnName(String field, String currency) {
    assertRefused(currency, () -> Money.parse(field, 50_000L, "USD"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"vnd", "đ", ""})
  void theCurrencyHasOneSpelling(String currency) {
    assertRefused("currency", () -> Money.parse("amount", 50_000L, currency));
  }

  @Property
  void anAmountWithoutCurrencyIsInDong(@ForAll @LongRange(min = 1, max = Money.MOST) long amount) {
    assertThat(Money.parse("amount", amount, null))
        .isEqualTo(Money.parse("amount", amount, Money.CURRENCY))
        .isEqualTo(new Money(amount));
  }

  @Test
  void moneyIsNeverNegative() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Money(-1));
  }

  @Test
  void moneyIsOrderedByAmount() {
    assertThat(new Money(7_000)).isLessThan(new Money(10_000));
  }
}
