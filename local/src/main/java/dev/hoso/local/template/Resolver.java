package dev.hoso.local.template;

import dev.hoso.local.StartupProblem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Replaces intrinsics by what they stand for; whatever it does not know, it names with its place.
 */
final class Resolver {
  private final References references;
  private final Map<?, ?> conditions;
  private final Map<?, ?> mappings;

  Resolver(References references, Map<?, ?> conditions, Map<?, ?> mappings) {
    this.references = references;
    this.conditions = conditions;
    this.mappings = mappings;
  }

  /**
   * Resolves a value and all within it.
   *
   * @return null for {@code AWS::NoValue}, which removes whatever it is the value of
   */
  @Nullable Object resolve(@Nullable Object value, String place) {
    if (value instanceof Intrinsic intrinsic) {
      return apply(intrinsic, place);
    }
    if (value instanceof List<?> list) {
      return resolveList(list, place);
    }
    if (value instanceof Map<?, ?> map) {
      Intrinsic longForm = longForm(map);
      return longForm == null ? resolveMap(map, place) : apply(longForm, place);
    }
    return value;
  }

  boolean holds(String condition, String place) {
    if (!conditions.containsKey(condition)) {
      throw new StartupProblem(place + ": there is no condition " + condition);
    }
    return Boolean.TRUE.equals(resolve(conditions.get(condition), "Conditions." + condition));
  }

  private static @Nullable Intrinsic longForm(Map<?, ?> map) {
    if (map.size() != 1) {
      return null;
    }
    String key = String.valueOf(map.keySet().iterator().next());
    Object argument = map.values().iterator().next();
    if (argument == null || !(key.startsWith("Fn::") || key.equals("Ref"))) {
      return null;
    }
    return new Intrinsic(key.startsWith("Fn::") ? key.substring(4) : key, argument);
  }

  private Map<String, Object> resolveMap(Map<?, ?> map, String place) {
    Map<String, Object> resolved = new LinkedHashMap<>();
    map.forEach(
        (key, value) -> {
          Object there = resolve(value, place + "." + key);
          if (there != null) {
            resolved.put(String.valueOf(key), there);
          }
        });
    return resolved;
  }

  private List<Object> resolveList(List<?> list, String place) {
    List<Object> resolved = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      Object there = resolve(list.get(i), place + "[" + i + "]");
      if (there != null) {
        resolved.add(there);
      }
    }
    return resolved;
  }

  private @Nullable Object apply(Intrinsic call, String place) {
    Object argument = call.argument();
    return switch (call.name()) {
      case "Ref" -> references.ref(String.valueOf(argument), place);
      case "GetAtt" -> references.attribute(dotted(argument), place);
      case "Sub" -> new Substitution(this, references).of(argument, place);
      case "Condition" -> holds(String.valueOf(argument), place);
      case "If" -> choose(arguments(call, 3, place), place);
      case "Equals" -> same(arguments(call, 2, place), place);
      case "Not" -> !truth(arguments(call, 1, place).getFirst(), place);
      case "And" -> operands(call, place).stream().allMatch(one -> truth(one, place));
      case "Or" -> operands(call, place).stream().anyMatch(one -> truth(one, place));
      case "Join" -> join(arguments(call, 2, place), place);
      case "Split" -> split(arguments(call, 2, place), place);
      case "Select" -> select(arguments(call, 2, place), place);
      case "FindInMap" -> find(arguments(call, 3, place), place);
      default ->
          throw new StartupProblem(place + ": the function !" + call.name() + " is not supported");
    };
  }

  private static String dotted(Object argument) {
    return argument instanceof List<?> list
        ? String.join(".", list.stream().map(String::valueOf).toList())
        : String.valueOf(argument);
  }

  private static List<?> operands(Intrinsic call, String place) {
    if (call.argument() instanceof List<?> list) {
      return list;
    }
    throw new StartupProblem(place + ": !" + call.name() + " takes a list");
  }

  private static List<?> arguments(Intrinsic call, int count, String place) {
    List<?> list = operands(call, place);
    if (list.size() != count) {
      throw new StartupProblem(place + ": !" + call.name() + " takes " + count + " arguments");
    }
    return list;
  }

  private boolean truth(Object operand, String place) {
    return Boolean.TRUE.equals(resolve(operand, place));
  }

  private @Nullable Object choose(List<?> of, String place) {
    return resolve(holds(String.valueOf(of.get(0)), place) ? of.get(1) : of.get(2), place);
  }

  private boolean same(List<?> both, String place) {
    return text(both.get(0), place).equals(text(both.get(1), place));
  }

  private String join(List<?> of, String place) {
    return String.join(text(of.get(0), place), texts(of.get(1), place));
  }

  private List<String> split(List<?> of, String place) {
    return List.of(
        text(of.get(1), place).split(java.util.regex.Pattern.quote(text(of.get(0), place)), -1));
  }

  private String select(List<?> of, String place) {
    return texts(of.get(1), place).get(Integer.parseInt(text(of.get(0), place)));
  }

  private @Nullable Object find(List<?> path, String place) {
    Object found = mappings;
    for (Object key : path) {
      found = found instanceof Map<?, ?> map ? map.get(text(key, place)) : null;
    }
    if (found == null) {
      throw new StartupProblem(place + ": there is no mapping " + path);
    }
    return resolve(found, place);
  }

  String text(@Nullable Object value, String place) {
    return String.valueOf(resolve(value, place));
  }

  private List<String> texts(@Nullable Object value, String place) {
    if (resolve(value, place) instanceof List<?> list) {
      return list.stream().map(String::valueOf).toList();
    }
    throw new StartupProblem(place + ": a list is expected");
  }
}
