package dev.hoso.results.seal.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hoso.results.seal.DssTool;
import dev.hoso.results.seal.OpenPdfTool;
import dev.hoso.results.seal.PdfBoxTool;
import dev.hoso.results.seal.Pdfs;
import dev.hoso.results.seal.SigningTool;
import dev.hoso.results.seal.Tests;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationRubberStamp;
import org.junit.jupiter.api.Test;

/** What happens to a document after it was signed, and makes it another one. */
class TamperingTest {
  private static final String CHANGED = "changed-after-signing";
  private static final byte[] PAPER = Pdfs.of("Granted: 1 storey", "Page two");
  private static final byte[] SIGNED = new DssTool().sign(PAPER, Tests.DEPARTMENT, Tests.NOW);

  @Test
  void anotherLetterIsAnotherDocument() {
    int letter = Pdfs.indexOf(SIGNED, "1 storey");

    assertThat(Checks.refusal(Pdfs.flipped(SIGNED, letter, 8))).containsExactly(CHANGED);
  }

  @Test
  void textThatIsAddedToAPageIsFound() {
    byte[] more =
        Pdfs.updated(
            SIGNED,
            document -> {
              PDPage page = document.getPage(0);
              Pdfs.write(document, page, "and 9 more", 650);
              page.getCOSObject().setNeedToBeUpdated(true);
              page.getResources().getCOSObject().setNeedToBeUpdated(true);
            });

    assertThat(Pdfs.text(more)).contains("and 9 more");
    assertThat(Checks.refusal(more)).containsExactly(CHANGED);
  }

  @Test
  void aPageThatIsAddedIsFound() {
    byte[] more =
        Pdfs.updated(
            SIGNED,
            document -> {
              PDPage page = new PDPage(PDRectangle.A4);
              document.addPage(page);
              page.getCOSObject().setNeedToBeUpdated(true);
              document.getPages().getCOSObject().setNeedToBeUpdated(true);
            });

    assertThat(Checks.refusal(more)).containsExactly(CHANGED);
  }

  @Test
  void aPageThatIsTakenAwayIsFound() {
    byte[] less =
        Pdfs.updated(
            SIGNED,
            document -> {
              document.removePage(1);
              document.getPages().getCOSObject().setNeedToBeUpdated(true);
            });

    assertThat(Checks.refusal(less)).containsExactly(CHANGED);
  }

  @Test
  void aStampThatIsLaidOverAPageIsFound() {
    byte[] stamped =
        Pdfs.updated(
            SIGNED,
            document -> {
              PDAnnotationRubberStamp stamp = new PDAnnotationRubberStamp();
              stamp.setRectangle(new PDRectangle(72, 690, 200, 30));
              PDPage page = document.getPage(1);
              page.setAnnotations(List.of(stamp));
              page.getCOSObject().setNeedToBeUpdated(true);
            });

    assertThat(Checks.refusal(stamped)).containsExactly(CHANGED);
  }

  @Test
  void aChangeThatASecondSignatureCoversIsStillAChange() {
    byte[] changed =
        Pdfs.updated(SIGNED, document -> replaceContent(document.getPage(0).getCOSObject()));

    for (SigningTool tool : List.of(new PdfBoxTool(), new OpenPdfTool())) {
      assertThat(Checks.refusal(tool.sign(changed, Tests.HEAD, Tests.NOW)))
          .containsExactly(CHANGED);
    }
  }

  @Test
  void aDocumentThatBeginsElsewhereIsFound() {
    byte[] other =
        Pdfs.updated(
            SIGNED,
            document -> {
              var trailer = document.getDocument().getTrailer();
              var catalog = new COSDictionary();
              catalog.addAll(trailer.getCOSDictionary(COSName.ROOT));
              catalog.setNeedToBeUpdated(true);
              trailer.setItem(COSName.ROOT, catalog);
            });

    assertThat(Checks.refusal(other)).containsExactly(CHANGED);
  }

  @Test
  void bytesAfterTheEndAreFound() {
    assertThat(Checks.refusal(followedBy(SIGNED, "\n%%EOF\n"))).containsExactly(CHANGED);
  }

  @Test
  void aLinesEndAfterTheEndIsForgiven() {
    assertThat(Checks.refusal(followedBy(SIGNED, "\r\n"))).isEmpty();
  }

  @Test
  void aSignatureThatWasTakenAwayIsMissed() {
    byte[] stripped =
        Pdfs.updated(
            SIGNED,
            document -> {
              var field = document.getSignatureFields().getFirst().getCOSObject();
              field.removeItem(COSName.V);
              field.setNeedToBeUpdated(true);
            });

    assertThat(Checks.refusal(stripped)).containsExactly("no-signature");
    assertThat(Checks.refusal(Pdfs.cut(SIGNED, PAPER.length))).containsExactly("no-signature");
  }

  @Test
  void aSignatureThatWasEmptiedIsMissed() {
    byte[] emptied = SIGNED.clone();
    int begin = Pdfs.indexOf(SIGNED, "/Contents <") + "/Contents <".length();
    for (int i = begin; emptied[i] != '>'; i++) {
      emptied[i] = '0';
    }

    assertThat(Checks.refusal(emptied)).containsExactly("unreadable-signature");
  }

  @Test
  void aSignatureOfAnotherDocumentIsFound() {
    byte[] other =
        new DssTool().sign(Pdfs.of("Granted: 9 storey", "Page two"), Tests.DEPARTMENT, Tests.NOW);
    byte[] exchanged = other.clone();
    int begin = Pdfs.indexOf(SIGNED, "/Contents <");
    int end = Pdfs.indexOf(SIGNED, ">", begin);
    System.arraycopy(SIGNED, begin, exchanged, Pdfs.indexOf(other, "/Contents <"), end - begin);

    assertThat(Checks.refusal(exchanged)).containsExactly(CHANGED);
  }

  @Test
  void aSignatureThatLeavesOutMoreThanItselfIsFound() {
    byte[] wider = widened(SIGNED);

    assertThat(Checks.refusal(wider)).containsExactly("not-wholly-signed");
  }

  @Test
  void aSignatureThatSaysNotWhatItSignsIsFound() {
    byte[] nothing =
        Pdfs.updated(
            SIGNED,
            document -> {
              var signature = document.getSignatureDictionaries().getFirst().getCOSObject();
              signature.removeItem(COSName.BYTERANGE);
              signature.setNeedToBeUpdated(true);
            });

    assertThat(Checks.refusal(nothing)).containsExactly("unreadable-signature");
  }

  @Test
  void aSignatureWithAnotherTimeIsFound() {
    byte[] backdated =
        Pdfs.updated(
            SIGNED,
            document -> {
              var signature = document.getSignatureDictionaries().getFirst().getCOSObject();
              signature.setItem(COSName.M, new COSString("D:20200101000000Z"));
              signature.setNeedToBeUpdated(true);
            });

    assertThat(Checks.refusal(backdated)).contains(CHANGED);
  }

  private static void replaceContent(COSDictionary page) {
    page.setItem(COSName.CONTENTS, new COSArray());
    page.setNeedToBeUpdated(true);
  }

  private static byte[] followedBy(byte[] pdf, String more) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(pdf);
    out.writeBytes(more.getBytes(StandardCharsets.ISO_8859_1));
    return out.toByteArray();
  }

  /** Moves the end of the first part that is signed back by one byte, in the same room. */
  private static byte[] widened(byte[] pdf) {
    String text = new String(pdf, StandardCharsets.ISO_8859_1);
    var range = Pattern.compile("/ByteRange \\[0 (\\d+)").matcher(text);
    if (!range.find()) {
      throw new IllegalStateException();
    }
    int first = Integer.parseInt(range.group(1)) - 1;
    return (text.substring(0, range.start(1)) + first + text.substring(range.end(1)))
        .getBytes(StandardCharsets.ISO_8859_1);
  }
}
