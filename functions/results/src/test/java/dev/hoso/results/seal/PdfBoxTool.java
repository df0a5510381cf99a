package dev.hoso.results.seal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;

/**
 * PDFBox with a signature by Bouncy Castle, and the time inside of it.
 *
 * @param timed whether it says when it was made
 */
public record PdfBoxTool(String algorithm, boolean timed) implements SigningTool {
  public PdfBoxTool() {
    this("SHA256withRSA", true);
  }

  @Override
  public byte[] sign(byte[] pdf, Identity signer, Instant at) {
    CmsSignature cms = new CmsSignature(signer, at, algorithm, timed);
    try (PDDocument document = Loader.loadPDF(pdf)) {
      PDSignature signature = new PDSignature();
      signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
      signature.setSubFilter(PDSignature.SUBFILTER_ADBE_PKCS7_DETACHED);
      document.addSignature(signature, cms::over);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.saveIncremental(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
