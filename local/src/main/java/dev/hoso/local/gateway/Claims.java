package dev.hoso.local.gateway;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a proven token says.
 *
 * @param scopes those that it carries
 */
record Claims(Map<String, Object> all, List<String> scopes) {

  /** API Gateway gives every claim as a text, a list as {@code [one two]}. */
  void write(ObjectNode jwt) {
    ObjectNode claims = jwt.putObject("claims");
    all.forEach((name, value) -> claims.put(name, text(value)));
    if (scopes.isEmpty()) {
      jwt.putNull("scopes");
    } else {
      scopes.forEach(jwt.putArray("scopes")::add);
    }
  }

  private static String text(Object value) {
    if (value instanceof Collection<?> many) {
      return many.stream().map(String::valueOf).collect(Collectors.joining(" ", "[", "]"));
    }
    return value instanceof java.util.Date date
        ? String.valueOf(date.toInstant().getEpochSecond())
        : String.valueOf(value);
  }
}
