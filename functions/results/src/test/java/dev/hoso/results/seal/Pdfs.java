package dev.hoso.results.seal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.text.PDFTextStripper;

/** PDFs as departments make them, and what can be done to them. */
public final class Pdfs {
  private Pdfs() {}

  /** What is done to an open document. */
  @FunctionalInterface
  public interface Change {
    void to(PDDocument document) throws IOException;
  }

  /** One page for each text. */
  public static byte[] of(String... pages) {
    try (PDDocument document = new PDDocument()) {
      for (String text : pages) {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        write(document, page, text, 700);
      }
      return saved(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A page of text with as much more as makes it about so large. */
  public static byte[] large(int bytes) {
    return changed(
        of("A large one"),
        document -> {
          byte[] noise = new byte[bytes];
          new Random(7).nextBytes(noise);
          COSStream stream = document.getDocument().createCOSStream();
          try (var out = stream.createRawOutputStream()) {
            out.write(noise);
          }
          document.getPage(0).getCOSObject().setItem(COSName.getPDFName("Noise"), stream);
        });
  }

  /** Writes a line. */
  public static void write(PDDocument document, PDPage page, String text, float y)
      throws IOException {
    try (PDPageContentStream content =
        new PDPageContentStream(
            document, page, PDPageContentStream.AppendMode.APPEND, false, true)) {
      content.beginText();
      content.setFont(new PDType1Font(FontName.HELVETICA), 12);
      content.newLineAtOffset(72, y);
      content.showText(text);
      content.endText();
    }
  }

  /** The document with a change, written anew as a whole. */
  public static byte[] changed(byte[] pdf, Change change) {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      change.to(document);
      return saved(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The document with a change added to its end, as changes after signing are. */
  public static byte[] updated(byte[] pdf, Change change) {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      change.to(document);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.saveIncremental(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The text of all pages. */
  public static String text(byte[] pdf) {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where a text first stands in the bytes. */
  public static int indexOf(byte[] pdf, String text) {
    return indexOf(pdf, text, 0);
  }

  /** Where a text stands next. */
  public static int indexOf(byte[] pdf, String text, int from) {
    int found = new String(pdf, StandardCharsets.ISO_8859_1).indexOf(text, from);
    if (found < 0) {
      throw new IllegalArgumentException("There is no " + text);
    }
    return found;
  }

  /** The bytes with one of them changed. */
  public static byte[] flipped(byte[] pdf, int index, int mask) {
    byte[] copy = pdf.clone();
    copy[index] ^= (byte) mask;
    return copy;
  }

  /** The first bytes. */
  public static byte[] cut(byte[] pdf, int length) {
    return Arrays.copyOf(pdf, length);
  }

  private static byte[] saved(PDDocument document) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    document.save(out, CompressParameters.NO_COMPRESSION);
    return out.toByteArray();
  }
}
