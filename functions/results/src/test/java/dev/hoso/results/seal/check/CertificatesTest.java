package dev.hoso.results.seal.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hoso.results.Sealer.Reason;
import dev.hoso.results.seal.Authority;
import dev.hoso.results.seal.DssTool;
import dev.hoso.results.seal.Identity;
import dev.hoso.results.seal.PdfBoxTool;
import dev.hoso.results.seal.Pdfs;
import dev.hoso.results.seal.Tests;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose signatures count, and when. */
class CertificatesTest {
  private static final byte[] PAPER = Pdfs.of("A paper");
  private static final Duration YEAR = Duration.ofDays(365);
  private static final Duration HOUR = Duration.ofHours(1);

  @Test
  void aStrangersSignatureDoesNotCount() {
    assertThat(refusal(Tests.STRANGER.issue("Người lạ ký"), Tests.NOW))
        .containsExactly("unknown-certificate");
  }

  @Test
  void aSelfMadeCertificateDoesNotCount() {
    Authority self = Authority.root("Tự ký");
    Identity own = self.issue("Tự ký");

    assertThat(refusal(own, Tests.NOW)).containsExactly("unknown-certificate");
  }

  @Test
  void aSecondSignatureByAStrangerDoesNotCount() {
    byte[] once = new DssTool().sign(PAPER, Tests.DEPARTMENT, Tests.NOW);
    byte[] twice = new PdfBoxTool().sign(once, Tests.STRANGER.issue("Người lạ ký"), Tests.NOW);

    assertThat(Checks.reasons(twice))
        .singleElement()
        .satisfies(
            reason -> {
              assertThat(reason.type()).isEqualTo("unknown-certificate");
              assertThat(reason.detail()).contains("Signature 2 of 2");
            });
  }

  @Test
  void aCertificateThatHadEndedIsRefused() {
    Identity ended = valid(Tests.NOW.minus(YEAR), Tests.NOW.minus(HOUR));

    assertThat(refusal(ended, Tests.NOW)).containsExactly("expired-certificate");
  }

  @Test
  void aCertificateThatHasEndedSinceProvesNothingAboutThePast() {
    Identity ended = valid(Tests.NOW.minus(YEAR), Tests.NOW.minus(HOUR));

    assertThat(refusal(ended, Tests.NOW.minus(HOUR.multipliedBy(2))))
        .containsExactly("expired-certificate");
  }

  @Test
  void aCertificateThatHadNotBegunIsRefused() {
    Identity early = valid(Tests.NOW.minus(HOUR), Tests.NOW.plus(YEAR));

    assertThat(refusal(early, Tests.NOW.minus(HOUR.multipliedBy(2))))
        .containsExactly("not-yet-valid-certificate");
    assertThat(refusal(valid(Tests.NOW.plus(HOUR), Tests.NOW.plus(YEAR)), Tests.NOW))
        .containsExactly("not-yet-valid-certificate");
  }

  @Test
  void theDayOnWhichItEndedIsSaidInVietnamsTime() {
    Identity ended = valid(Tests.NOW.minus(YEAR), Instant.parse("2026-11-24T17:30:00Z"));

    assertThat(Checks.reasons(signed(ended, Tests.NOW)))
        .extracting(Reason::detail)
        .containsExactly(
            "The signature has a certificate that ended on 2026-11-25T00:30:00+07:00; sign the"
                + " document again with a valid one.");
  }

  @Test
  void clocksMayBeSomeMinutesApart() {
    assertThat(refusal(Tests.DEPARTMENT, Tests.NOW.plusSeconds(280))).isEmpty();
    assertThat(refusal(Tests.DEPARTMENT, Tests.NOW.plusSeconds(320)))
        .containsExactly("signed-in-the-future");
  }

  @Test
  void whatSaysNoTimeIsRefused() {
    byte[] timeless = new PdfBoxTool("SHA256withRSA", false).sign(PAPER, Tests.HEAD, Tests.NOW);

    assertThat(Checks.refusal(timeless)).containsExactly("no-signing-time");
  }

  @ParameterizedTest
  @ValueSource(ints = {KeyUsage.keyEncipherment, KeyUsage.keyAgreement, KeyUsage.cRLSign})
  void aCertificateForSomethingElseIsRefused(int usage) {
    Identity other = Tests.ISSUER.issue(new Authority.Request("Mã hóa").usage(usage));

    assertThat(refusal(other, Tests.NOW)).containsExactly("unfit-certificate");
  }

  @ParameterizedTest
  @ValueSource(ints = {KeyUsage.digitalSignature, KeyUsage.nonRepudiation})
  void aCertificateForSignaturesIsTaken(int usage) {
    Identity signer = Tests.ISSUER.issue(new Authority.Request("Ký số").usage(usage));

    assertThat(refusal(signer, Tests.NOW)).isEmpty();
  }

  @Test
  void whoIsNoAuthorityIssuesNothing() {
    Authority posing = Authority.of(Tests.DEPARTMENT);

    assertThat(refusal(posing.issue("Mạo danh"), Tests.NOW)).containsExactly("unfit-certificate");
  }

  @Test
  void aShortKeyIsRefused() {
    Identity weak = Tests.ISSUER.issue(new Authority.Request("Khóa ngắn").with(Identity.rsa(1024)));

    assertThat(refusal(weak, Tests.NOW)).containsExactly("weak-signature");
  }

  @Test
  void anOldAlgorithmIsRefused() {
    byte[] sha1 = new PdfBoxTool("SHA1withRSA", true).sign(PAPER, Tests.DEPARTMENT, Tests.NOW);
    Identity issued = Tests.ISSUER.issue(new Authority.Request("SHA-1").algorithm("SHA1withRSA"));

    assertThat(Checks.refusal(sha1)).containsExactly("weak-signature");
    assertThat(refusal(issued, Tests.NOW)).containsExactly("weak-signature");
  }

  @Test
  void aKeyThatIsNotTheCertificatesIsFound() {
    Identity mixed = new Identity(Identity.rsa(2048).getPrivate(), Tests.DEPARTMENT.chain());

    assertThat(refusal(mixed, Tests.NOW)).containsExactly("broken-signature");
  }

  @Test
  void nobodysNameIsInAReason() {
    Identity named = Tests.STRANGER.issue("Nguyễn Văn Mẫu");

    assertThat(Checks.reasons(signed(named, Tests.NOW)))
        .extracting(Reason::detail)
        .noneMatch(detail -> detail.contains("Mẫu"));
  }

  private static Identity valid(Instant from, Instant to) {
    return Tests.ISSUER.issue(new Authority.Request("Có thời hạn").valid(from, to));
  }

  private static List<String> refusal(Identity signer, Instant at) {
    return Checks.refusal(signed(signer, at));
  }

  private static byte[] signed(Identity signer, Instant at) {
    return new PdfBoxTool().sign(PAPER, signer, at);
  }
}
