package dev.hoso.payments.gateways;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What payOS's API answers of a payment link of 50.000đ, unless told otherwise. */
public final class PayosAnswer {
  private static final String ID = "124c33293c934a85be5b7f8761a27a07";

  /** As they are written in JSON. */
  private final Map<String, String> data = new LinkedHashMap<>();

  private PayosAnswer() {}

  /** A new link (the sample at https://payos.vn/docs/api/). */
  public static PayosAnswer created(String orderCode) {
    PayosAnswer answer = new PayosAnswer();
    return answer
        .with("bin", "\"970422\"")
        .with("accountNumber", "\"113366668888\"")
        .with("accountName", "\"QUY VAC XIN PHONG CHONG COVID\"")
        .with("amount", "50000")
        .with("description", "\"HS1234567\"")
        .with("orderCode", orderCode)
        .with("currency", "\"VND\"")
        .with("paymentLinkId", '"' + ID + '"')
        .with("status", "\"PENDING\"")
        .with("checkoutUrl", "\"https://pay.payos.vn/web/" + ID + '"')
        .with("qrCode", "\"00020101021238570010A000000727\"");
  }

  /** A link that is asked about, nothing paid. */
  public static PayosAnswer known(String orderCode) {
    PayosAnswer answer = new PayosAnswer();
    return answer
        .with("id", '"' + ID + '"')
        .with("orderCode", orderCode)
        .with("amount", "50000")
        .with("amountPaid", "0")
        .with("amountRemaining", "50000")
        .with("status", "\"PENDING\"")
        .with("createdAt", "\"2026-11-23T13:30:05+07:00\"")
        .with("transactions", "[]")
        .with("canceledAt", "null")
        .with("cancellationReason", "null");
  }

  /** The same in another state, with so much paid by these transfers. */
  public PayosAnswer stands(String status, long paid, String... transfers) {
    return with("status", '"' + status + '"')
        .with("amountPaid", Long.toString(paid))
        .with("transactions", "[" + String.join(",", transfers) + "]");
  }

  /** A transfer, its fields by the alphabet, as they are signed. */
  public static String transfer(String reference, long amount, String at) {
    return """
    {"accountNumber":"113366668888","amount":%d,"counterAccountBankId":"970436",\
    "counterAccountName":null,"description":"HS1234567","reference":"%s","transactionDateTime":"%s"}"""
        .formatted(amount, reference, at);
  }

  /** Sets a field as JSON writes it. */
  public PayosAnswer with(String name, String json) {
    data.put(name, json);
    return this;
  }

  /** As JSON, signed. */
  public String signed(String key) {
    String text =
        new TreeMap<>(data)
            .entrySet().stream()
                .map(field -> field.getKey() + "=" + plain(field.getValue()))
                .collect(Collectors.joining("&"));
    return json("\"" + Proof.sha256(key, text) + "\"");
  }

  /** As JSON, with this in the signature's place. */
  public String json(String signature) {
    String fields =
        data.entrySet().stream()
            .map(field -> "\"" + field.getKey() + "\":" + field.getValue())
            .collect(Collectors.joining(",", "{", "}"));
    return "{\"code\":\"00\",\"desc\":\"success\",\"data\":%s,\"signature\":%s}"
        .formatted(fields, signature);
  }

  /** A refusal. */
  public static String refused(String code) {
    return "{\"code\":\"%s\",\"desc\":\"…\",\"data\":null,\"signature\":null}".formatted(code);
  }

  private static String plain(String json) {
    if (json.equals("null")) {
      return "";
    }
    return json.startsWith("\"") ? json.substring(1, json.length() - 1) : json;
  }
}
