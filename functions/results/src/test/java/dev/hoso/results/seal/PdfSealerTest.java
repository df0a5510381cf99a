package dev.hoso.results.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.hoso.core.DossierCode;
import dev.hoso.core.ResultId;
import dev.hoso.core.ResultNumber;
import dev.hoso.results.Document;
import dev.hoso.results.Paper;
import dev.hoso.results.Sealer.Finished;
import dev.hoso.results.Sealer.Reason;
import dev.hoso.results.Source;
import dev.hoso.results.seal.check.RefusedDocument;
import dev.hoso.results.seal.check.SignatureCheck;
import dev.hoso.results.templates.ResultTemplates;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What leaves the sealer, looked at with our own check and with tools that are not ours. */
class PdfSealerTest {
  private static final Path PDFSIG = Path.of("/usr/bin/pdfsig");
  private static final ResultId ID = new ResultId("00000000000000000");
  private static final ResultNumber NUMBER =
      new ResultNumber(new DossierCode("H26.15-261123-0042"), 1);
  private static final Map<String, String> FIELDS =
      Map.of(
          "requester", "Nguyễn Thị Hoa",
          "event", "Khai sinh",
          "fullName", "Đặng Hữu Phước Ưỡng",
          "birthDate", "02/9/1990",
          "sex", "Nữ",
          "nationality", "Việt Nam",
          "register", "Sổ đăng ký khai sinh số 12/1990",
          "registered", "10/9/1990");

  private final PdfSealer sealer =
      new PdfSealer(
          PdfSealerTest::sign,
          SealPapers.of(Tests.DEPARTMENT.pem(), Tests.TRUST),
          ResultTemplates.load(null),
          URI.create("https://hoso.example.gov.vn"));

  @TempDir Path folder;

  @Test
  void anUnsignedPdfIsSealedAndOurOwnCheckTakesIt() throws RefusedDocument {
    byte[] sealed = ready(Source.UNSIGNED, Map.of(), Pdfs.of("Thong bao")).bytes();

    SignatureCheck.Outcome outcome =
        new SignatureCheck(List.of(Tests.ROOT.certificate())).check(sealed, Tests.NOW);

    assertThat(outcome.signer()).contains("Sở Tư pháp");
    assertThat(outcome.signedAt()).isEqualTo(Tests.NOW);
  }

  @Test
  void fieldsBecomeAnOfficialPaperWithEveryVietnameseLetter() {
    String text =
        Pdfs.text(ready(Source.FIELDS, FIELDS, new byte[0]).bytes()).replaceAll("\\s+", " ");

    assertThat(text)
        .contains(
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "Độc lập - Tự do - Hạnh phúc",
            "ỦY BAN NHÂN DÂN PHƯỜNG BA ĐÌNH",
            "TRÍCH LỤC HỘ TỊCH (BẢN SAO)",
            "H26.15-261123-0042-KQ1",
            "Đặng Hữu Phước Ưỡng",
            "Sổ đăng ký khai sinh số 12/1990");
  }

  @Test
  void theBlockSaysWhoWhatAndWhenAndItsCodeLeadsToVerification() throws Exception {
    byte[] sealed = ready(Source.UNSIGNED, Map.of(), Pdfs.of("One", "Two")).bytes();

    assertThat(Pdfs.text(sealed))
        .contains(
            "Cơ quan cấp: Ủy ban nhân dân phường Ba Đình",
            "Số kết quả: H26.15-261123-0042-KQ1",
            "Ký số lúc: 10:15:05 25/11/2026",
            "Mã kiểm tra: " + ID.text());
    assertThat(QrCodes.onLastPageOf(sealed))
        .isEqualTo("https://hoso.example.gov.vn/verify/" + ID.value());
    assertThat(pages(sealed)).isEqualTo(2);
  }

  @Test
  void aBlockThatWouldCoverSomethingStandsOnAPageOfItsOwn() throws Exception {
    byte[] full =
        Pdfs.changed(
            Pdfs.of("Top"),
            document -> Pdfs.write(document, document.getPage(0), "Foot of the page", 90));
    byte[] turned = Pdfs.changed(Pdfs.of("Top"), document -> document.getPage(0).setRotation(90));

    assertThat(pages(ready(Source.UNSIGNED, Map.of(), turned).bytes())).isEqualTo(2);
    assertThat(pages(ready(Source.UNSIGNED, Map.of(), wide(full)).bytes())).isEqualTo(2);
  }

  @Test
  void valuesOfAnyLengthAreWrittenOnAsManySheetsAsTheyNeed() throws Exception {
    Map<String, String> longer = new HashMap<>(FIELDS);
    longer.put("notes", "Ghi chú rất dài về việc hộ tịch này. ".repeat(27));
    longer.put("birthPlace", "x".repeat(300));

    byte[] sealed = ready(Source.FIELDS, longer, new byte[0]).bytes();

    assertThat(pages(sealed)).isGreaterThan(1);
    assertThat(Pdfs.text(sealed).replaceAll("\\s", "")).contains("x".repeat(300));
  }

  @Test
  void whatCannotBePrintedIsRefusedAndNotPrintedAsSomethingElse() {
    Map<String, String> odd = new HashMap<>(FIELDS);
    odd.put("notes", "Hoa 😀");

    assertThat(refused(Source.FIELDS, odd, new byte[0]))
        .singleElement()
        .satisfies(
            reason -> {
              assertThat(reason.type()).isEqualTo("unprintable-text");
              assertThat(reason.detail()).contains("U+1F600");
            });
  }

  @Test
  void whatIsSignedAlreadyIsNotSealedOnTop() {
    byte[] signed = new DssTool().sign(Pdfs.of("Signed"), Tests.DEPARTMENT, Tests.NOW);

    assertThat(refused(Source.UNSIGNED, Map.of(), signed))
        .extracting(Reason::type)
        .containsExactly("already-signed");
  }

  @Test
  void whatIsNoPdfIsRefusedWithItsReason() {
    assertThat(refused(Source.UNSIGNED, Map.of(), new byte[0]))
        .extracting(Reason::type)
        .containsExactly("empty");
    assertThat(refused(Source.UNSIGNED, Map.of(), "GIF89a".getBytes(StandardCharsets.US_ASCII)))
        .extracting(Reason::type)
        .containsExactly("not-a-pdf");
  }

  @Test
  void aSignedPdfIsHandedOutByteForByte() {
    byte[] signed = new DssTool().sign(Pdfs.of("Signed"), Tests.DEPARTMENT, Tests.NOW);

    assertThat(ready(Source.SIGNED, Map.of(), signed).bytes()).isEqualTo(signed);
  }

  @Test
  void pdfsigCallsEverySealValid() throws Exception {
    assumeTrue(Files.isExecutable(PDFSIG), "skipped: no pdfsig (apt-get install poppler-utils)");
    for (Document sealed :
        List.of(
            ready(Source.UNSIGNED, Map.of(), Pdfs.of("One", "Two")),
            ready(Source.FIELDS, FIELDS, new byte[0]))) {
      Path file = Files.write(folder.resolve(sealed.sha256() + ".pdf"), sealed.bytes());
      Process pdfsig =
          new ProcessBuilder(PDFSIG.toString(), "-nocert", file.toString())
              .redirectErrorStream(true)
              .start();
      String said = new String(pdfsig.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(said).contains("Signature is Valid", "Total document signed");
    }
  }

  /** A line across the foot, so that it reaches below the block wherever that stands. */
  private static byte[] wide(byte[] pdf) {
    return Pdfs.changed(
        pdf, document -> Pdfs.write(document, document.getPage(0), "-".repeat(110), 60));
  }

  private Document ready(Source source, Map<String, String> fields, byte[] sent) {
    Finished finished = sealer.finish(paper(source, fields), sent, Tests.NOW);
    assertThat(finished).isInstanceOf(Finished.Ready.class);
    return ((Finished.Ready) finished).document();
  }

  private List<Reason> refused(Source source, Map<String, String> fields, byte[] sent) {
    Finished finished = sealer.finish(paper(source, fields), sent, Tests.NOW);
    assertThat(finished).isInstanceOf(Finished.Refused.class);
    return ((Finished.Refused) finished).reasons();
  }

  private static Paper paper(Source source, Map<String, String> fields) {
    return new Paper(
        NUMBER, ID, source, "Ủy ban nhân dân phường Ba Đình", "Trích lục", "2.000635", fields);
  }

  private static int pages(byte[] pdf) throws Exception {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return document.getNumberOfPages();
    }
  }

  /** What KMS does. */
  private static byte[] sign(byte[] message) {
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(Tests.DEPARTMENT.key());
      signature.update(message);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
