package dev.hoso.payments.api;

import dev.hoso.core.DynamoForTests;
import dev.hoso.core.dynamo.Item;
import dev.hoso.core.dynamo.Table;
import dev.hoso.core.dynamo.Update;
import dev.hoso.core.web.ApiAnswer;
import dev.hoso.core.web.ApiCall;
import dev.hoso.core.web.ApiFunctions;
import dev.hoso.payments.gateways.OpenGateways;
import io.micronaut.function.aws.proxy.payload2.APIGatewayV2HTTPEventFunction;
import java.util.LinkedHashMap;
import java.util.Map;

/** The API's real function in this JVM, spoken to with API Gateway's own events. */
final class Api extends ApiCall<Api> {
  static final Table DOSSIERS = DynamoForTests.table("Dossiers");
  static final Table PAYMENTS = DynamoForTests.table("Payments");
  static final Table ANOMALIES = DynamoForTests.table("Anomalies");

  /** VNPAY and a bank account are connected, and nothing else. */
  static final Map<String, String> CONNECTED =
      Map.of(
          "HOSO_GATEWAYS_VNPAY_BASE_URL", "https://sandbox.vnpayment.vn/paymentv2",
          "HOSO_GATEWAYS_VNPAY_TMN_CODE", "DEMOTTHC",
          "HOSO_GATEWAYS_VNPAY_HASH_SECRET", "QX7N3WPLRTZC9VBMKJHGFDSA2Y5U8E4D",
          "HOSO_GATEWAYS_SEPAY_ACCOUNT_NUMBERS", "0011012345678,0011099999999",
          "HOSO_GATEWAYS_SEPAY_BANK_BIN", "970403",
          "HOSO_GATEWAYS_SEPAY_BANK_NAME", "Sacombank",
          "HOSO_GATEWAYS_SEPAY_ACCOUNT_NAME", "UBND PHUONG BA DINH");

  private static final APIGatewayV2HTTPEventFunction FUNCTION = function(CONNECTED);

  /** All gateways that are asked are connected, and answer. */
  static final APIGatewayV2HTTPEventFunction ALL_CONNECTED = function(all());

  private static Map<String, String> all() {
    Map<String, String> all = new LinkedHashMap<>(CONNECTED);
    all.putAll(OpenGateways.settings());
    return all;
  }

  private Api(String method, String address) {
    super(method, address);
  }

  static Api get(String address) {
    return new Api("GET", address);
  }

  static Api post(String path, String body) {
    return new Api("POST", path).body(body);
  }

  /** A form without fields. */
  static Api submit(String address) {
    return new Api("POST", address).header("content-type", "application/x-www-form-urlencoded");
  }

  @Override
  protected Api self() {
    return this;
  }

  ApiAnswer send() {
    return send(FUNCTION);
  }

  ApiAnswer send(APIGatewayV2HTTPEventFunction function) {
    return answerOf(function);
  }

  /** A dossier as its own function keeps it. */
  static void dossier(String code, String procedure, String channel, String language) {
    dossier(code, procedure, channel, language, "01");
  }

  static void dossier(String code, String procedure, String channel, String language, String unit) {
    DOSSIERS.write(
        Update.of(Map.of("code", code))
            .set("procedure", procedure)
            .set("unit", unit)
            .set("channel", channel)
            .set("receivedAt", "2026-11-23T08:00:00+07:00")
            .set("status", 2)
            .set("applicant", Item.of(Map.of("name", "Nguyễn Thị Ánh", "language", language))));
  }

  /** A function with these settings beside those of its tables. */
  static APIGatewayV2HTTPEventFunction function(Map<String, String> gateway) {
    Map<String, String> settings = new LinkedHashMap<>(NoParameters.settings());
    settings.putAll(gateway);
    settings.put("HOSO_CITIZEN_ADDRESS", "https://hoso.example.gov.vn");
    settings.put("HOSO_DOSSIERS_TABLE", DOSSIERS.name());
    settings.put("HOSO_PAYMENTS_TABLE", PAYMENTS.name());
    settings.put("HOSO_ANOMALIES_TABLE", ANOMALIES.name());
    return ApiFunctions.with(settings, DOSSIERS.dynamo());
  }
}
