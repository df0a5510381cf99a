package dev.hoso.results.seal.paper;

import dev.hoso.results.Paper;
import dev.hoso.results.templates.Field;
import dev.hoso.results.templates.ResultTemplate;
import java.io.IOException;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** A result that is written from fields, in the form of official papers (Decree 30/2020/NĐ-CP). */
public final class Letterhead {
  private static final Locale VIETNAMESE = Locale.of("vi", "VN");
  private static final float TEXT = 13;
  private static final float VALUES = Sheets.LEFT + 190;
  private static final float END = PDRectangle.A4.getWidth() - Sheets.RIGHT;
  private static final float MIDDLE = Sheets.LEFT + 175;

  private Letterhead() {}

  /**
   * Writes it; the caller closes the document.
   *
   * @throws UnprintableText where a value has characters that cannot be printed
   */
  public static PDDocument render(Paper paper, ResultTemplate template) throws IOException {
    PDDocument document = new PDDocument();
    try (Sheets sheets = new Sheets(document)) {
      Fonts fonts = Fonts.in(document);
      head(sheets, fonts, paper);
      title(sheets, fonts, template);
      paragraph(sheets, fonts, template.opening(paper.fields()));
      for (Field field : template.fields()) {
        row(sheets, fonts, field.label(), paper.fields().getOrDefault(field.name(), ""));
      }
      sheets.gap(TEXT / 2);
      paragraph(sheets, fonts, template.closing(paper.fields()));
      return document;
    } catch (IOException | RuntimeException e) {
      document.close();
      throw e;
    }
  }

  private static void head(Sheets sheets, Fonts fonts, Paper paper) throws IOException {
    float top = sheets.height();
    sheets.centred(
        fonts.bold(), 12, paper.unit().toUpperCase(VIETNAMESE), Sheets.LEFT - 25, MIDDLE);
    sheets.gap(3);
    sheets.centred(fonts.regular(), 12, "Số: " + paper.number(), Sheets.LEFT - 25, MIDDLE);
    float left = sheets.height();
    sheets.up(top);
    sheets.centred(fonts.bold(), 12, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", MIDDLE, END + 15);
    sheets.centred(fonts.bold(), 13, "Độc lập - Tự do - Hạnh phúc", MIDDLE, END + 15);
    sheets.gap(5);
    float middle = (MIDDLE + END + 15) / 2;
    sheets.rule(middle - 80, middle + 80);
    sheets.up(Math.min(left, sheets.height()));
  }

  private static void title(Sheets sheets, Fonts fonts, ResultTemplate template)
      throws IOException {
    sheets.gap(34);
    String title = template.title().toUpperCase(VIETNAMESE);
    sheets.centred(fonts.bold(), 15, title, Sheets.LEFT, END);
    sheets.gap(16);
  }

  private static void paragraph(Sheets sheets, Fonts fonts, String text) throws IOException {
    if (!text.isBlank()) {
      sheets.text(fonts.italic(), TEXT, text, Sheets.LEFT);
      sheets.gap(TEXT / 2);
    }
  }

  private static void row(Sheets sheets, Fonts fonts, String label, String value)
      throws IOException {
    if (value.isBlank()) {
      return;
    }
    int lines = Sheets.lines(fonts.regular(), TEXT, value, VALUES).size();
    sheets.keepTogether(Math.min(lines, 12), TEXT);
    float top = sheets.height();
    labelBeside(sheets, fonts, label + ":");
    float below = sheets.height();
    sheets.up(top);
    sheets.text(fonts.bold(), TEXT, value, VALUES);
    sheets.up(Math.min(below, sheets.height()));
    sheets.gap(3);
  }

  private static void labelBeside(Sheets sheets, Fonts fonts, String label) throws IOException {
    for (String line : Fonts.lines(fonts.regular(), TEXT, label, VALUES - Sheets.LEFT - 8)) {
      sheets.text(fonts.regular(), TEXT, line, Sheets.LEFT);
    }
  }
}
