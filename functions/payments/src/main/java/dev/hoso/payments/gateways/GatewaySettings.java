package dev.hoso.payments.gateways;

import dev.hoso.core.Settings;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What gateways are set up with: the environment first ({@code HOSO_GATEWAYS_VNPAY_TMN_CODE}), then
 * SSM ({@code /hoso/gateways/vnpay/tmn_code}).
 *
 * <p>Nothing is read before it is needed, so that no secret is in a snapshot of the function; what
 * SSM said holds for five minutes, so that a changed secret needs no deployment.
 */
public final class GatewaySettings {
  private static final Duration HOLDS = Duration.ofMinutes(5);

  private record Read(Map<String, String> values, Instant at) {}

  private final Settings settings;
  private final InstantSource clock;
  private final Parameters parameters;
  private final Map<String, Read> read = new ConcurrentHashMap<>();

  /** The settings as this function has them. */
  public GatewaySettings(Settings settings, InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
    this.parameters = new Parameters(settings);
  }

  /**
   * A setting that may be absent.
   *
   * @throws software.amazon.awssdk.core.exception.SdkException where SSM cannot be asked
   */
  Optional<String> optional(String gateway, String field) {
    return settings
        .optional(variable(gateway, field))
        .or(() -> Optional.ofNullable(parameters(gateway).get(field)))
        .map(String::strip);
  }

  /**
   * A setting that the gateway cannot do without.
   *
   * @throws MissingSetting where it is not there
   */
  String required(String gateway, String field) {
    return optional(gateway, field).orElseThrow(() -> new MissingSetting(gateway, field));
  }

  /**
   * The secrets that are valid now, the one to sign with first: several while one replaces the
   * other.
   *
   * @throws MissingSetting where there is none
   */
  List<String> secrets(String gateway, String field) {
    List<String> secrets =
        Arrays.stream(required(gateway, field).split(","))
            .map(String::strip)
            .filter(secret -> !secret.isEmpty())
            .toList();
    if (secrets.isEmpty()) {
      throw new MissingSetting(gateway, field);
    }
    return secrets;
  }

  static String variable(String gateway, String field) {
    return "HOSO_GATEWAYS_" + gateway.toUpperCase(Locale.ROOT) + "_" + field;
  }

  static String parameter(String gateway, String field) {
    return Parameters.PATH + gateway + "/" + field.toLowerCase(Locale.ROOT);
  }

  private Map<String, String> parameters(String gateway) {
    Instant now = clock.instant();
    Read last = read.get(gateway);
    if (last == null || last.at().plus(HOLDS).isBefore(now)) {
      last = new Read(fields(gateway), now);
      read.put(gateway, last);
    }
    return last.values();
  }

  private Map<String, String> fields(String gateway) {
    Map<String, String> fields = new HashMap<>();
    parameters
        .of(gateway)
        .forEach((name, value) -> fields.put(name.toUpperCase(Locale.ROOT), value));
    return fields;
  }
}
