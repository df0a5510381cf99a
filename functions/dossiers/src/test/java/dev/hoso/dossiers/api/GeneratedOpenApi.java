package dev.hoso.dossiers.api;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
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

  /** What was gathered from other modules, see the pom. */
  private static final Path PARTS = Path.of("target", "openapi");

  private GeneratedOpenApi() {}

  static Map<String, Object> read() throws IOException {
    return read(GENERATED);
  }

  /**
   * One file of it. Paths, components and tags go by their names: the parts are read in whatever
   * order the file system has them.
   */
  static Map<String, Object> read(Path file) throws IOException {
    Map<String, Object> api = tidied(parse(Files.readString(file)));
    api.computeIfPresent("paths", (name, paths) -> sorted(paths));
    api.computeIfPresent("tags", (name, tags) -> byName((List<?>) tags));
    if (api.get("components") instanceof Map<?, ?> components) {
      Map<String, Object> each = new TreeMap<>();
      components.forEach((kind, named) -> each.put((String) kind, sorted(named)));
      api.put("components", each);
    }
    return api;
  }

  static List<Path> parts() throws IOException {
    try (Stream<Path> all = Files.list(PARTS)) {
      return all.sorted().toList();
    }
  }

  /** Whether a module's part was gathered: it may be built later, or at the same time. */
  static boolean has(String module) {
    return Files.exists(PARTS.resolve(module + ".yml"));
  }

  private static Map<Object, Object> sorted(Object map) {
    return new TreeMap<>((Map<?, ?>) map);
  }

  private static List<?> inOrder(List<?> texts) {
    return texts.stream().sorted().toList();
  }

  private static List<?> byName(List<?> tags) {
    return tags.stream()
        .sorted(Comparator.comparing(it -> ((Map<?, ?>) it).get("name").toString()))
        .toList();
  }

  static Map<String, Object> parse(String yaml) {
    return new Yaml().load(yaml);
  }

  static String text(Map<String, Object> api) {
    DumperOptions options = new DumperOptions();
    options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
    options.setAllowUnicode(true);
    options.setWidth(120);
    options.setDereferenceAliases(true);
    return new Yaml(options).dump(api);
  }

  /** Every text under this name in it, such as each {@code $ref}. */
  static List<String> values(String name, Object node) {
    List<String> found = new ArrayList<>();
    if (node instanceof Map<?, ?> map) {
      if (map.get(name) instanceof String text) {
        found.add(text);
      }
      map.values().forEach(value -> found.addAll(values(name, value)));
    } else if (node instanceof List<?> list) {
      list.forEach(value -> found.addAll(values(name, value)));
    }
    return found;
  }

  private static Map<String, Object> tidied(Map<?, ?> map) {
    Map<String, Object> tidy = new LinkedHashMap<>();
    map.forEach((name, value) -> tidy.put((String) name, tidied(value)));
    tidy.remove("allowableValues");
    // A set, whose order changes when files are merged.
    tidy.computeIfPresent("required", (name, it) -> it instanceof List<?> l ? inOrder(l) : it);
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
