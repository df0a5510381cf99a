package dev.hoso.results;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a result is to be made of, kept until it is sealed or refused and no longer: it is personal.
 *
 * @param upload where the PDF that was sent lies in the bucket; null where fields were sent
 * @param fields values for the template of the procedure; empty where a PDF was sent
 */
public record Sent(@Nullable String upload, Map<String, String> fields) {
  /** Nothing, or nothing any more. */
  public static final Sent NOTHING = new Sent(null, Map.of());

  public Sent {
    fields = Map.copyOf(fields);
  }

  /** A PDF that lies in the bucket. */
  public static Sent upload(String key) {
    return new Sent(key, Map.of());
  }

  /** Values for a template. */
  public static Sent fields(Map<String, String> fields) {
    return new Sent(null, fields);
  }

  /** Without the fields: a record's text ends up in logs. */
  @Override
  public String toString() {
    return "Sent[" + upload + ", " + fields.size() + " fields]";
  }
}
