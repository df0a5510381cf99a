package dev.hoso.local.template;

import dev.hoso.local.StartupProblem;
import java.util.HashMap;
import java.util.Map;

/** The template's parameters with their defaults. */
final class Parameters {
  private final Map<?, ?> declared;

  Parameters(Map<?, ?> declared) {
    this.declared = declared;
  }

  /**
   * @param local values in place of the defaults; those that the template does not declare are left
   *     out
   * @throws StartupProblem for a parameter without any value
   */
  Map<String, String> values(Map<String, String> local) {
    Map<String, String> values = new HashMap<>();
    declared.forEach(
        (key, about) -> {
          String name = String.valueOf(key);
          Object standard = about instanceof Map<?, ?> map ? map.get("Default") : null;
          String value = local.getOrDefault(name, standard == null ? null : standard.toString());
          if (value == null) {
            throw new StartupProblem(
                "Parameters." + name + " has no default, and no value for local use is known");
          }
          values.put(name, value);
        });
    return values;
  }
}
