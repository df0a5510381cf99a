package dev.hoso.portal.protocol;

import dev.hoso.core.Parameters;
import dev.hoso.core.Settings;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How the portal is connected: each field from the environment ({@code HOSO_PORTAL_PASSWORD}), else
 * from SSM ({@code /hoso/portal/password}).
 *
 * <p>Nothing is read before it is needed, so that no secret is in a snapshot of the function; what
 * was read holds for five minutes, so that a changed secret needs no deployment.
 */
public final class PortalSettings {
  private static final String PREFIX = "HOSO_PORTAL_";
  private static final String PATH = "/hoso/portal";
  private static final Duration HOLDS = Duration.ofMinutes(5);

  private final Map<String, String> environment;
  private final Parameters parameters;
  private final InstantSource clock;
  private Map<String, String> read = Map.of();
  private Instant until = Instant.MIN;

  /** The settings as this function has them. */
  public PortalSettings(Settings settings, InstantSource clock) {
    this.environment = settings.under(PREFIX);
    this.parameters = new Parameters(settings);
    this.clock = clock;
  }

  /** Whether the city is connected at all: who names no address is not. */
  public boolean connected() {
    return environment.containsKey("BASE_URL");
  }

  /** Where one of the portal's three entrances is; each path can be set, as {@code LOGIN_PATH}. */
  String address(String entrance, String usualPath) {
    return required("BASE_URL") + optional(entrance + "_PATH").orElse(usualPath);
  }

  Optional<String> optional(String field) {
    String value = environment.get(field);
    return Optional.ofNullable(value != null ? value : secrets().get(field)).map(String::strip);
  }

  /**
   * A field that the portal cannot be called without.
   *
   * @throws PortalTrouble where it is not set: it may be any minute
   */
  String required(String field) {
    return optional(field)
        .orElseThrow(() -> new PortalTrouble("the setting " + PREFIX + field + " is missing"));
  }

  /** Who names the password in the environment has all there: SSM is not asked. */
  private synchronized Map<String, String> secrets() {
    if (environment.containsKey("PASSWORD")) {
      return Map.of();
    }
    Instant now = clock.instant();
    if (until.isBefore(now)) {
      Map<String, String> fields = new HashMap<>();
      parameters
          .under(PATH)
          .forEach((name, value) -> fields.put(name.toUpperCase(Locale.ROOT), value));
      read = fields;
      until = now.plus(HOLDS);
    }
    return read;
  }
}
