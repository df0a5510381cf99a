package dev.hoso.dossiers.api;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/**
 * What micronaut-openapi made of the controllers, without the slips that it makes for OpenAPI 3.1
 * (6.20.0): a nullable {@code string} may also be an {@code object}, a nullable reference must be
 * null, {@code allowableValues} stands beside {@code enum}, and "Bad Request" beside a reference
 * hides what the shared answer says. What is null is left out of our JSON, so it is no type of it.
 */
final class GeneratedOpenApi {
  private static final Path GENERATED =
      Path.of("target", "classes", "META-INF", "swagger", "hoso.yml");

  private GeneratedOpenApi() {}

  static Map<String, Object> read() throws IOException {
    return tidied(parse(Files.readString(GENERATED)));
  }

  static Map<String, Object> parse(String yaml) {
    return new Yaml().load(yaml);
  }

  static String text(Map<String, Object> api) {
    DumperOptions options = new DumperOptions();
    options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
    options.setAllowUnicode(true);
    options.setWidth(120);
    return new Yaml(options).dump(api);
  }

  /** Every {@code $ref} in it. */
  static List<String> references(Object node) {
    List<String> found = new ArrayList<>();
    if (node instanceof Map<?, ?> map) {
      if (map.get("$ref") instanceof String reference) {
        found.add(reference);
      }
      map.values().forEach(value -> found.addAll(references(value)));
    } else if (node instanceof List<?> list) {
      list.forEach(value -> found.addAll(references(value)));
    }
    return found;
  }

  private static Map<String, Object> tidied(Map<?, ?> map) {
    Map<String, Object> tidy = new LinkedHashMap<>();
    map.forEach((name, value) -> tidy.put((String) name, tidied(value)));
    tidy.remove("allowableValues");
    if (tidy.containsKey("$ref")) {
      tidy.remove("description");
    }
    if (tidy.get("type") instanceof List<?> types && types.contains("null")) {
      tidy.put(
          "type", types.stream().filter(type -> !"null".equals(type)).findFirst().orElseThrow());
    }
    if (Objects.equals(tidy.get("type"), "null")
        && tidy.get("allOf") instanceof List<?> all
        && all.getFirst() instanceof Map<?, ?> reference) {
      return tidied(reference);
    }
    return tidy;
  }

  private static Object tidied(Object value) {
    if (value instanceof Map<?, ?> map) {
      return tidied(map);
    }
    return value instanceof List<?> list
        ? list.stream().map(GeneratedOpenApi::tidied).toList()
        : value;
  }
}
