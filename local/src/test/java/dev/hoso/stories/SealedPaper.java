package dev.hoso.stories;

import static org.assertj.core.api.Assertions.assertThat;

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
record SealedPaper(Path file) {
  private static final Path PDFSIG = Path.of("/usr/bin/pdfsig");

  SealedPaper(byte[] document) {
    this(kept(document));
  }

  /** Agrees where poppler-utils is installed; says nothing where it is not. */
  void isCalledValidByPdfsig() {
    if (!Files.isExecutable(PDFSIG)) {
      System.out.println("pdfsig is not installed (apt-get install poppler-utils): not asked");
      return;
    }
    assertThat(said(PDFSIG.toString(), "-nocert", file.toString()))
        .contains("Signature is Valid", "Total document signed");
  }

  /** What it says. */
  String text() {
    try (PDDocument pdf = Loader.loadPDF(file.toFile())) {
      return new PDFTextStripper().getText(pdf);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where its QR code leads to, read from its last page as a camera does. */
  String qrCode() {
    try (PDDocument pdf = Loader.loadPDF(file.toFile())) {
      BufferedImage page = new PDFRenderer(pdf).renderImageWithDPI(pdf.getNumberOfPages() - 1, 200);
      return Scanner.read(page);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
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
