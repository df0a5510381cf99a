package dev.hoso.local.template;

import dev.hoso.local.StartupProblem;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code !Sub}: {@code ${Name}}, {@code ${Name.Attribute}} and {@code ${!Literal}} in a text. */
final class Substitution {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}]+)}");

  private final Resolver resolver;
  private final References references;

  Substitution(Resolver resolver, References references) {
    this.resolver = resolver;
    this.references = references;
  }

  String of(Object argument, String place) {
    if (argument instanceof List<?> both
        && both.size() == 2
        && both.get(1) instanceof Map<?, ?> own) {
      return fill(String.valueOf(both.get(0)), own, place);
    }
    if (argument instanceof String text) {
      return fill(text, Map.of(), place);
    }
    throw new StartupProblem(place + ": !Sub takes a text, or a text and a map");
  }

  private String fill(String text, Map<?, ?> own, String place) {
    Matcher matcher = PLACEHOLDER.matcher(text);
    StringBuilder filled = new StringBuilder();
    while (matcher.find()) {
      matcher.appendReplacement(
          filled, Matcher.quoteReplacement(value(matcher.group(1), own, place)));
    }
    return matcher.appendTail(filled).toString();
  }

  private String value(String name, Map<?, ?> own, String place) {
    if (name.startsWith("!")) {
      return "${" + name.substring(1) + "}";
    }
    if (own.containsKey(name)) {
      return resolver.text(own.get(name), place);
    }
    return String.valueOf(
        name.contains(".") ? references.attribute(name, place) : references.ref(name, place));
  }
}
