package dev.hoso.core.web;

import io.avaje.jsonb.JsonType;
import io.avaje.jsonb.Jsonb;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an API's function answers.
 *
 * @param headers by their names in any case
 */
public record ApiAnswer(int status, Map<String, String> headers, String body) {
  private static final JsonType<Object> JSON = Jsonb.builder().build().type(Object.class);

  @SuppressWarnings("unchecked")
  public Map<String, Object> json() {
    return (Map<String, Object>) JSON.fromJson(body);
  }

  public String text(String name) {
    return (String) json().get(name);
  }

  public long number(String name) {
    return ((Number) json().get(name)).longValue();
  }

  /** What a problem says is wrong, field by field. */
  @SuppressWarnings("unchecked")
  public Map<String, String> faults() {
    Map<String, String> faults = new LinkedHashMap<>();
    for (Map<String, String> error : (List<Map<String, String>>) json().get("errors")) {
      faults.put(error.get("field"), error.get("rule"));
    }
    return faults;
  }

  /** What a person reads of a page: no tags, no spaces at line ends. */
  public String read() {
    return body.replaceAll("(?s)<style>.*?</style>", "")
        .replaceAll("<[^>]+>", " ")
        .replaceAll("\\s+", " ")
        .strip();
  }
}
