package dev.hoso.dossiers.imports;

import dev.hoso.core.DossierStatus;
import dev.hoso.core.FilingChannel;
import dev.hoso.core.Invalid;
import dev.hoso.core.Language;
import dev.hoso.core.Time;
import dev.hoso.core.catalogue.Catalogue;
import dev.hoso.core.cityfile.CityFile;
import dev.hoso.core.cityfile.Row;
import dev.hoso.core.csv.Column;
import dev.hoso.core.csv.TimeForm;
import dev.hoso.dossiers.Registrable;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How older systems write their dossiers: {@code imports.csv} says where each part of one stands,
 * {@code import-words.csv} what the words there mean.
 */
public final class Mappings {
  static final Set<String> TIMES = Set.of("receivedAt", "dueAt", "finishedAt", "statusAt");
  private static final Set<String> REQUIRED = Set.of("code", "procedure", "unit", "name", "status");
  private static final Set<String> OTHERS =
      Set.of("channel", "phone", "email", "language", "consent", "responsibleUnit", "role");
  private static final String CHARSET = "charset";

  private final Map<String, Mapping> mappings;

  private Mappings(Map<String, Mapping> mappings) {
    this.mappings = mappings;
  }

  /**
   * Reads both files, Hoso's own and then the city's; a mapping of the city's takes the place of
   * ours of that name, with all its words.
   *
   * @param cityFolder null for no city's own
   * @throws dev.hoso.core.cityfile.BadCityFile naming file, line, column and rule
   */
  public static Mappings load(@Nullable Path cityFolder, Catalogue catalogue) {
    Map<String, Mapping> all = new LinkedHashMap<>(read(null, catalogue));
    if (cityFolder != null) {
      all.putAll(read(cityFolder, catalogue));
    }
    return new Mappings(all);
  }

  /** Their names. */
  public Set<String> names() {
    return new TreeSet<>(mappings.keySet());
  }

  /** The mapping of that name. */
  Optional<Mapping> of(String name) {
    return Optional.ofNullable(mappings.get(name));
  }

  private static Map<String, Mapping> read(@Nullable Path city, Catalogue catalogue) {
    Map<String, Map<String, Map<String, String>>> words = words(city, new Registrable(catalogue));
    Map<String, List<Row>> rows = new LinkedHashMap<>();
    for (Row row : CityFile.read(city, "imports.csv", "mapping", "part", "column", "form")) {
      rows.computeIfAbsent(row.text("mapping"), name -> new ArrayList<>()).add(row);
    }
    Map<String, Mapping> mappings = new LinkedHashMap<>();
    rows.forEach(
        (name, its) -> mappings.put(name, mapping(name, its, words.getOrDefault(name, Map.of()))));
    return mappings;
  }

  private static Mapping mapping(
      String name, List<Row> rows, Map<String, Map<String, String>> words) {
    Charset charset = StandardCharsets.UTF_8;
    Map<String, Part> parts = new LinkedHashMap<>();
    for (Row row : rows) {
      String part = row.text("part");
      if (part.equals(CHARSET)) {
        charset = charset(row);
      } else if (parts.put(part, part(row, part, words)) != null) {
        throw row.bad("part", part + " stands here for the second time");
      }
    }
    for (String required : new TreeSet<>(REQUIRED)) {
      if (!parts.containsKey(required)) {
        throw rows.getLast().bad("part", "the mapping " + name + " has no line for " + required);
      }
    }
    return new Mapping(name, charset, parts);
  }

  private static Part part(Row row, String part, Map<String, Map<String, String>> words) {
    if (!TIMES.contains(part) && !REQUIRED.contains(part) && !OTHERS.contains(part)) {
      throw row.bad("part", part + " is no part of a dossier");
    }
    row.text("column");
    Column column = Column.of(row.optional("column"));
    return new Part(
        column, TIMES.contains(part) ? forms(row) : List.of(), words.getOrDefault(part, Map.of()));
  }

  private static List<TimeForm> forms(Row row) {
    try {
      return Arrays.stream(row.text("form").split("\\|"))
          .map(pattern -> TimeForm.of(pattern.strip(), Time.VIETNAM.getId()))
          .toList();
    } catch (IllegalArgumentException e) {
      throw row.bad("form", "is no pattern like dd/MM/yyyy HH:mm, or several with | between");
    }
  }

  private static Charset charset(Row row) {
    String name = row.text("column");
    try {
      Charset charset = Charset.forName(name);
      if (Arrays.equals("\n".getBytes(charset), new byte[] {'\n'})) {
        return charset;
      }
    } catch (IllegalArgumentException e) {
      // Told below, with what would be right.
    }
    throw row.bad("column", "'" + name + "' is no charset like UTF-8 or windows-1258");
  }

  private static Map<String, Map<String, Map<String, String>>> words(
      @Nullable Path city, Registrable rules) {
    Map<String, Map<String, Map<String, String>>> words = new HashMap<>();
    for (Row row : CityFile.read(city, "import-words.csv", "mapping", "part", "word", "value")) {
      Map<String, String> ofPart =
          words
              .computeIfAbsent(row.text("mapping"), mapping -> new HashMap<>())
              .computeIfAbsent(row.text("part"), part -> new HashMap<>());
      if (ofPart.put(Column.compared(row.text("word")), meant(row, rules)) != null) {
        throw row.bad("word", "'" + row.text("word") + "' stands here for the second time");
      }
    }
    return words;
  }

  /** What is meant must be something that a registration may say. */
  private static String meant(Row row, Registrable rules) {
    String value = row.text("value");
    try {
      check(row.text("part"), value, rules);
    } catch (Invalid | NumberFormatException e) {
      throw row.bad("value", "'" + value + "' is no " + row.text("part") + " that there is");
    }
    return value;
  }

  private static void check(String part, String value, Registrable rules) {
    switch (part) {
      case "status" -> DossierStatus.of(part, Integer.valueOf(value));
      case "channel" -> FilingChannel.parse(part, value);
      case "language" -> Language.parse(part, value);
      case "procedure" -> rules.procedure(part, value);
      case "unit", "responsibleUnit" -> rules.unit(part, value);
      case "consent" -> {
        if (!value.equals("yes") && !value.equals("no")) {
          throw new Invalid(part, "must be yes or no");
        }
      }
      default -> throw new Invalid(part, "has no words");
    }
  }
}
