package dev.hoso.results.seal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.HashMap;
import java.util.Map;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfDate;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.PdfSignature;
import org.openpdf.text.pdf.PdfSignatureAppearance;
import org.openpdf.text.pdf.PdfStamper;
import org.openpdf.text.pdf.PdfString;

/**
 * OpenPDF with a signature by Bouncy Castle: of the family of iText, which many signing tools are
 * made of. The signature is to be seen on the first page.
 */
public final class OpenPdfTool implements SigningTool {
  private static final int ROOM = 12_000;

  @Override
  public byte[] sign(byte[] pdf, Identity signer, Instant at) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (PdfReader reader = new PdfReader(pdf)) {
      PdfStamper stamper = PdfStamper.createSignature(reader, out, "", null, true);
      PdfSignatureAppearance appearance = stamper.getSignatureAppearance();
      GregorianCalendar date = new GregorianCalendar();
      date.setTime(Date.from(at));
      appearance.setSignDate(date);
      appearance.setVisibleSignature(new Rectangle(72, 72, 200, 120), 1, null);
      appearance.setLayer2Text("Da ky");
      appearance.setCryptoDictionary(dictionary(date));
      appearance.preClose(new HashMap<>(Map.of(PdfName.CONTENTS, ROOM * 2 + 2)));
      appearance.close(contents(new CmsSignature(signer, at).over(appearance.getRangeStream())));
      return out.toByteArray();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static PdfSignature dictionary(GregorianCalendar date) {
    PdfSignature dictionary =
        new PdfSignature(PdfName.ADOBE_PPKLITE, new PdfName("adbe.pkcs7.detached"));
    dictionary.setDate(new PdfDate(date));
    return dictionary;
  }

  private static PdfDictionary contents(byte[] signature) {
    byte[] padded = new byte[ROOM];
    System.arraycopy(signature, 0, padded, 0, signature.length);
    PdfDictionary contents = new PdfDictionary();
    contents.put(PdfName.CONTENTS, new PdfString(padded).setHexWriting(true));
    return contents;
  }
}
