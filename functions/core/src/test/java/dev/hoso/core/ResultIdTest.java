package dev.hoso.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResultIdTest {
  @Test
  void noTwoAreTheSame() {
    Set<ResultId> ids = Stream.generate(ResultId::random).limit(10_000).collect(Collectors.toSet());
    assertThat(ids).hasSize(10_000);
  }

  @Property
  void isReadAgainHoweverAPersonTypesIt(@ForAll("ids") ResultId id) {
    String typed = id.text().toLowerCase(Locale.ROOT).replace('-', ' ').replace('0', 'o');
    assertThat(ResultId.parse("resultId", typed.replace('1', 'l'))).isEqualTo(id);
    assertThat(ResultId.parse("resultId", id.text())).isEqualTo(id);
    assertThat(id.text()).matches("(?:[0-9A-Z]{4}-){4}[0-9A-Z]");
  }

  @Property
  void oneWrongDigitIsSeen(
      @ForAll("ids") ResultId id,
      @ForAll @IntRange(max = 16) int place,
      @ForAll @IntRange(max = 31) int digit) {
    char wrong = Crockford.DIGITS.charAt(digit);
    Assume.that(wrong != id.value().charAt(place));
    StringBuilder mistyped = new StringBuilder(id.value());
    mistyped.setCharAt(place, wrong);
    assertThatThrownBy(() -> ResultId.parse("resultId", mistyped.toString()))
        .isInstanceOf(Invalid.class);
  }

  @Property
  void twoExchangedNeighboursAreSeen(
      @ForAll("ids") ResultId id, @ForAll @IntRange(max = 15) int place) {
    String digits = id.value();
    Assume.that(digits.charAt(place) != digits.charAt(place + 1));
    StringBuilder mistyped = new StringBuilder(digits);
    mistyped.setCharAt(place, digits.charAt(place + 1));
    mistyped.setCharAt(place + 1, digits.charAt(place));
    assertThatThrownBy(() -> ResultId.parse("resultId", mistyped.toString()))
        .isInstanceOf(Invalid.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "KQ1", "00000000000000000000", "0000000000000000U", "../../etc"})
  void whatIsNoneIsRefused(String text) {
    assertThatThrownBy(() -> ResultId.parse("resultId", text))
        .isInstanceOf(Invalid.class)
        .hasMessageContaining("resultId");
  }

  @Provide
  Arbitrary<ResultId> ids() {
    return Arbitraries.randomValue(random -> ResultId.random());
  }
}
