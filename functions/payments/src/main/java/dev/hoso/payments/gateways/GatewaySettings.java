package dev.hoso.payments.gateways;

import dev.hoso.core.Parameters;
import dev.hoso.core.Settings;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What gateways are set up with, by merchant account: a field is read from the environment where
 * that has it ({@code HOSO_GATEWAYS_VNPAY_TMN_CODE}, or {@code HOSO_GATEWAYS_VNPAY_TAYHO_TMN_CODE}
 * for the account {@code tayho}), else from SSM ({@code /hoso/gateways/vnpay/tmn_code}, {@code
 * /hoso/gateways/vnpay/tayho/tmn_code}). What a named account does not say is as the unnamed one
 * has it.
 *
 * <p>Nothing is read before it is needed, so that no secret is in a snapshot of the function; what
 * was read holds for five minutes, so that a changed secret needs no deployment.
 */
public final class GatewaySettings {
  private static final String PATH = "/hoso/gateways/";
  private static final Duration HOLDS = Duration.ofMinutes(5);

  private record Read(Accounts accounts, Instant until) {}

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

  /** A merchant account; null for the one without a name. */
  public Account account(String gateway, @Nullable String name) {
    return accounts(gateway).account(name == null ? "" : name);
  }

  /**
   * Every account that has this field of its own, the unnamed one first: those that a call may be
   * meant for.
   *
   * @throws software.amazon.awssdk.core.exception.SdkException where SSM cannot be asked
   */
  public List<Account> accounts(String gateway, String field) {
    return accounts(gateway).having(field);
  }

  /**
   * What stands in this list of any account: secrets of which any may prove a call.
   *
   * @throws MissingSetting where there is nothing
   * @throws software.amazon.awssdk.core.exception.SdkException where SSM cannot be asked
   */
  public List<String> all(String gateway, String field) {
    List<String> all = accounts(gateway).all(field);
    if (all.isEmpty()) {
      throw new MissingSetting(gateway, "", field);
    }
    return all;
  }

  /**
   * Whether a gateway is set up at all: so that nobody is sent to one that a city never connected.
   *
   * @throws software.amazon.awssdk.core.exception.SdkException where SSM cannot be asked
   */
  public boolean know(String gateway) {
    return accounts(gateway).any();
  }

  static String variable(String gateway, String account, String field) {
    return prefix(gateway) + name(account, field);
  }

  static String parameter(String gateway, String account, String field) {
    String folder = account.isEmpty() ? "" : account + "/";
    return PATH + gateway + "/" + folder + field.toLowerCase(Locale.ROOT);
  }

  /** A field's name among the settings of its gateway. */
  static String name(String account, String field) {
    return account.isEmpty() ? field : account.toUpperCase(Locale.ROOT) + "_" + field;
  }

  private static String prefix(String gateway) {
    return "HOSO_GATEWAYS_" + gateway.toUpperCase(Locale.ROOT) + "_";
  }

  private Accounts accounts(String gateway) {
    Instant now = clock.instant();
    Read last = read.get(gateway);
    if (last == null || last.until().isBefore(now)) {
      last = new Read(readAnew(gateway), now.plus(HOLDS));
      read.put(gateway, last);
    }
    return last.accounts();
  }

  private Accounts readAnew(String gateway) {
    Map<String, String> asked = new ConcurrentHashMap<>();
    return new Accounts(
        gateway,
        settings.under(prefix(gateway)),
        () -> {
          if (asked.isEmpty()) {
            asked.putAll(fields(gateway));
          }
          return asked;
        });
  }

  private Map<String, String> fields(String gateway) {
    Map<String, String> fields = new HashMap<>();
    parameters
        .under(PATH + gateway)
        .forEach(
            (name, value) -> fields.put(name.toUpperCase(Locale.ROOT).replace('/', '_'), value));
    return fields;
  }
}
