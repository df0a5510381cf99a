package dev.hoso.payments.gateways;

import dev.hoso.payments.PaymentRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * ZaloPay's API, version 2. Requests are forms, proven with key 1
 * (https://docs.zalopay.vn/docs/specs/order-create). Answers are not signed and do not repeat what
 * was asked: TLS alone proves them.
 */
final class ZalopayApi {
  /** https://docs.zalopay.vn/v2/docs/quickpay/api.html. */
  private static final String PUBLIC = "https://openapi.zalopay.vn";

  private static final String DONE = "1";
  private static final String FAILED = "2";
  private static final String PROCESSING = "3";

  /** Too many requests, a fault of ZaloPay's, maintenance. */
  private static final Set<String> LATER = Set.of("-429", "-500", "-999");

  /** Our application or our key is wrong; older answers have a code of their own for each. */
  private static final Set<String> OUR_FAULT = Set.of("-2", "-3", "-53", "-402", "-403", "-405");

  /**
   * What ZaloPay says.
   *
   * @param code {@code return_code}, of a failure {@code sub_return_code}
   *     (https://beta-docs.zalopay.vn/docs/developer-tools/knowledge-base/status-codes)
   */
  record Told(Json answer, boolean done, boolean underWay, String code) {
    private static Told of(Json answer) {
      String result = answer.written("return_code");
      if (result == null) {
        throw trouble(GatewayTrouble.Kind.NOT_UNDERSTOOD, "no return_code");
      }
      String why = answer.written("sub_return_code");
      String code = result.equals(FAILED) && why != null ? why : result;
      return new Told(answer, result.equals(DONE), result.equals(PROCESSING), code);
    }
  }

  private final GatewaySettings settings;
  private final Calls calls;

  ZalopayApi(GatewaySettings settings, Calls calls) {
    this.settings = settings;
    this.calls = calls;
  }

  /** Our name there. */
  String app(PaymentRequest request) {
    return account(request).required("APP_ID");
  }

  /**
   * Asks.
   *
   * @param fields what is asked besides our name
   * @param proven the names of the fields that prove it, in ZaloPay's order, after our name
   * @throws GatewayTrouble where there is no answer, or only that it cannot be answered
   */
  Told ask(PaymentRequest request, String path, Map<String, String> fields, String... proven) {
    return asked(request, path, fields, text(request, fields, proven));
  }

  /** Asks what ZaloPay knows of the order; key 1 stands in the proven text, too. */
  Told query(PaymentRequest request) {
    Map<String, String> fields = Map.of("app_trans_id", request.reference().value());
    return asked(
        request, "/v2/query", fields, text(request, fields, "app_trans_id") + "|" + key(request));
  }

  private String text(PaymentRequest request, Map<String, String> fields, String... proven) {
    StringBuilder text = new StringBuilder(app(request));
    for (String name : proven) {
      text.append('|').append(fields.get(name));
    }
    return text.toString();
  }

  private Told asked(PaymentRequest request, String path, Map<String, String> fields, String text) {
    Map<String, String> body = new LinkedHashMap<>();
    body.put("app_id", app(request));
    body.putAll(fields);
    body.put("mac", Hmac.SHA256.hex(key(request), text));
    String address = account(request).address(PUBLIC) + path;
    Told told = Told.of(calls.ask(Question.form(Zalopay.CODE, address, Map.of(), body)).body());
    if (LATER.contains(told.code())) {
      throw trouble(GatewayTrouble.Kind.UNREACHABLE, told.code());
    }
    if (OUR_FAULT.contains(told.code())) {
      throw trouble(GatewayTrouble.Kind.REFUSED, told.code());
    }
    return told;
  }

  private String key(PaymentRequest request) {
    return account(request).secrets("KEY1").getFirst();
  }

  private Account account(PaymentRequest request) {
    return settings.account(Zalopay.CODE, request.account());
  }

  static GatewayTrouble trouble(GatewayTrouble.Kind kind, String code) {
    return new GatewayTrouble(Zalopay.CODE, kind, code);
  }
}
