package dev.hoso.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hoso.core.Invalid;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaymentReferenceTest {
  @ParameterizedTest
  @ValueSource(strings = {"a", "TT2611230042", "1716257871703", "A-b.c_9"})
  void lettersDigitsAndThreeSignsMakeAReference(String text) {
    assertThat(PaymentReference.parse("reference", text).value()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a b", "a/b", "a\n", "mã", "٣"})
  void nothingElseDoes(String text) {
    assertThatThrownBy(() -> PaymentReference.parse("reference", text))
        .isInstanceOf(Invalid.class)
        .hasMessageContaining("reference");
    assertThat(PaymentReference.of(text)).isEmpty();
  }

  @Test
  void aReferenceHasAtMost64Characters() {
    assertThat(PaymentReference.of("a".repeat(64))).isPresent();
    assertThat(PaymentReference.of("a".repeat(65))).isEmpty();
  }

  @Test
  void aGeneratedOneNamesTheDayInVietnamAndIsNeverTheSame() {
    Instant beforeMidnightInUtc = Instant.parse("2026-11-23T18:00:00Z");
    Set<String> references = new HashSet<>();

    for (int n = 0; n < 1_000; n++) {
      references.add(PaymentReference.generated(beforeMidnightInUtc).value());
    }

    assertThat(references).hasSize(1_000).allMatch(it -> it.matches("HS261124[0-9A-Z]{10}"));
  }

  @Test
  void aKeyGivesTheSameReferenceForTheSameDossierOnly() {
    PaymentReference reference = PaymentReference.forKey("H26.15-261123-0042", "key-1");

    assertThat(reference).isEqualTo(PaymentReference.forKey("H26.15-261123-0042", "key-1"));
    assertThat(reference).isNotEqualTo(PaymentReference.forKey("H26.15-261123-0043", "key-1"));
    assertThat(reference).isNotEqualTo(PaymentReference.forKey("H26.15-261123-0042", "key-2"));
  }

  @Test
  void aReceiptsAddressIsSixteenReadableCharacters() {
    assertThat(PaymentRequest.newReceipt()).matches("[0-9A-HJKMNP-TV-Z]{16}");
  }
}
