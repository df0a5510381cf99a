package dev.hoso.dossiers.ratings;

import dev.hoso.core.lambda.Form;
import dev.hoso.dossiers.Rating;
import dev.hoso.dossiers.RatingItem;
import java.text.Normalizer;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The page's form. */
final class RatingForm {
  /** A text of the length that we keep, and much more, with three bytes for most characters. */
  static final int LARGEST = 32 * 1024;

  private static final Pattern VALUE = Pattern.compile("[1-5]");
  private static final Pattern SPACES = Pattern.compile("[\\s\\p{Cntrl}\\p{Cf}]+");

  private RatingForm() {}

  /** What was said; empty where no value was chosen. */
  static Optional<Rating> read(Form form, Instant time) {
    String value = form.field("rating");
    return VALUE.matcher(value).matches()
        ? Optional.of(
            Rating.first(
                Integer.parseInt(value),
                RatingItem.about(form.field("about")),
                text(form.field("text")),
                time))
        : Optional.empty();
  }

  /** One line, cut where it is too long: nobody loses a rating for its words. */
  private static @Nullable String text(String typed) {
    String line = SPACES.matcher(Normalizer.normalize(typed, Normalizer.Form.NFC)).replaceAll(" ");
    String text = line.strip();
    if (text.codePointCount(0, text.length()) > Rating.LONGEST_TEXT) {
      text = text.substring(0, text.offsetByCodePoints(0, Rating.LONGEST_TEXT)).strip();
    }
    return text.isEmpty() ? null : text;
  }
}
