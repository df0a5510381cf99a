package dev.hoso.results.seal.paper;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import dev.hoso.core.Time;
import dev.hoso.results.Paper;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/**
 * What a person sees of the seal: who issued the result, its number, when, and how to verify it, as
 * text and as a QR code. At the foot of the last page, or on a page of its own where something
 * stands there already: nothing of the document is covered.
 */
public final class SealBlock {
  /** In points. */
  static final float HEIGHT = 96;

  private static final float WIDTH = 330;
  private static final float MARGIN = 36;
  private static final float PADDING = 8;
  private static final float SIZE = 8.5f;

  /** Dots an inch: enough to see whether a page is empty there. */
  private static final float GLANCE = 36;

  private static final float POINTS_AN_INCH = 72;
  private static final int WHITE = 0xF8;
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss dd/MM/yyyy");

  private final String address;
  private final List<String> lines;

  private SealBlock(String address, List<String> lines) {
    this.address = address;
    this.lines = lines;
  }

  /** The block of a result. */
  public static SealBlock of(Paper paper, URI citizenAddress, Instant now) {
    return new SealBlock(
        // Without hyphens: fewer modules, which a poor camera reads sooner.
        citizenAddress + "/verify/" + paper.result().value(),
        List.of(
            "Cơ quan cấp: " + paper.unit(),
            "Số kết quả: " + paper.number(),
            "Ký số lúc: " + TIME.format(Time.vietnam(now)),
            "Mã kiểm tra: " + paper.result().text(),
            "Kiểm tra tại: " + citizenAddress + "/verify"));
  }

  /** Draws it. */
  public void drawOn(PDDocument document) throws IOException {
    PDPage page = roomyPage(document);
    PDRectangle box = page.getCropBox();
    float left = box.getLowerLeftX() + box.getWidth() - MARGIN - WIDTH;
    float bottom = box.getLowerLeftY() + MARGIN;
    try (PDPageContentStream ink =
        new PDPageContentStream(document, page, AppendMode.APPEND, true, true)) {
      ink.setStrokingColor(0.55f, 0.07f, 0.07f);
      ink.setLineWidth(1);
      ink.addRect(left, bottom, WIDTH, HEIGHT);
      ink.stroke();
      code(ink, left + PADDING, bottom + PADDING, HEIGHT - 2 * PADDING);
      words(ink, Fonts.in(document), left + HEIGHT, bottom + HEIGHT - PADDING);
    }
  }

  private void words(PDPageContentStream ink, Fonts fonts, float left, float top)
      throws IOException {
    List<String> all = new ArrayList<>();
    for (String line : lines) {
      all.addAll(Fonts.lines(fonts.regular(), SIZE, line, WIDTH - HEIGHT - PADDING));
    }
    ink.setNonStrokingColor(0f, 0f, 0f);
    ink.beginText();
    ink.setFont(fonts.regular(), SIZE);
    ink.setLeading(SIZE * 1.3f);
    ink.newLineAtOffset(left, top - SIZE);
    for (String line : all) {
      ink.showText(line);
      ink.newLine();
    }
    ink.endText();
  }

  /** As shapes, so that it is sharp however it is printed. */
  private void code(PDPageContentStream ink, float left, float bottom, float size)
      throws IOException {
    BitMatrix code = matrix();
    float module = size / code.getWidth();
    ink.setNonStrokingColor(0f, 0f, 0f);
    for (int y = 0; y < code.getHeight(); y++) {
      for (int x = 0; x < code.getWidth(); x++) {
        if (code.get(x, y)) {
          float at = bottom + size - (y + 1) * module;
          ink.addRect(left + x * module, at, module, module);
        }
      }
    }
    ink.fill();
  }

  private BitMatrix matrix() {
    try {
      return new QRCodeWriter()
          .encode(address, BarcodeFormat.QR_CODE, 0, 0, Map.of(EncodeHintType.MARGIN, 1));
    } catch (WriterException e) {
      throw new IllegalStateException("The address of a result always fits", e);
    }
  }

  private static PDPage roomyPage(PDDocument document) throws IOException {
    int last = document.getNumberOfPages() - 1;
    PDPage page = document.getPage(last);
    if (page.getRotation() == 0 && roomy(page.getCropBox()) && empty(document, last)) {
      return page;
    }
    PDPage added = new PDPage(PDRectangle.A4);
    document.addPage(added);
    return added;
  }

  private static boolean roomy(PDRectangle box) {
    return box.getWidth() >= WIDTH + 2 * MARGIN && box.getHeight() >= HEIGHT + 2 * MARGIN;
  }

  private static boolean empty(PDDocument document, int page) throws IOException {
    BufferedImage image =
        new PDFRenderer(document).renderImageWithDPI(page, GLANCE, ImageType.GRAY);
    float scale = GLANCE / POINTS_AN_INCH;
    int left = (int) (image.getWidth() - (WIDTH + MARGIN + PADDING) * scale);
    int right = (int) (image.getWidth() - (MARGIN - PADDING) * scale);
    int top = (int) (image.getHeight() - (HEIGHT + MARGIN + PADDING) * scale);
    int bottom = (int) (image.getHeight() - (MARGIN - PADDING) * scale);
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        if ((image.getRGB(x, y) & 0xFF) < WHITE) {
          return false;
        }
      }
    }
    return true;
  }
}
