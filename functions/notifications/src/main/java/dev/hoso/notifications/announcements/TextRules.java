package dev.hoso.notifications.announcements;

import dev.hoso.core.CitizenPages;
import dev.hoso.core.Fault;
import dev.hoso.core.cityfile.BadCityFile;
import dev.hoso.core.cityfile.CityFile;
import dev.hoso.core.cityfile.Row;
import java.net.URI;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What keeps an announcement from looking like a swindler's, and citizens from getting used to what
 * swindlers write: no link but the city's own bare address, nothing about money to be sent or codes
 * to be told. The words are {@code announcement-words.csv} of the catalogue; they are refused
 * wherever they stand, also in a warning.
 */
final class TextRules {
  private static final String FILE = "announcement-words.csv";

  /** What surrounds a word in a sentence. */
  private static final Pattern AROUND =
      Pattern.compile("^[\\p{Ps}\\p{Pi}\"'«]+|[\\p{Pe}\\p{Pf}\"'».,;:!?…]+$");

  /**
   * What telephones make a link of: a scheme, an address with numbers, or names with dots between
   * them. There are more than a thousand ends of names, so a dot between letters is enough.
   */
  private static final Pattern LINK =
      Pattern.compile(
          "://|(?:^|[^\\d.])\\d{1,3}(?:\\.\\d{1,3}){3}(?:$|[:/])"
              + "|[\\p{L}\\p{N}][.。｡][\\p{L}]{2,}|@[\\p{L}\\p{N}]");

  private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}+");

  private final String host;
  private final List<Asking> askings;

  private TextRules(String host, List<Asking> askings) {
    this.host = host;
    this.askings = askings;
  }

  /**
   * Words that ask for something.
   *
   * @param what {@code money} or {@code codes}
   */
  private record Asking(String what, String words, Pattern pattern) {
    static Asking of(Row row) {
      String words = row.text("words");
      String plain = Pattern.quote(Plain.of(words));
      return new Asking(
          row.oneOf("asks for", "money", "codes"),
          words,
          Pattern.compile("(?<![\\p{L}\\p{N}])" + plain + "(?![\\p{L}\\p{N}])"));
    }
  }

  /**
   * The rules with the city's words where it has its own, else Hoso's.
   *
   * @param cityFolder null for no city's own
   * @throws BadCityFile when the file breaks a rule
   */
  static TextRules load(@Nullable Path cityFolder, CitizenPages pages) {
    List<Asking> askings =
        CityFile.read(cityFolder, FILE, "language", "asks for", "words").stream()
            .map(Asking::of)
            .toList();
    return new TextRules(URI.create(pages.address()).getHost().toLowerCase(Locale.ROOT), askings);
  }

  /** What is wrong with a text; words of both languages are looked for in every text. */
  List<Fault> faults(String field, String text) {
    List<Fault> faults = new ArrayList<>();
    link(text)
        .ifPresent(
            it ->
                faults.add(
                    new Fault(
                        field,
                        "must have no link but %s, and a space after each full stop; it has '%s'"
                            .formatted(host, it))));
    String plain = Plain.of(text);
    askings.stream()
        .filter(it -> it.pattern().matcher(plain).find())
        .map(it -> new Fault(field, "must not ask for %s: '%s'".formatted(it.what(), it.words())))
        .distinct()
        .forEach(faults::add);
    return faults;
  }

  private Optional<String> link(String text) {
    String seen =
        INVISIBLE.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll("");
    for (String word : seen.split("[\\s\\p{Z}]+", -1)) {
      String bare = AROUND.matcher(word).replaceAll("").toLowerCase(Locale.ROOT);
      boolean own = bare.equals(host) || bare.equals("https://" + host);
      if (!own && LINK.matcher(bare).find()) {
        return Optional.of(bare);
      }
    }
    return Optional.empty();
  }
}
