package dev.hoso.results.seal.paper;

import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * Liberation Serif, which has every Vietnamese letter and the metrics that the State's papers are
 * written in. What a document uses of it is embedded.
 */
record Fonts(PDFont regular, PDFont bold, PDFont italic) {
  private static final float THOUSANDTH = 0.001f;

  static Fonts in(PDDocument document) throws IOException {
    return new Fonts(
        load(document, "LiberationSerif-Regular.ttf"),
        load(document, "LiberationSerif-Bold.ttf"),
        load(document, "LiberationSerif-Italic.ttf"));
  }

  private static PDFont load(PDDocument document, String file) throws IOException {
    try (InputStream font = Fonts.class.getResourceAsStream("/hoso/seal/fonts/" + file)) {
      if (font == null) {
        throw new IllegalStateException("The font " + file + " is missing");
      }
      return PDType0Font.load(document, font, true);
    }
  }

  static float width(PDFont font, float size, String text) throws IOException {
    return font.getStringWidth(text) * THOUSANDTH * size;
  }

  /**
   * Composed letters, for the font has no combining marks that fit, and one space for each gap.
   *
   * @throws UnprintableText where a letter is not in the font
   */
  static String printable(PDFont font, String text) {
    String composed = Normalizer.normalize(text, Normalizer.Form.NFC).replaceAll("\\s+", " ");
    List<String> missing =
        composed
            .codePoints()
            .filter(point -> !has(font, point))
            .distinct()
            .mapToObj("U+%04X"::formatted)
            .toList();
    if (!missing.isEmpty()) {
      throw new UnprintableText(String.join(", ", missing));
    }
    return composed.strip();
  }

  private static boolean has(PDFont font, int point) {
    try {
      font.encode(Character.toString(point));
      return true;
    } catch (IOException | IllegalArgumentException notInTheFont) {
      return false;
    }
  }

  /** The lines of a text that are not wider than this; a word that is wider is broken. */
  static List<String> lines(PDFont font, float size, String text, float width) throws IOException {
    List<String> lines = new ArrayList<>();
    for (String paragraph : text.split("\\R", -1)) {
      String line = "";
      for (String word : printable(font, paragraph).split(" ", -1)) {
        String longer = line.isEmpty() ? word : line + " " + word;
        if (width(font, size, longer) <= width) {
          line = longer;
          continue;
        }
        if (!line.isEmpty()) {
          lines.add(line);
        }
        line = broken(font, size, word, width, lines);
      }
      lines.add(line);
    }
    return lines;
  }

  private static String broken(
      PDFont font, float size, String word, float width, List<String> lines) throws IOException {
    String rest = "";
    for (String letter :
        word.codePoints().mapToObj(Character::toString).collect(Collectors.toList())) {
      if (width(font, size, rest + letter) > width) {
        lines.add(rest);
        rest = "";
      }
      rest += letter;
    }
    return rest;
  }
}
