package dev.hoso.local.gateways;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The fields of a message in the orders in which gateways sign them. */
final class Fields {
  private Fields() {}

  /** A field as a text; empty where it is absent or null. */
  static String text(JsonNode json, String name) {
    return json.path(name).asText("").equals("null") ? "" : json.path(name).asText("");
  }

  /** {@code name=value&…} of these fields in this order, not encoded. */
  static String pairs(JsonNode json, String... names) {
    return Arrays.stream(names)
        .map(name -> name + "=" + text(json, name))
        .collect(Collectors.joining("&"));
  }

  /** The values of these fields in this order, joined by bars. */
  static String bars(JsonNode json, String... names) {
    return Arrays.stream(names).map(name -> text(json, name)).collect(Collectors.joining("|"));
  }
}
