package dev.hoso.payments.gateways;

import dev.hoso.payments.PaymentRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * MoMo's API, AIO version 2. Requests are signed over some of their fields and the access key
 * (https://developers.momo.vn/v3/docs/payment/api/wallet/onetime). Answers are not: TLS proves
 * whose they are, and they must repeat the merchant and the order that was asked about.
 */
final class MomoApi {
  /** https://developers.momo.vn/v3/docs/payment/onboarding/integration-process. */
  private static final String PUBLIC = "https://payment.momo.vn";

  private static final String PATH = "/v2/gateway/api/";

  private final GatewaySettings settings;
  private final Calls calls;

  MomoApi(GatewaySettings settings, Calls calls) {
    this.settings = settings;
    this.calls = calls;
  }

  /**
   * Asks.
   *
   * @param call {@code create}
   * @param fields what is asked, {@code orderId} among it
   * @param signed the signed ones of these and the merchant, by the alphabet
   * @return what MoMo says of that order, or that something is wrong with the request
   * @throws GatewayTrouble where there is no answer, or not about that
   */
  Json ask(PaymentRequest request, String call, Map<String, ?> fields, List<String> signed) {
    Account account = settings.account(Momo.CODE, request.account());
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("partnerCode", account.required("PARTNER_CODE"));
    body.putAll(fields);
    body.put("signature", signature(account, body, signed));
    String address = account.address(PUBLIC) + PATH + call;
    Json answer = calls.ask(Question.json(Momo.CODE, address, Map.of(), body)).body();
    if (!MomoResults.ofTheRequest(code(answer)) && !about(body, answer)) {
      throw new GatewayTrouble(Momo.CODE, GatewayTrouble.Kind.UNPROVEN, "another order");
    }
    return answer;
  }

  /**
   * The result code.
   *
   * @throws GatewayTrouble where there is none
   */
  static String code(Json answer) {
    String code = answer.written("resultCode");
    if (code == null) {
      throw new GatewayTrouble(Momo.CODE, GatewayTrouble.Kind.NOT_UNDERSTOOD, "no resultCode");
    }
    return code;
  }

  private static boolean about(Map<String, ?> asked, Json answer) {
    return List.of("partnerCode", "orderId").stream()
        .allMatch(field -> String.valueOf(asked.get(field)).equals(answer.written(field)));
  }

  private static String signature(Account account, Map<String, ?> body, List<String> signed) {
    StringBuilder text = new StringBuilder("accessKey=").append(account.required("ACCESS_KEY"));
    signed.forEach(name -> text.append('&').append(name).append('=').append(body.get(name)));
    return Hmac.SHA256.hex(account.secrets("SECRET_KEY").getFirst(), text.toString());
  }
}
