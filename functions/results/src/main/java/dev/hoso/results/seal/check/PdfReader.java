package dev.hoso.results.seal.check;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/** Opens what somebody sent, if it is a whole PDF that anybody can read. */
public final class PdfReader {
  /** What a result may have, in bytes. */
  public static final int LARGEST = 50 * 1024 * 1024;

  private static final byte[] BEGINNING = "%PDF-".getBytes(StandardCharsets.US_ASCII);

  /** Readers look for the end in this many bytes (ISO 32000-1, implementation note 18). */
  private static final int ENDING = 1024;

  private PdfReader() {}

  /**
   * The document, to be closed by the caller.
   *
   * @throws RefusedDocument when it is none that could be issued
   */
  public static PDDocument open(byte[] pdf) throws RefusedDocument {
    requireWhole(pdf);
    PDDocument document = load(pdf);
    if (document.isEncrypted()) {
      close(document);
      throw new RefusedDocument(Flaw.ENCRYPTED.reason());
    }
    if (pages(document) == 0) {
      close(document);
      throw new RefusedDocument(Flaw.DAMAGED.reason("it has no pages"));
    }
    return document;
  }

  private static void requireWhole(byte[] pdf) throws RefusedDocument {
    if (pdf.length == 0) {
      throw new RefusedDocument(Flaw.EMPTY.reason());
    }
    if (pdf.length > LARGEST) {
      throw new RefusedDocument(Flaw.TOO_LARGE.reason());
    }
    if (pdf.length < BEGINNING.length
        || !Arrays.equals(BEGINNING, Arrays.copyOf(pdf, BEGINNING.length))) {
      throw new RefusedDocument(Flaw.NOT_A_PDF.reason());
    }
    // A reader would look for the objects of a cut off document itself, and find old ones.
    if (!ending(pdf).contains("startxref") || !ending(pdf).contains("%%EOF")) {
      throw new RefusedDocument(Flaw.DAMAGED.reason("its end is missing"));
    }
  }

  private static String ending(byte[] pdf) {
    int start = Math.max(0, pdf.length - ENDING);
    return new String(pdf, start, pdf.length - start, StandardCharsets.ISO_8859_1);
  }

  private static PDDocument load(byte[] pdf) throws RefusedDocument {
    try {
      return Loader.loadPDF(pdf);
    } catch (InvalidPasswordException locked) {
      throw new RefusedDocument(Flaw.ENCRYPTED.reason());
    } catch (IOException | RuntimeException unreadable) {
      // Encryption for a recipient's certificate ends here, too.
      boolean encrypted = new String(pdf, StandardCharsets.ISO_8859_1).contains("/Encrypt");
      throw new RefusedDocument(
          encrypted ? Flaw.ENCRYPTED.reason() : Flaw.DAMAGED.reason("it cannot be read"));
    }
  }

  /** Broken page trees throw what they like. */
  private static int pages(PDDocument document) {
    try {
      return document.getNumberOfPages();
    } catch (RuntimeException broken) {
      return 0;
    }
  }

  private static void close(PDDocument document) {
    try {
      document.close();
    } catch (IOException ofMemory) {
      throw new IllegalStateException(ofMemory);
    }
  }
}
