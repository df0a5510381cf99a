package dev.hoso.notifications.reports;

import dev.hoso.core.cityfile.BadCityFile;
import dev.hoso.core.cityfile.CityFile;
import dev.hoso.core.cityfile.Row;
import dev.hoso.notifications.Reason;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What providers' words mean for a clerk: {@code delivery-reports.csv} of the catalogue. The words
 * are those that SES (bounce types and subtypes,
 * docs.aws.amazon.com/ses/latest/dg/notification-contents.html) and SNS
 * (docs.aws.amazon.com/sns/latest/dg/sms_stats_cloudwatch.html) document.
 */
final class Reasons {
  private static final String FILE = "delivery-reports.csv";

  /** What stands for all words that the file does not have. */
  private static final String OTHERS = "*";

  private final Map<String, Reason> byWords = new HashMap<>();

  private Reasons() {}

  /**
   * Reads the city's file where it has one, else Hoso's own.
   *
   * @throws BadCityFile when the file breaks a rule
   */
  static Reasons load(@Nullable Path cityFolder) {
    Reasons reasons = new Reasons();
    CityFile.read(cityFolder, FILE, "channel", "says", "suppresses", "en", "vi")
        .forEach(reasons::add);
    return reasons;
  }

  private void add(Row row) {
    Reason reason = new Reason(row.text("en"), row.text("vi"), row.yes("suppresses"));
    if (byWords.put(key(row.oneOf("channel", "email", "sms"), row.text("says")), reason) != null) {
      throw row.bad("says", row.text("says") + " stands here for the second time");
    }
  }

  /**
   * The reason for the first of these words that is known; the channel's general one for none.
   *
   * @throws IllegalStateException where the file has no general one
   */
  Reason of(String channel, String... words) {
    for (String word : words) {
      Reason reason = byWords.get(key(channel, word));
      if (reason != null) {
        return reason;
      }
    }
    Reason general = byWords.get(key(channel, OTHERS));
    if (general == null) {
      throw new IllegalStateException(
          FILE + " has no line for " + channel + " that says " + OTHERS);
    }
    return general;
  }

  private static String key(String channel, String words) {
    return channel + " " + words.strip().toLowerCase(Locale.ROOT);
  }
}
