package dev.hoso.core;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * A function's settings: its environment.
 *
 * <p>Where several functions share one JVM there is one environment for all of them, so what a
 * class path offers as {@code environment.properties} counts as well; what the process itself says
 * wins.
 */
public final class Settings {
  private static final String RESOURCE = "environment.properties";
  private final Map<String, String> values;

  private Settings(Map<String, String> values) {
    this.values = Map.copyOf(values);
  }

  /** The settings of this function. */
  public static Settings load() {
    Map<String, String> values = new HashMap<>(onClassPath());
    values.putAll(System.getenv());
    return new Settings(values);
  }

  /** Exactly these settings and no others. */
  public static Settings of(Map<String, String> values) {
    return new Settings(values);
  }

  /** The value of a setting, empty where it is not set or blank. */
  public Optional<String> optional(String name) {
    return Optional.ofNullable(values.get(name)).filter(value -> !value.isBlank());
  }

  /**
   * The value of a setting that the function cannot do without.
   *
   * @throws IllegalStateException naming the setting, where it is not set
   */
  public String required(String name) {
    return optional(name)
        .orElseThrow(() -> new IllegalStateException("The setting " + name + " is missing"));
  }

  /** The settings that begin so and are not blank, by the rest of their names. */
  public Map<String, String> under(String prefix) {
    Map<String, String> found = new HashMap<>();
    values.forEach(
        (name, value) -> {
          if (name.startsWith(prefix) && !value.isBlank()) {
            found.put(name.substring(prefix.length()), value);
          }
        });
    return found;
  }

  private static Map<String, String> onClassPath() {
    try (InputStream in = Settings.class.getClassLoader().getResourceAsStream(RESOURCE)) {
      if (in == null) {
        return Map.of();
      }
      Properties properties = new Properties();
      properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      Map<String, String> values = new HashMap<>();
      properties
          .stringPropertyNames()
          .forEach(name -> values.put(name, properties.getProperty(name)));
      return values;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
