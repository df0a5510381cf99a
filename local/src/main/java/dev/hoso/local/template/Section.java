package dev.hoso.local.template;

import dev.hoso.local.StartupProblem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A resolved part of the template that knows its place. What is read from it is remembered, so that
 * {@link #end} can name what nobody understood.
 */
final class Section {
  private final Map<?, ?> content;
  private final String place;
  private final Set<String> known = new TreeSet<>();

  Section(Map<?, ?> content, String place) {
    this.content = content;
    this.place = place;
  }

  String place() {
    return place;
  }

  Set<String> names() {
    Set<String> names = new TreeSet<>();
    content.keySet().forEach(key -> names.add(String.valueOf(key)));
    return names;
  }

  Optional<Object> value(String name) {
    known.add(name);
    return Optional.ofNullable(content.get(name));
  }

  String text(String name) {
    return textIfAny(name)
        .orElseThrow(() -> new StartupProblem(place + ": " + name + " is missing"));
  }

  Optional<String> textIfAny(String name) {
    return value(name).map(value -> scalar(value, name));
  }

  int number(String name, int otherwise) {
    return textIfAny(name).map(text -> parse(text, name)).orElse(otherwise);
  }

  boolean flag(String name) {
    return textIfAny(name).map(Boolean::parseBoolean).orElse(false);
  }

  List<String> texts(String name) {
    return list(name).stream().map(String::valueOf).toList();
  }

  Section section(String name) {
    return section(value(name).orElse(Map.of()), place + "." + name);
  }

  List<Section> sections(String name) {
    List<?> list = list(name);
    return java.util.stream.IntStream.range(0, list.size())
        .mapToObj(i -> section(list.get(i), place + "." + name + "[" + i + "]"))
        .toList();
  }

  /** Properties that change nothing on a laptop: permissions, capacity, encryption, names. */
  Section without(String... meaningless) {
    known.addAll(List.of(meaningless));
    return this;
  }

  /**
   * @throws StartupProblem naming the first property that was neither read nor set aside
   */
  void end() {
    for (String name : names()) {
      if (!known.contains(name)) {
        throw new StartupProblem(place + "." + name + " is not supported by the local runtime");
      }
    }
  }

  StartupProblem refuse(String name, String why) {
    return new StartupProblem(place + "." + name + ": " + why);
  }

  private List<?> list(String name) {
    Object value = value(name).orElse(List.of());
    if (value instanceof List<?> list) {
      return list;
    }
    throw refuse(name, "a list is expected");
  }

  private static Section section(@Nullable Object value, String place) {
    if (value instanceof Map<?, ?> map) {
      return new Section(map, place);
    }
    throw new StartupProblem(place + ": a map is expected");
  }

  private String scalar(Object value, String name) {
    if (value instanceof Map || value instanceof List) {
      throw refuse(name, "a plain value is expected");
    }
    return value.toString();
  }

  private int parse(String text, String name) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new StartupProblem(place + "." + name + ": a number is expected, not " + text, e);
    }
  }
}
