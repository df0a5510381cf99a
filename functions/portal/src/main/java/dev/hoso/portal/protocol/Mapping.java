package dev.hoso.portal.protocol;

import dev.hoso.core.cityfile.BadCityFile;
import dev.hoso.core.cityfile.CityFile;
import dev.hoso.core.cityfile.Row;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What of a dossier goes into which of the portal's fields: {@code portal.csv}. */
public final class Mapping {
  private static final String FILE = "portal.csv";
  private static final String ANSWER = "answer";

  /** What a code of the portal's answers means. */
  enum Outcome {
    ACCEPTED("accepted"),
    REFUSED("refused"),
    /** A look-up's own way to say that the portal does not have the dossier. */
    UNKNOWN("unknown"),
    SESSION_ENDED("sessionEnded"),
    LATER("later");

    private final String code;

    Outcome(String code) {
      this.code = code;
    }

    static Optional<Outcome> named(String name) {
      return Stream.of(values()).filter(outcome -> outcome.code.equals(name)).findFirst();
    }
  }

  private final Map<String, List<Field>> messages;

  private Mapping(Map<String, List<Field>> messages) {
    this.messages = messages;
  }

  /**
   * Reads the file, from the city's folder where it lies there.
   *
   * @param cityFolder null for no city's own
   * @throws BadCityFile when the file breaks a rule of its README
   */
  public static Mapping load(@Nullable Path cityFolder) {
    Map<String, List<Field>> messages = new LinkedHashMap<>();
    for (Row row : CityFile.read(cityFolder, FILE, "message", "field", "value", "codes")) {
      Field field = Field.of(row);
      messages.computeIfAbsent(row.text("message"), it -> new ArrayList<>()).add(field);
      if (row.text("message").equals(ANSWER)) {
        checkOutcomes(row, field);
      }
    }
    return new Mapping(messages);
  }

  private static void checkOutcomes(Row row, Field field) {
    for (String name : field.codes().values()) {
      if (Outcome.named(name).isEmpty()) {
        throw row.bad("codes", name + " is nothing that an answer can mean");
      }
    }
  }

  /** The form that a service takes, filled in. What has no value is left out. */
  public Map<String, Object> form(Service service, Facts facts) {
    return form(service.code(), facts);
  }

  private Map<String, Object> form(String message, Facts facts) {
    Map<String, Object> form = new LinkedHashMap<>();
    for (Field field : messages.getOrDefault(message, List.of())) {
      String part = message + "/" + field.name();
      if (messages.containsKey(part)) {
        form.put(
            field.name(), facts.list(field.value()).stream().map(it -> form(part, it)).toList());
      } else {
        String text = field.text(facts);
        if (!text.isEmpty()) {
          form.put(field.name(), text);
        }
      }
    }
    return form;
  }

  /** The field in which a look-up shows a dossier's progress. */
  String shownSteps() {
    return messages.getOrDefault(Service.LOOK_UP, List.of()).stream()
        .filter(field -> field.value().equals("steps"))
        .map(Field::name)
        .findFirst()
        .orElse("");
  }

  /** What a code says; one that nobody named is a refusal. */
  Outcome outcome(String code) {
    return messages.getOrDefault(ANSWER, List.of()).stream()
        .map(field -> field.codes().getOrDefault(code, ""))
        .flatMap(name -> Outcome.named(name).stream())
        .findFirst()
        .orElse(Outcome.REFUSED);
  }
}
