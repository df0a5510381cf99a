package dev.hoso.results.seal.paper;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;

/** A4 sheets that are written on from above; the next one is taken when one is full. */
final class Sheets implements AutoCloseable {
  /** Margins of official papers (Decree 30/2020/NĐ-CP, annex I): left 30 mm, the others 20 mm. */
  static final float LEFT = 85;

  static final float RIGHT = 57;
  private static final float TOP = 57;

  /** Room for the seal's block at the foot of the last sheet. */
  private static final float BOTTOM = 57 + SealBlock.HEIGHT;

  private static final float SPACING = 1.35f;
  private final PDDocument document;
  private PDPageContentStream ink;
  private float height;

  Sheets(PDDocument document) throws IOException {
    this.document = document;
    this.ink = sheet();
  }

  /** How wide a line can be. */
  static float width() {
    return PDRectangle.A4.getWidth() - LEFT - RIGHT;
  }

  /** Where the next line goes, from below. */
  float height() {
    return height;
  }

  /** Goes back up, to write beside what stands there. */
  void up(float to) {
    height = to;
  }

  void gap(float points) {
    height -= points;
  }

  /** Writes lines one below the other between these two edges, in their middle. */
  void centred(PDFont font, float size, String text, float from, float to) throws IOException {
    for (String line : Fonts.lines(font, size, text, to - from)) {
      float at = from + (to - from - Fonts.width(font, size, line)) / 2;
      write(font, size, line, at);
    }
  }

  /** Writes a text from this edge on. */
  void text(PDFont font, float size, String text, float from) throws IOException {
    for (String line : Fonts.lines(font, size, text, PDRectangle.A4.getWidth() - RIGHT - from)) {
      write(font, size, line, from);
    }
  }

  /** Makes sure that so many lines fit below each other. */
  void keepTogether(int lines, float size) throws IOException {
    if (height - lines * size * SPACING < BOTTOM) {
      ink.close();
      ink = sheet();
    }
  }

  void rule(float from, float to) throws IOException {
    ink.setLineWidth(0.7f);
    ink.moveTo(from, height);
    ink.lineTo(to, height);
    ink.stroke();
  }

  /** How many lines a text takes from this edge on. */
  static List<String> lines(PDFont font, float size, String text, float from) throws IOException {
    return Fonts.lines(font, size, text, PDRectangle.A4.getWidth() - RIGHT - from);
  }

  private void write(PDFont font, float size, String line, float at) throws IOException {
    keepTogether(1, size);
    height -= size * SPACING;
    ink.beginText();
    ink.setFont(font, size);
    ink.newLineAtOffset(at, height);
    ink.showText(line);
    ink.endText();
  }

  private PDPageContentStream sheet() throws IOException {
    PDPage page = new PDPage(PDRectangle.A4);
    document.addPage(page);
    height = PDRectangle.A4.getHeight() - TOP;
    return new PDPageContentStream(document, page);
  }

  @Override
  public void close() throws IOException {
    ink.close();
  }
}
