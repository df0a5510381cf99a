package dev.hoso.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;

/** A document as a citizen has it, looked at with tools that are not ours. */
record SealedPaper(Bytes document) {
  private static final Path PDFSIG = Path.of("/usr/bin/pdfsig");

  /** A record's component may not be an array. */
  record Bytes(Path file) {}

  SealedPaper(byte[] document) {
    this(new Bytes(kept(document)));
  }

  /** Agrees where poppler-utils is installed; says nothing where it is not. */
  void isCalledValidByPdfsig() {
    if (!Files.isExecutable(PDFSIG)) {
      System.out.println("pdfsig is not installed (apt-get install poppler-utils): not asked");
      return;
    }
    assertThat(said(PDFSIG.toString(), "-nocert", document.file().toString()))
        .contains("Signature is Valid", "Total document signed");
  }

  /** What it says. */
  String text() {
    try (PDDocument pdf = Loader.loadPDF(document.file().toFile())) {
      return new PDFTextStripper().getText(pdf);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where its QR code leads to, read from its last page as a camera does. */
  String qrCode() {
    try (PDDocument pdf = Loader.loadPDF(document.file().toFile())) {
      BufferedImage page = new PDFRenderer(pdf).renderImageWithDPI(pdf.getNumberOfPages() - 1, 200);
      int[] pixels = page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
      return new QRCodeMultiReader()
          .decode(
              new BinaryBitmap(
                  new HybridBinarizer(
                      new RGBLuminanceSource(page.getWidth(), page.getHeight(), pixels))))
          .getText();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ReaderException e) {
      throw new AssertionError("There is no QR code that can be read", e);
    }
  }

  private static Path kept(byte[] document) {
    try {
      Path file = Files.createTempFile("result", ".pdf");
      file.toFile().deleteOnExit();
      return Files.write(file, document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String said(String... command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
