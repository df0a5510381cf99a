package dev.hoso.payments.gateways;

import dev.hoso.payments.Anomaly;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a call, as VNPAY signs them: those that begin with {@code vnp_}, sorted by
 * name, form-encoded, without the signature itself
 * (https://sandbox.vnpayment.vn/apis/docs/thanh-toan-pay/pay.html).
 */
final class VnpayQuery {
  static final String SIGNATURE = "vnp_SecureHash";

  /** What is signed is rarely longer. */
  private static final int USUAL_LENGTH = 512;

  private static final String SIGNATURE_TYPE = "vnp_SecureHashType";

  private final Map<String, String> values = new TreeMap<>();
  private final Map<String, String> asReceived = new TreeMap<>();
  private @Nullable String signature;

  private VnpayQuery() {}

  /**
   * Reads a query as it was received.
   *
   * @throws Unreadable where it cannot be VNPAY's: a name stands twice, which everybody reads
   *     differently (the first, the last, both), or an escape is broken
   */
  static VnpayQuery read(String raw) {
    VnpayQuery query = new VnpayQuery();
    for (String pair : raw.split("&", -1)) {
      if (!query.take(pair)) {
        throw new Unreadable(Anomaly.Kind.DUPLICATE_NAME, "a name stands twice");
      }
    }
    return query;
  }

  /** Those of these parameters that it has, as they were received. */
  String shown(List<String> names) {
    return asReceived.entrySet().stream()
        .filter(pair -> names.contains(pair.getKey()))
        .map(Map.Entry::getValue)
        .collect(Collectors.joining("&"));
  }

  /** Parameters as VNPAY's form encoding has them. */
  static String encoded(Map<String, String> values) {
    StringBuilder encoded = new StringBuilder(USUAL_LENGTH);
    new TreeMap<>(values)
        .forEach(
            (name, value) ->
                encoded
                    .append(encoded.isEmpty() ? "" : "&")
                    .append(encoded(name))
                    .append('=')
                    .append(encoded(value)));
    return encoded.toString();
  }

  /** What a parameter says; null where it is absent or empty. */
  @Nullable String value(String name) {
    return values.get(name);
  }

  @Nullable String signature() {
    return signature;
  }

  /** What was signed, if spaces, escapes and empty values are as VNPAY's own library has them. */
  String canonical() {
    return encoded(values);
  }

  /** What was signed, if the sender encodes otherwise: VNPAY's own samples do not agree. */
  String asReceived() {
    return String.join("&", asReceived.values());
  }

  private boolean take(String pair) {
    int equals = pair.indexOf('=');
    String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
    String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
    if (name.equals(SIGNATURE)) {
      boolean first = signature == null;
      signature = value;
      return first;
    }
    if (!name.startsWith("vnp_") || name.equals(SIGNATURE_TYPE)) {
      return true;
    }
    if (!value.isEmpty()) {
      values.put(name, value);
    }
    return asReceived.put(name, pair) == null;
  }

  private static String decoded(String text) {
    if (text.indexOf('%') < 0 && text.indexOf('+') < 0) {
      return text;
    }
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new Unreadable(Anomaly.Kind.MALFORMED, "a broken escape");
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
