package dev.hoso.payments;

import io.avaje.jsonb.Jsonb;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Calls made by the gateways' own rules, each with what it must do; how they read is in a README.
 */
@SuppressWarnings("unchecked")
record Vectors(String gateway, Map<String, Object> it) {
  private static final Map<String, String> FILES = new LinkedHashMap<>();

  static {
    for (String same :
        List.of("vnpay", "momo", "zalopay", "payos", "sepay", "stripe", "govukpay")) {
      FILES.put(same, same);
    }
    FILES.put("standard", "standardwebhooks");
    FILES.put("dvcqg", "dvcqg-keypay");
  }

  /** The cases of all gateways. */
  static Stream<Vectors> all() {
    return FILES.keySet().stream().flatMap(Vectors::of);
  }

  /** The cases of a gateway. */
  static Stream<Vectors> of(String gateway) {
    try (InputStream in =
        Vectors.class.getResourceAsStream("/vectors/" + FILES.get(gateway) + ".json")) {
      Map<String, Object> file =
          (Map<String, Object>) Jsonb.builder().build().type(Object.class).fromJson(in);
      return ((List<Map<String, Object>>) file.get("cases"))
          .stream().map(it -> new Vectors(gateway, it));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The case of that name. */
  static Vectors named(String gateway, String name) {
    return of(gateway).filter(it -> it.name().equals(name)).findFirst().orElseThrow();
  }

  String name() {
    return (String) it.get("name");
  }

  boolean tagged(String tag) {
    return ((List<String>) it.get("tags")).contains(tag);
  }

  @Nullable Long now() {
    return it.get("now") instanceof Number now ? now.longValue() : null;
  }

  Map<String, Object> expect() {
    return map(it, "expect");
  }

  Map<String, Object> reply() {
    return map(expect(), "reply");
  }

  /** What a receiver that goes by the case would have in its database; null for nothing. */
  @Nullable Map<String, Object> order() {
    return (Map<String, Object>) it.get("order");
  }

  /** What the gateway calls the order. */
  @Nullable String reference() {
    Map<String, Object> order = order();
    return order == null
        ? null
        : (String) order.getOrDefault("transactionId", order.get("reference"));
  }

  Door.Call call() {
    Map<String, Object> request = map(it, "request");
    return new Door.Call(
        (String) request.get("method"),
        gateway,
        (String) request.getOrDefault("query", ""),
        (Map<String, String>) request.getOrDefault("headers", Map.of()),
        (String) request.get("body"),
        Boolean.TRUE.equals(request.get("isBase64Encoded")));
  }

  /** The settings that the call was made for. */
  Map<String, String> settings() {
    Map<String, Object> config = map(it, "config");
    Map<String, String> settings = new LinkedHashMap<>();
    Map.of(
            "vnpay", Map.of("vnp_TmnCode", "TMN_CODE", "vnp_HashSecret", "HASH_SECRET"),
            "momo",
                Map.of(
                    "partnerCode", "PARTNER_CODE",
                    "accessKey", "ACCESS_KEY",
                    "secretKey", "SECRET_KEY"),
            "zalopay", Map.of("app_id", "APP_ID", "key2", "KEY2"),
            "payos", Map.of("checksumKey", "CHECKSUM_KEY"),
            "sepay",
                Map.of(
                    "secret", "SECRET",
                    "apiKey", "API_KEY",
                    "accountNumbers", "ACCOUNT_NUMBERS"),
            "stripe", Map.of("endpointSecret", "ENDPOINT_SECRET"),
            "govukpay", Map.of("signingSecret", "SIGNING_SECRET"),
            "standard", Map.of("secrets", "SECRETS"),
            "dvcqg", Map.of("client_id", "CLIENT_ID", "hash_key_2", "HASH_KEY2"))
        .get(gateway)
        .forEach(
            (theirs, ours) -> {
              if (config.get(theirs) != null) {
                String name = "HOSO_GATEWAYS_" + gateway.toUpperCase(java.util.Locale.ROOT);
                settings.put(name + "_" + ours, text(config.get(theirs)));
              }
            });
    return settings;
  }

  private static String text(Object value) {
    return value instanceof List<?> list
        ? String.join(",", list.stream().map(Object::toString).toList())
        : value.toString();
  }

  private static Map<String, Object> map(Map<String, Object> in, String name) {
    return (Map<String, Object>) in.get(name);
  }

  @Override
  public String toString() {
    return gateway + " " + name();
  }
}
