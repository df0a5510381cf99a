package dev.hoso.payments.gateways;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What the national portal's platform says of a transaction, signed by code of its own. */
public final class DvcqgAnswer {
  public static final String PATH = "/api/v1/transaction/detail";

  private static final List<String> SIGNED =
      List.of(
          "client_id", "command", "status", "trans_amount", "transaction_code", "transaction_id");

  private final Map<String, String> fields = new LinkedHashMap<>();
  private final String key;

  /** That it is paid. */
  public DvcqgAnswer(String key) {
    this.key = key;
    fields.put("error", "0");
    fields.put("client_id", "G17_BXD");
    fields.put("command", "QUERY");
    fields.put("transaction_id", "20421_a");
    fields.put("transaction_code", "KP14812201");
    fields.put("trans_amount", "150000");
    fields.put("status", "0");
    fields.put("pay_time", "20261123142000");
  }

  public DvcqgAnswer with(String name, String value) {
    fields.put(name, value);
    return this;
  }

  /** The answer with its checksum. */
  public String json() {
    String text = SIGNED.stream().map(fields::get).collect(Collectors.joining("|"));
    Map<String, String> signed = new LinkedHashMap<>(fields);
    signed.put("check_sum", hash(text));
    return signed.entrySet().stream()
        .map(field -> "\"" + field.getKey() + "\":\"" + field.getValue() + "\"")
        .collect(Collectors.joining(",", "{", "}"));
  }

  private String hash(String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
