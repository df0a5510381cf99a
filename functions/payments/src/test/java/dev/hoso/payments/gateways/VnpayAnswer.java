package dev.hoso.payments.gateways;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What VNPAY's API answers: paid, 50.000đ, on 23 November 2026 at 14:20, unless told otherwise. */
public final class VnpayAnswer {
  /** What an answer signs, in this order; a refund's without the last two. */
  private static final List<String> SIGNED =
      List.of(
          "ResponseId",
          "Command",
          "ResponseCode",
          "Message",
          "TmnCode",
          "TxnRef",
          "Amount",
          "BankCode",
          "PayDate",
          "TransactionNo",
          "TransactionType",
          "TransactionStatus",
          "OrderInfo",
          "PromotionCode",
          "PromotionAmount");

  private static final int SIGNED_OF_REFUND = 13;

  private final Map<String, String> told = new LinkedHashMap<>();

  private VnpayAnswer(String command, String terminal, String reference) {
    with("ResponseId", "aa5e7a4ccf2d4bdb8d5f3a5fb7e61efe");
    with("Command", command).with("ResponseCode", "00").with("Message", "Success");
    with("TmnCode", terminal).with("TxnRef", reference).with("Amount", "5000000");
    with("OrderInfo", "Le phi").with("BankCode", "NCB").with("PayDate", "20261123142000");
    with("TransactionNo", "14812201").with("TransactionType", "01");
    with("TransactionStatus", "00");
  }

  public static VnpayAnswer toQuery(String terminal, String reference) {
    return new VnpayAnswer("querydr", terminal, reference);
  }

  public static VnpayAnswer toRefund(String terminal, String reference) {
    return new VnpayAnswer("refund", terminal, reference);
  }

  /** Sets a field; its name is without VNPAY's prefix. */
  public VnpayAnswer with(String name, String value) {
    told.put("vnp_" + name, value);
    return this;
  }

  /** As JSON, signed. */
  public String signed(String secret) {
    boolean refund = told.get("vnp_Command").equals("refund");
    List<String> names = refund ? SIGNED.subList(0, SIGNED_OF_REFUND) : SIGNED;
    return json(hash(told, secret, names.toArray(String[]::new)));
  }

  /** As JSON, with this in the signature's place. */
  public String json(String signature) {
    Map<String, String> all = new LinkedHashMap<>(told);
    all.put("vnp_SecureHash", signature);
    return all.entrySet().stream()
        .map(field -> "\"" + field.getKey() + "\":\"" + field.getValue() + "\"")
        .collect(Collectors.joining(",", "{", "}"));
  }

  /** VNPAY's signature over these fields, in this order. */
  public static String hash(Map<String, String> fields, String secret, String... names) {
    String text =
        Arrays.stream(names)
            .map(name -> fields.getOrDefault("vnp_" + name, ""))
            .collect(Collectors.joining("|"));
    try {
      Mac mac = Mac.getInstance("HmacSHA512");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA512"));
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
