package dev.hoso.core;

import static dev.hoso.core.Faults.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {
  @ParameterizedTest
  @CsvSource({
    "an@example.vn, an@example.vn",
    "' an@example.vn ', an@example.vn",
    "An.Nguyen+hoso@Mail.Example.VN, An.Nguyen+hoso@mail.example.vn",
    "o'brien@example.ie, o'brien@example.ie",
    "an@hànội.vn, an@xn--hni-9ka0849a.vn",
    "an@例え.テスト, an@xn--r8jz45g.xn--zckzah"
  })
  void anAddressIsKeptAsMailServicesTakeIt(String text, String value) {
    assertThat(EmailAddress.parse("email", text).value()).isEqualTo(value);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "an",
        "@example.vn",
        "an@",
        "an@localhost",
        "an@example.",
        "an@.vn",
        "an@-example.vn",
        "an@exa mple.vn",
        "an nguyen@example.vn",
        "an@b@example.vn",
        "an@192.168.0.1",
        "an@[192.168.0.1]",
        ".an@example.vn",
        "an..nguyen@example.vn",
        "ăn@example.vn",
        "\"an\"@example.vn",
        "An <an@example.vn>",
        "an@example.vn,binh@example.vn",
        "an@example.vn;binh@example.vn",
        "an@example.vn\r\nBcc: all@example.vn",
        "an\r\nBcc:all@example.vn",
        "an@example.vn\u0000"
      })
  void whatIsNotOneAddressIsRefused(@Nullable String text) {
    assertRefused("applicant.email", () -> EmailAddress.parse("applicant.email", text));
  }

  @Test
  void anAddressIsAtMost254Characters() {
    String domain = "a".repeat(63) + "." + "b".repeat(63) + "." + "c".repeat(63) + ".vn";
    String longest = "n".repeat(254 - domain.length() - 1) + "@" + domain;

    assertThat(EmailAddress.parse("email", longest).value()).hasSize(254);
    assertRefused("email", () -> EmailAddress.parse("email", longest.replace(".vn", ".com")));
  }

  @Test
  void theLocalPartIsAtMost64Characters() {
    assertRefused("email", () -> EmailAddress.parse("email", "n".repeat(65) + "@example.vn"));
  }

  @Test
  void aLogSeesTheFirstCharacterAndTheDomain() {
    assertThat(EmailAddress.parse("email", "nguyenvanan@example.vn"))
        .hasToString("n***@example.vn");
  }

  @Test
  void theConstructorForgivesNothing() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new EmailAddress("an@Example.vn"))
        .withMessageNotContaining("an@");
  }

  @Property
  void anyTextIsAnAddressOrARefusal(@ForAll String local, @ForAll String domain) {
    assertThat(catchThrowable(() -> EmailAddress.parse("email", local + "@" + domain)))
        .satisfiesAnyOf(
            thrown -> assertThat(thrown).isNull(),
            thrown -> assertThat(thrown).isInstanceOf(Invalid.class));
  }
}
