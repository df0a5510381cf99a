package dev.hoso.indicators.ratings;

import dev.hoso.core.Time;
import dev.hoso.core.dynamo.Item;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * A rating that the unit must hear of, from its dossier's item.
 *
 * @param value 1 or 2 of 5
 * @param about what mattered most; empty where it was not said
 * @param text the applicant's own words, which nobody has read yet; empty where there are none
 */
public record LowRating(
    String dossier,
    String unit,
    String procedure,
    long value,
    String about,
    String text,
    Instant at) {
  private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy");
  private static final long HIGHEST = 2;

  /** The dossier's rating, if it is low; null where it is not, or there is none. */
  static @Nullable LowRating of(Item dossier) {
    if (!dossier.has("rating") || dossier.number("rating") > HIGHEST) {
      return null;
    }
    return new LowRating(
        dossier.text("code"),
        dossier.text("unit"),
        dossier.text("procedure"),
        dossier.number("rating"),
        about(dossier.textOrNull("ratingAbout")),
        textOf(dossier),
        dossier.time("ratedAt"));
  }

  private static String textOf(Item dossier) {
    String text = dossier.textOrNull("ratingText");
    return text == null ? "" : text;
  }

  /** In the offices' language, as the page asks it. */
  private static String about(@Nullable String code) {
    return switch (code == null ? "" : code) {
      case "time" -> "thời gian giải quyết";
      case "staff" -> "thái độ của cán bộ";
      case "papers" -> "giấy tờ phải nộp";
      case "guidance" -> "hướng dẫn";
      case "online" -> "nộp và nộp phí qua mạng";
      case "other" -> "việc khác";
      default -> "";
    };
  }

  /** When it was said, as a clock in Vietnam shows it. */
  public String hour() {
    return HOUR.format(Time.vietnam(at));
  }

  /** Without the text: a record's text ends up in logs. */
  @Override
  public String toString() {
    return "LowRating[" + dossier + ", " + value + "]";
  }
}
