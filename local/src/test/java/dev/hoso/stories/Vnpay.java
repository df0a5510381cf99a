package dev.hoso.stories;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Confirms payments as VNPAY does: its parameters, its signature, written from its documents and
 * not from our code.
 */
record Vnpay(String terminal, String secret) {
  /** The query of a confirmation of a payment that succeeded. */
  String paid(String reference, long amount, String transaction) {
    return signed(parameters(reference, amount, transaction, "00", "00"));
  }

  /** The query of a confirmation of a payment that the citizen cancelled. */
  String cancelled(String reference, long amount) {
    return signed(parameters(reference, amount, "0", "24", "02"));
  }

  Map<String, String> parameters(
      String reference, long amount, String transaction, String response, String status) {
    Map<String, String> parameters = new TreeMap<>();
    parameters.put("vnp_Amount", Long.toString(amount * 100));
    parameters.put("vnp_BankCode", "NCB");
    parameters.put("vnp_CardType", "ATM");
    parameters.put("vnp_OrderInfo", "Le phi ho so " + reference);
    parameters.put("vnp_PayDate", "20261123143005");
    parameters.put("vnp_ResponseCode", response);
    parameters.put("vnp_TmnCode", terminal);
    parameters.put("vnp_TransactionNo", transaction);
    parameters.put("vnp_TransactionStatus", status);
    parameters.put("vnp_TxnRef", reference);
    return parameters;
  }

  String signed(Map<String, String> parameters) {
    String query =
        new TreeMap<>(parameters)
            .entrySet().stream()
                .map(
                    it ->
                        it.getKey()
                            + "="
                            + URLEncoder.encode(it.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    return query + "&vnp_SecureHash=" + hash(query);
  }

  private String hash(String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA512");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA512"));
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
