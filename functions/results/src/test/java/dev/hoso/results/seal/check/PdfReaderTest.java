package dev.hoso.results.seal.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hoso.results.seal.DssTool;
import dev.hoso.results.seal.Pdfs;
import dev.hoso.results.seal.Tests;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is no document that could be issued, whoever signed it. */
class PdfReaderTest {
  private static final byte[] SIGNED =
      new DssTool().sign(Pdfs.of("One", "Two", "Three"), Tests.DEPARTMENT, Tests.NOW);

  @Test
  void nothingIsNoDocument() {
    assertThat(Checks.refusal(new byte[0])).containsExactly("empty");
  }

  @ParameterizedTest
  @ValueSource(strings = {"%", "%PDF", "PK\u0003\u0004", "<html>%PDF-1.7</html>", "\n%PDF-1.7"})
  void somethingElseIsNoPdf(String content) {
    assertThat(Checks.refusal(content.getBytes(StandardCharsets.UTF_8)))
        .containsExactly("not-a-pdf");
  }

  @ParameterizedTest
  @ValueSource(strings = {"%PDF-1.7", "%PDF-1.7\nnothing\nstartxref\n0\n%%EOF\n"})
  void aBeginningAloneIsDamaged(String content) {
    assertThat(Checks.refusal(content.getBytes(StandardCharsets.UTF_8))).containsExactly("damaged");
  }

  @Test
  void whatIsCutOffIsDamaged() {
    for (int length : new int[] {20, 200, SIGNED.length / 2, SIGNED.length - 40}) {
      assertThat(Checks.refusal(Pdfs.cut(SIGNED, length))).containsExactly("damaged");
    }
  }

  @Test
  void whatLacksItsVeryLastBytesIsNotWhatWasSigned() {
    assertThat(Checks.refusal(Pdfs.cut(SIGNED, SIGNED.length - 1)))
        .containsExactly("not-wholly-signed");
  }

  @Test
  void fiftyMegabytesAreTaken() {
    byte[] large = new DssTool().sign(Pdfs.large(52_300_000), Tests.DEPARTMENT, Tests.NOW);

    assertThat(large.length).isBetween(52_300_000, PdfReader.LARGEST);
    assertThat(Checks.refusal(large)).isEmpty();
  }

  @Test
  void moreThanFiftyMegabytesAreNot() {
    assertThat(Checks.refusal(Arrays.copyOf(SIGNED, 52_428_801))).containsExactly("too-large");
  }

  @Test
  void aPasswordIsRefused() {
    assertThat(Checks.refusal(encrypted("secret"))).containsExactly("encrypted");
  }

  @Test
  void encryptionWithoutAPasswordIsRefused() {
    assertThat(Checks.refusal(encrypted(""))).containsExactly("encrypted");
  }

  @Test
  void aDocumentWithoutPagesIsRefused() {
    assertThat(Checks.refusal(Pdfs.of())).containsExactly("damaged");
  }

  @Test
  void whatWasNotSignedIsSaidToBe() {
    assertThat(Checks.refusal(Pdfs.of("One"))).containsExactly("no-signature");
  }

  private static byte[] encrypted(String password) {
    return Pdfs.changed(
        Pdfs.of("One"),
        (PDDocument document) ->
            document.protect(
                new StandardProtectionPolicy("owner", password, new AccessPermission())));
  }
}
