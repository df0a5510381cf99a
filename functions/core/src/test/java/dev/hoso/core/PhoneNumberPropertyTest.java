package dev.hoso.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PhoneNumberPropertyTest {
  @Property
  void oneNumberHasOneFormHoweverItIsWritten(
      @ForAll("national") String national,
      @ForAll("countryCodes") String countryCode,
      @ForAll("separators") String separator) {
    String digits = countryCode + national;
    String written = String.join(separator, digits.substring(0, 6), digits.substring(6));

    assertThat(PhoneNumber.parse("phone", written).e164()).isEqualTo("+84" + national);
  }

  @Property
  void whatWasParsedOnceParsesToItself(@ForAll("national") String national) {
    PhoneNumber once = PhoneNumber.parse("phone", "0" + national);

    assertThat(PhoneNumber.parse("phone", once.e164())).isEqualTo(once);
  }

  @Property
  void anyTextIsANumberOrARefusal(@ForAll String text) {
    assertThat(catchThrowable(() -> PhoneNumber.parse("phone", text)))
        .satisfiesAnyOf(
            thrown -> assertThat(thrown).isNull(),
            thrown -> assertThat(thrown).isInstanceOf(Invalid.class));
  }

  @Property
  void aRefusalDoesNotRepeatWhatWasWritten(@ForAll("national") String national) {
    Throwable refusal = catchThrowable(() -> PhoneNumber.parse("phone", "0" + national + "99"));

    assertThat(refusal).isInstanceOf(Invalid.class).hasMessageNotContaining(national);
  }

  @Provide
  Arbitrary<String> national() {
    Arbitrary<String> mobiles = Arbitraries.strings().numeric().ofLength(8).map(s -> "9" + s);
    Arbitrary<String> vinaphone = Arbitraries.strings().numeric().ofLength(7).map(s -> "84" + s);
    Arbitrary<String> hanoi = Arbitraries.strings().numeric().ofLength(7).map(s -> "243" + s);
    return Arbitraries.oneOf(mobiles, vinaphone, hanoi);
  }

  @Provide
  Arbitrary<String> countryCodes() {
    return Arbitraries.of("0", "84", "+84", "0084", "+840");
  }

  @Provide
  Arbitrary<String> separators() {
    return Arbitraries.of("", " ", ".", "-", ")", " - ");
  }
}
