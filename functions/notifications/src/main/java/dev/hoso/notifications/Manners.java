package dev.hoso.notifications;

import dev.hoso.core.cityfile.BadCityFile;
import dev.hoso.core.cityfile.CityFile;
import dev.hoso.core.cityfile.Row;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How the messages of each template behave: {@code messages.csv} of the catalogue. */
public final class Manners {
  private static final String FILE = "messages.csv";
  private static final String[] COLUMNS = {
    "template", "kind", "waits", "merges", "expires", "necessary"
  };

  /**
   * How a template's messages behave.
   *
   * @param waits whether it waits until the quiet hours are over
   * @param merges whether it may become one message with others of the same dossier
   * @param expires how long after the fact it still says something; null for always
   * @param necessary whether the law wants it to be told, so that nobody can opt out of it
   */
  public record Manner(
      Kind kind, boolean waits, boolean merges, @Nullable Duration expires, boolean necessary) {}

  private final Map<String, Manner> byTemplate;

  private Manners(Map<String, Manner> byTemplate) {
    this.byTemplate = byTemplate;
  }

  /**
   * Reads the city's file where it has one, else Hoso's own.
   *
   * @param cityFolder null for no city's own
   * @throws BadCityFile when the file breaks a rule
   */
  public static Manners load(@Nullable Path cityFolder) {
    Map<String, Manner> manners = new HashMap<>();
    for (Row row : CityFile.read(cityFolder, FILE, COLUMNS)) {
      if (manners.put(row.text("template"), manner(row)) != null) {
        throw row.bad("template", row.text("template") + " stands here for the second time");
      }
    }
    return new Manners(manners);
  }

  /**
   * How a template's messages behave.
   *
   * @throws IllegalStateException where the file does not say
   */
  public Manner of(String template) {
    Manner manner = byTemplate.get(template);
    if (manner == null) {
      throw new IllegalStateException(FILE + " does not say how " + template + " behaves");
    }
    return manner;
  }

  /** The kinds that a person can opt out of, because not all of their messages are necessary. */
  public Set<Kind> optional() {
    Set<Kind> kinds = EnumSet.noneOf(Kind.class);
    byTemplate.values().stream()
        .filter(manner -> !manner.necessary())
        .map(Manner::kind)
        .forEach(kinds::add);
    return kinds;
  }

  private static Manner manner(Row row) {
    String[] codes = Arrays.stream(Kind.values()).map(Kind::code).toArray(String[]::new);
    Kind kind = Kind.of(row.oneOf("kind", codes));
    return new Manner(
        kind, row.yes("waits"), row.yes("merges"), expires(row), row.yes("necessary"));
  }

  private static @Nullable Duration expires(Row row) {
    String text = row.optional("expires");
    try {
      return text.isEmpty() ? null : Duration.parse(text);
    } catch (DateTimeParseException e) {
      throw row.bad("expires", "'" + text + "' is no ISO-8601 duration like PT24H");
    }
  }
}
