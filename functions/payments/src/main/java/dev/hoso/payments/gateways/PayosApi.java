package dev.hoso.payments.gateways;

import dev.hoso.payments.PaymentRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * payOS's API for payment links (https://payos.vn/docs/api/). We prove ourselves with two keys in
 * headers; what it answers is signed as its webhooks are, but for refusals, which say a code alone.
 */
final class PayosApi {
  /** https://github.com/payOSHQ/payos-lib-java, ClientOptions. */
  private static final String PUBLIC = "https://api-merchant.payos.vn";

  private static final String PATH = "/v2/payment-requests";
  private static final String SUCCESSFUL = "00";

  /**
   * What payOS says.
   *
   * @param link what it says of the payment link, proven; {@link Json.Nothing} where it refuses
   */
  record Told(String code, Json link) {
    boolean refused() {
      return !code.equals(SUCCESSFUL);
    }
  }

  private final GatewaySettings settings;
  private final Calls calls;

  PayosApi(GatewaySettings settings, Calls calls) {
    this.settings = settings;
    this.calls = calls;
  }

  /**
   * Makes a payment link.
   *
   * @param link what payOS wants to know, without the signature
   */
  Told create(PaymentRequest request, Map<String, ?> link) {
    Account account = account(request);
    Map<String, Object> body = new LinkedHashMap<>(link);
    body.put("signature", signature(account, link));
    String address = account.address(PUBLIC) + PATH;
    return asked(request, Question.json(Payos.CODE, address, keys(account), body));
  }

  /** What it knows of the link of that number. */
  Told get(PaymentRequest request) {
    Account account = account(request);
    String address = account.address(PUBLIC) + PATH + "/" + request.reference();
    return asked(request, Question.get(Payos.CODE, address, keys(account)));
  }

  private static Map<String, String> keys(Account account) {
    return Map.of(
        "x-client-id",
        account.required("CLIENT_ID"),
        "x-api-key",
        account.secrets("API_KEY").getFirst());
  }

  private static String signature(Account account, Map<String, ?> link) {
    StringBuilder text = new StringBuilder();
    for (String name : new String[] {"amount", "cancelUrl", "description", "orderCode"}) {
      text.append(name).append('=').append(link.get(name)).append('&');
    }
    text.append("returnUrl=").append(link.get("returnUrl"));
    return Hmac.SHA256.hex(account.secrets("CHECKSUM_KEY").getFirst(), text.toString());
  }

  private Told asked(PaymentRequest request, Question question) {
    Json answer = calls.ask(question).body();
    String code = answer.written("code");
    if (code == null) {
      throw trouble(GatewayTrouble.Kind.NOT_UNDERSTOOD, "no code");
    }
    if (!code.equals(SUCCESSFUL)) {
      return new Told(code, Json.Nothing.NOTHING);
    }
    if (!(answer.get("data") instanceof Json.Fields link)
        || !proven(link, answer.text("signature"), request)) {
      throw trouble(GatewayTrouble.Kind.UNPROVEN, "signature");
    }
    if (!request.reference().value().equals(link.written("orderCode"))) {
      throw trouble(GatewayTrouble.Kind.UNPROVEN, "another order");
    }
    return new Told(code, link);
  }

  private boolean proven(Json.Fields link, @Nullable String signature, PaymentRequest request) {
    String text = PayosSignature.text(link);
    return signature != null
        && account(request).secrets("CHECKSUM_KEY").stream()
            .anyMatch(key -> Hmac.SHA256.signed(key, text, signature));
  }

  private Account account(PaymentRequest request) {
    return settings.account(Payos.CODE, request.account());
  }

  static GatewayTrouble trouble(GatewayTrouble.Kind kind, String code) {
    return new GatewayTrouble(Payos.CODE, kind, code);
  }
}
