package dev.hoso.notifications.announcements;

import dev.hoso.core.Fault;
import dev.hoso.core.Invalid;
import dev.hoso.core.JsonTypes;
import dev.hoso.core.Language;
import io.avaje.json.JsonException;
import io.avaje.jsonb.JsonType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks for, as far as its form goes.
 *
 * @param subject of e-mails; empty for the one that all have
 * @param list null for one that is put where the answer says
 * @param channel null for the way that each line has
 */
record Asked(
    String name,
    Map<Language, String> text,
    Map<Language, String> subject,
    @Nullable String list,
    @Nullable String channel) {
  private static final JsonType<Object> JSON = JsonTypes.of(Object.class);
  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_SUBJECT = 100;

  /** Far more than three SMS; what is too long for those is said by its own rule. */
  private static final int LONGEST_TEXT = 2_000;

  private static final String LIST = ListBucket.FOLDER + "[A-Za-z0-9][A-Za-z0-9._/-]{0,199}\\.csv";

  /**
   * Reads a request's body.
   *
   * @throws Invalid with every field that breaks a rule
   */
  static Asked of(byte[] body) {
    Reader reader = new Reader();
    Map<?, ?> fields = reader.object(body);
    Asked asked =
        new Asked(
            reader.line("name", fields.get("name"), LONGEST_NAME),
            reader.texts("text", fields.get("text"), LONGEST_TEXT, true),
            reader.texts("subject", fields.get("subject"), LONGEST_SUBJECT, false),
            reader.matching(
                "list", fields.get("list"), LIST, "must be a key like lists/december.csv"),
            reader.matching("channel", fields.get("channel"), "sms|email", "must be sms or email"));
    if (!reader.faults.isEmpty()) {
      throw new Invalid(reader.faults);
    }
    return asked;
  }

  /** Reads the fields and notes what is wrong with them. */
  private static final class Reader {
    private final List<Fault> faults = new ArrayList<>();

    Map<?, ?> object(byte[] body) {
      try {
        if (JSON.fromJson(new String(body, StandardCharsets.UTF_8)) instanceof Map<?, ?> fields) {
          return fields;
        }
      } catch (JsonException | IllegalStateException noJson) {
        throw new Invalid("body", "must be a JSON object, and cannot be read as JSON");
      }
      throw new Invalid("body", "must be a JSON object");
    }

    String line(String field, @Nullable Object value, int longest) {
      String text = text(field, value, longest);
      if (text.chars().anyMatch(Character::isISOControl)) {
        faults.add(new Fault(field, "must be one line"));
      }
      return text;
    }

    private String text(String field, @Nullable Object value, int longest) {
      if (value instanceof String text && !text.isBlank() && text.length() <= longest) {
        return text.replace("\r\n", "\n").strip();
      }
      faults.add(new Fault(field, "must be a text of 1 to " + longest + " characters"));
      return "";
    }

    Map<Language, String> texts(
        String field, @Nullable Object value, int longest, boolean required) {
      Map<Language, String> texts = new EnumMap<>(Language.class);
      if (value == null && !required) {
        return texts;
      }
      for (Language language : Language.values()) {
        String name = field + "." + language.code();
        Object said = value instanceof Map<?, ?> map ? map.get(language.code()) : null;
        texts.put(language, required ? text(name, said, longest) : line(name, said, longest));
      }
      return texts;
    }

    @Nullable String matching(String field, @Nullable Object value, String form, String rule) {
      if (value == null || (value instanceof String text && text.matches(form))) {
        return (String) value;
      }
      faults.add(new Fault(field, rule));
      return null;
    }
  }
}
