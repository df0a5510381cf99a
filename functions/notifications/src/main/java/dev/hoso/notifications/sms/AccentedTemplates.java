package dev.hoso.notifications.sms;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** The templates whose SMS keep their diacritics, as the sender has chosen. */
record AccentedTemplates(Set<String> names) {
  private static final String ALL = "*";

  /** Reads names with commas between them; {@code *} names all. */
  static AccentedTemplates parse(String list) {
    return new AccentedTemplates(
        Arrays.stream(list.split(",", -1))
            .map(String::strip)
            .filter(name -> !name.isEmpty())
            .collect(Collectors.toUnmodifiableSet()));
  }

  boolean has(String template) {
    return names.contains(ALL) || names.contains(template);
  }
}
