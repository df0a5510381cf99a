package dev.hoso.results.seal.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hoso.results.seal.DssTool;
import dev.hoso.results.seal.Identity;
import dev.hoso.results.seal.PdfBoxTool;
import dev.hoso.results.seal.Pdfs;
import dev.hoso.results.seal.Tests;
import dev.hoso.results.seal.TimeStamping;
import eu.europa.esig.dss.enumerations.CertificationPermission;
import eu.europa.esig.dss.pades.SignatureFieldParameters;
import eu.europa.esig.dss.pades.SignatureImageTextParameters;
import java.io.IOException;
import java.io.OutputStream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;
import org.junit.jupiter.api.Test;

/** What may be added to a signed document, and where that ends. */
class AllowedLaterTest {
  private static final byte[] PAPER = Pdfs.of("A paper");
  private static final byte[] SIGNED = new DssTool().sign(PAPER, Tests.DEPARTMENT, Tests.NOW);
  private static final TimeStamping STRANGERS = TimeStamping.by(Tests.STRANGER);

  @Test
  void dataForLongTermValidationMayBeAdded() {
    assertThat(Checks.refusal(withStore(SIGNED, "Certs", certificate()))).isEmpty();
  }

  @Test
  void itMayBeAddedTwice() {
    byte[] twice = withStore(withStore(SIGNED, "Certs", certificate()), "Certs", certificate());

    assertThat(Checks.refusal(twice)).isEmpty();
  }

  @Test
  void aRevocationInItCounts() {
    Identity lost = Tests.ISSUER.issue("Mất khóa");
    byte[] signed = new DssTool().sign(PAPER, lost, Tests.NOW);
    byte[] list = Tests.ISSUER.revoke(lost, Tests.NOW.minusSeconds(3600));

    assertThat(Checks.refusal(withStore(signed, "CRLs", list)))
        .containsExactly("revoked-certificate");
  }

  @Test
  void aTimeStampMayBeAddedByAnybodyBecauseItShowsNothing() {
    byte[] stamped = STRANGERS.stamp(SIGNED);

    assertThat(Checks.refusal(stamped)).isEmpty();
    assertThat(Checks.refusal(STRANGERS.stamp(withStore(stamped, "Certs", certificate()))))
        .isEmpty();
  }

  @Test
  void aTimeStampMayNotLieOverThePage() {
    byte[] shown =
        STRANGERS.stamp(
            SIGNED,
            parameters -> {
              SignatureImageTextParameters text = new SignatureImageTextParameters();
              text.setText("9 storeys");
              parameters.getImageParameters().setTextParameters(text);
              SignatureFieldParameters field = parameters.getImageParameters().getFieldParameters();
              field.setOriginX(72);
              field.setOriginY(72);
              field.setWidth(100);
              field.setHeight(30);
            });

    assertThat(Checks.refusal(shown)).containsExactly("changed-after-signing");
  }

  @Test
  void aTimeStampThatWasChangedIsFound() {
    byte[] stamped = STRANGERS.stamp(SIGNED);
    int name = Pdfs.indexOf(stamped, "Signature2", SIGNED.length);

    assertThat(Checks.refusal(Pdfs.flipped(stamped, name, 1))).containsExactly("broken-signature");
  }

  @Test
  void aTimeStampIsNoSignature() {
    assertThat(Checks.refusal(STRANGERS.stamp(PAPER))).containsExactly("no-signature");
  }

  @Test
  void aSignatureMayFollowATimeStamp() {
    byte[] stamped = STRANGERS.stamp(SIGNED);

    assertThat(Checks.refusal(new PdfBoxTool().sign(stamped, Tests.HEAD, Tests.NOW))).isEmpty();
  }

  @Test
  void aFieldThatWaitsMayBeSigned() {
    byte[] waiting = Pdfs.changed(PAPER, AllowedLaterTest::addField);
    byte[] once = new PdfBoxTool().sign(waiting, Tests.DEPARTMENT, Tests.NOW);
    byte[] twice =
        new DssTool(
                parameters ->
                    parameters.getImageParameters().getFieldParameters().setFieldId("waiting"))
            .sign(once, Tests.HEAD, Tests.NOW);

    assertThat(Checks.refusal(twice)).isEmpty();
  }

  @Test
  void aCertifiedDocumentThatForbidsChangesTakesNoSecondSignature() {
    byte[] certified =
        new DssTool(
                parameters -> parameters.setPermission(CertificationPermission.NO_CHANGE_PERMITTED))
            .sign(PAPER, Tests.DEPARTMENT, Tests.NOW);

    assertThat(Checks.refusal(certified)).isEmpty();
    assertThat(Checks.refusal(withStore(certified, "Certs", certificate()))).isEmpty();
    assertThat(Checks.refusal(new PdfBoxTool().sign(certified, Tests.HEAD, Tests.NOW)))
        .containsExactly("changed-after-signing");
  }

  @Test
  void whatIsSaidAboutTheDocumentMayChange() {
    byte[] said =
        Pdfs.updated(
            SIGNED,
            document -> {
              document.getDocumentInformation().setProducer("Another");
              document.getDocumentInformation().getCOSObject().setNeedToBeUpdated(true);
            });

    assertThat(Checks.refusal(said)).isEmpty();
  }

  private static void addField(PDDocument document) throws IOException {
    PDAcroForm form = new PDAcroForm(document);
    document.getDocumentCatalog().setAcroForm(form);
    PDSignatureField field = new PDSignatureField(form);
    field.setPartialName("waiting");
    field.getWidgets().getFirst().setRectangle(new PDRectangle(72, 72, 100, 40));
    field.getWidgets().getFirst().setPage(document.getPage(0));
    form.getFields().add(field);
    document.getPage(0).getAnnotations().add(field.getWidgets().getFirst());
  }

  private static byte[] certificate() {
    try {
      return Tests.ISSUER.certificate().getEncoded();
    } catch (java.security.cert.CertificateEncodingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] withStore(byte[] pdf, String list, byte[] entry) {
    return Pdfs.updated(
        pdf,
        document -> {
          COSStream stream = document.getDocument().createCOSStream();
          try (OutputStream out = stream.createOutputStream()) {
            out.write(entry);
          }
          COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
          COSDictionary store = catalog.getCOSDictionary(COSName.getPDFName("DSS"));
          if (store == null) {
            store = new COSDictionary();
            catalog.setItem("DSS", store);
          }
          COSArray entries = new COSArray();
          entries.add(stream);
          store.setItem(list, entries);
          store.setNeedToBeUpdated(true);
          catalog.setNeedToBeUpdated(true);
        });
  }
}
