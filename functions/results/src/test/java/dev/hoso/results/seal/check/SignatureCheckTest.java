package dev.hoso.results.seal.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hoso.results.seal.DssTool;
import dev.hoso.results.seal.Identity;
import dev.hoso.results.seal.OpenPdfTool;
import dev.hoso.results.seal.PdfBoxTool;
import dev.hoso.results.seal.Pdfs;
import dev.hoso.results.seal.SigningTool;
import dev.hoso.results.seal.Tests;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What may be issued as the department signed it. */
class SignatureCheckTest {
  private static final byte[] PAPER = Pdfs.of("Page one", "Page two");

  static Stream<Named<SigningTool>> tools() {
    return Stream.of(
        Named.of("EU DSS", new DssTool()),
        Named.of("PDFBox and Bouncy Castle", new PdfBoxTool()),
        Named.of("OpenPDF and Bouncy Castle", new OpenPdfTool()));
  }

  @ParameterizedTest
  @MethodSource("tools")
  void whatAnyToolSignedIsTaken(SigningTool tool) throws Exception {
    byte[] signed = tool.sign(PAPER, Tests.DEPARTMENT, Tests.NOW);

    assertThat(Checks.check(signed))
        .isEqualTo(new SignatureCheck.Outcome("Sở Tư pháp (thử nghiệm)", Tests.NOW));
  }

  @ParameterizedTest
  @MethodSource("tools")
  void aSecondSignatureByAnyToolIsTaken(SigningTool tool) throws Exception {
    for (Named<SigningTool> first : tools().toList()) {
      byte[] once = first.getPayload().sign(PAPER, Tests.HEAD, Tests.NOW.minusSeconds(60));
      byte[] twice = tool.sign(once, Tests.DEPARTMENT, Tests.NOW);

      assertThat(Checks.check(twice).signer()).isEqualTo("Sở Tư pháp (thử nghiệm)");
    }
  }

  @Test
  void aCertificateThatIsTrustedItselfIsTaken() throws Exception {
    Identity own = Tests.STRANGER.issue("Tự tin cậy");
    byte[] signed = new PdfBoxTool().sign(PAPER, own, Tests.NOW);

    assertThat(
            new SignatureCheck(java.util.List.of(own.certificate()))
                .check(signed, Tests.NOW)
                .signer())
        .isEqualTo("Tự tin cậy");
  }
}
