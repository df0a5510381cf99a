package dev.hoso.stories;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A citizen's bank, and SePay, which tells the city of the transfer as its documents say. */
record Transfers(City city, String account, String secret) {
  private static final AtomicLong ID = new AtomicLong(92_704);

  /** Money arrives; what SePay is answered. */
  HttpResponse<String> arrive(String content, long amount) {
    String body =
        """
        {"id":%d,"gateway":"Vietcombank","transactionDate":"2026-11-23 14:30:05","accountNumber":"%s",\
        "code":null,"content":"MBVCB.3278907687.%s.CT tu 0123 NGUYEN THI HOA","transferType":"in",\
        "transferAmount":%d,"accumulated":19077000,"subAccount":null,"referenceCode":"MBVCB.3278907687",\
        "description":""}"""
            .formatted(ID.incrementAndGet(), account, content, amount);
    String second = Long.toString(Instant.now().getEpochSecond());
    return city.send(
        city.jsonRequest("/webhooks/sepay")
            .header("x-sepay-timestamp", second)
            .header("x-sepay-signature", "sha256=" + signature(second + "." + body))
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private String signature(String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
