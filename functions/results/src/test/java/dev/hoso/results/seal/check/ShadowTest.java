package dev.hoso.results.seal.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hoso.results.seal.DssTool;
import dev.hoso.results.seal.Pdfs;
import dev.hoso.results.seal.Tests;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;
import org.junit.jupiter.api.Test;

/**
 * Documents that were prepared before they were signed, so that a harmless change afterwards shows
 * something else: hide, replace, hide and replace (Mainka, Mladenov, Rohlmann: Shadow Attacks, NDSS
 * 2021).
 */
class ShadowTest {
  @Test
  void whatCoversTheTextIsTakenAwayLater() throws Exception {
    byte[] signed = signed(document -> cover(document, "0.9 g 60 680 400 60 re f"));
    byte[] uncovered = Pdfs.updated(signed, document -> write(coverOf(document), "n"));

    assertThat(Checks.refusal(signed)).isEmpty();
    assertChanged(uncovered);
  }

  @Test
  void aFieldThatLooksLikeTextIsFilledInLater() throws Exception {
    byte[] signed = signed(ShadowTest::addTextField);
    byte[] filled =
        Pdfs.updated(
            signed,
            document -> {
              COSDictionary field = form(document).getField("amount").getCOSObject();
              field.setString(COSName.V, "9 storeys");
              field.setNeedToBeUpdated(true);
            });

    assertThat(Checks.refusal(signed)).isEmpty();
    assertChanged(filled);
  }

  @Test
  void anObjectThatWasNamedButMissingIsAddedLater() throws Exception {
    byte[] signed =
        signed(
            document -> {
              COSArray contents = new COSArray();
              contents.add(document.getPage(0).getCOSObject().getItem(COSName.CONTENTS));
              contents.add(new COSObject(null, new COSObjectKey(900, 0)));
              document.getPage(0).getCOSObject().setItem(COSName.CONTENTS, contents);
            });
    byte[] complete = withRawObject(signed, 900, "BT /F0 12 Tf 72 640 Td (9) Tj ET");

    assertChanged(complete);
  }

  @Test
  void contentThatPosesAsMetadataIsReplacedLater() throws Exception {
    byte[] signed =
        signed(
            document ->
                document
                    .getDocumentCatalog()
                    .getCOSObject()
                    .setItem(
                        COSName.METADATA,
                        document.getPage(0).getCOSObject().getItem(COSName.CONTENTS)));
    byte[] replaced =
        Pdfs.updated(
            signed,
            document ->
                write(
                    document.getDocumentCatalog().getCOSObject().getCOSStream(COSName.METADATA),
                    "n"));

    assertThat(Checks.refusal(signed)).isEmpty();
    assertChanged(replaced);
  }

  @Test
  void contentThatPosesAsValidationDataIsReplacedLater() throws Exception {
    byte[] signed =
        signed(
            document -> {
              COSDictionary store = new COSDictionary();
              store.setItem("Anything", document.getPage(0).getCOSObject());
              document.getDocumentCatalog().getCOSObject().setItem("DSS", store);
            });
    byte[] replaced =
        Pdfs.updated(
            signed,
            document -> {
              COSDictionary page = document.getPage(0).getCOSObject();
              page.setItem(COSName.CONTENTS, new COSArray());
              page.setNeedToBeUpdated(true);
            });

    assertChanged(replaced);
  }

  private static void assertChanged(byte[] pdf) throws Exception {
    assertThat(Checks.refusal(pdf)).containsExactly("changed-after-signing");
    assertThat(Checks.hasLaterChanges(pdf)).isTrue();
  }

  private static byte[] signed(Pdfs.Change preparation) {
    return new DssTool()
        .sign(Pdfs.changed(Pdfs.of("Granted"), preparation), Tests.DEPARTMENT, Tests.NOW);
  }

  private static void cover(PDDocument document, String drawing) throws IOException {
    COSStream cover = document.getDocument().createCOSStream();
    write(cover, drawing);
    COSArray contents = new COSArray();
    contents.add(document.getPage(0).getCOSObject().getItem(COSName.CONTENTS));
    contents.add(cover);
    document.getPage(0).getCOSObject().setItem(COSName.CONTENTS, contents);
  }

  private static COSStream coverOf(PDDocument document) {
    return (COSStream)
        document.getPage(0).getCOSObject().getCOSArray(COSName.CONTENTS).getObject(1);
  }

  private static void addTextField(PDDocument document) throws IOException {
    PDAcroForm form = new PDAcroForm(document);
    document.getDocumentCatalog().setAcroForm(form);
    PDTextField field = new PDTextField(form);
    field.setPartialName("amount");
    field.getCOSObject().setString(COSName.V, "1 storey");
    form.getFields().add(field);
  }

  private static PDAcroForm form(PDDocument document) {
    return document.getDocumentCatalog().getAcroForm(null);
  }

  private static void write(COSStream stream, String content) throws IOException {
    try (OutputStream out = stream.createRawOutputStream()) {
      out.write(content.getBytes(StandardCharsets.US_ASCII));
    }
    stream.removeItem(COSName.FILTER);
    stream.setNeedToBeUpdated(true);
  }

  /** Adds an object by hand, as libraries add none that nothing changed refers to. */
  private static byte[] withRawObject(byte[] pdf, int number, String content) {
    String before = new String(pdf, StandardCharsets.ISO_8859_1);
    String previous =
        before.substring(before.lastIndexOf("startxref") + 10, before.lastIndexOf("%%EOF")).strip();
    int root = Integer.parseInt(before.replaceAll("(?s).*/Root (\\d+) 0 R.*", "$1"));
    String object =
        number
            + " 0 obj\n<</Length "
            + content.length()
            + ">>stream\n"
            + content
            + "\nendstream\nendobj\n";
    String table =
        "xref\n"
            + number
            + " 1\n"
            + String.format("%010d 00000 n \n", pdf.length)
            + "trailer\n<</Size 901/Root "
            + root
            + " 0 R/Prev "
            + previous
            + ">>\nstartxref\n"
            + (pdf.length + object.length())
            + "\n%%EOF\n";
    return (before + object + table).getBytes(StandardCharsets.ISO_8859_1);
  }
}
