package dev.hoso.payments.gateways;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.extension.ResponseTransformerV2;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.Response;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.util.LinkedHashMap;
import java.util.Map;

/** Gateways that open a page for whatever payment they are asked to take, for tests of the API. */
public final class OpenGateways implements ResponseTransformerV2 {
  private static final WireMockServer SERVER =
      new WireMockServer(
          WireMockConfiguration.options()
              .dynamicPort()
              .gzipDisabled(true)
              .extensions(new OpenGateways()));

  static {
    SERVER.start();
    SERVER.stubFor(WireMock.post(WireMock.anyUrl()).willReturn(WireMock.ok()));
  }

  private OpenGateways() {}

  /** The settings that lead to them. */
  public static Map<String, String> settings() {
    Map<String, String> settings = new LinkedHashMap<>();
    put(
        settings,
        "MOMO",
        Map.of("PARTNER_CODE", "MOMOTEST", "ACCESS_KEY", "access", "SECRET_KEY", "momo-secret"));
    put(settings, "ZALOPAY", Map.of("APP_ID", "2554", "KEY1", "zalopay-key1"));
    put(
        settings,
        "PAYOS",
        Map.of("CLIENT_ID", "client", "API_KEY", "api", "CHECKSUM_KEY", "payos-key"));
    put(settings, "STRIPE", Map.of("SECRET_KEY", "sk_test_1"));
    put(settings, "GOVUKPAY", Map.of("API_KEY", "api_test_1"));
    return settings;
  }

  private static void put(
      Map<String, String> settings, String gateway, Map<String, String> fields) {
    String prefix = "HOSO_GATEWAYS_" + gateway + "_";
    settings.put(prefix + "BASE_URL", SERVER.baseUrl());
    fields.forEach((field, value) -> settings.put(prefix + field, value));
  }

  @Override
  public Response transform(Response response, ServeEvent event) {
    return Response.Builder.like(response).but().body(answer(event.getRequest())).build();
  }

  private static String answer(Request request) {
    return switch (request.getUrl()) {
      case "/v2/gateway/api/create" -> momo(Json.read(request.getBody()));
      case "/v2/create" ->
          "{\"return_code\":1,\"sub_return_code\":1,\"order_url\":\"https://zalopay.example/pay\"}";
      case "/v2/payment-requests" -> payos(Json.read(request.getBody()));
      case "/v1/checkout/sessions" -> stripe(Proof.form(request.getBodyAsString()));
      case "/v1/payments" -> govukpay(Json.read(request.getBody()));
      default -> throw new IllegalArgumentException("Nobody asks " + request.getUrl());
    };
  }

  private static String momo(Json asked) {
    return """
    {"partnerCode":"%s","orderId":"%s","amount":%s,"resultCode":0,\
    "payUrl":"https://momo.example/pay"}"""
        .formatted(asked.text("partnerCode"), asked.text("orderId"), asked.written("amount"));
  }

  private static String payos(Json asked) {
    return PayosAnswer.created(asked.written("orderCode"))
        .with("amount", asked.written("amount"))
        .signed("payos-key");
  }

  private static String stripe(Map<String, String> asked) {
    return """
    {"id":"cs_test_1","url":"https://stripe.example/pay","client_reference_id":"%s",\
    "amount_total":%s,"currency":"%s","status":"open","payment_status":"unpaid"}"""
        .formatted(
            asked.get("client_reference_id"),
            asked.get("line_items[0][price_data][unit_amount]"),
            asked.get("line_items[0][price_data][currency]"));
  }

  private static String govukpay(Json asked) {
    return """
    {"payment_id":"pay_1","reference":"%s","amount":%s,"state":{"status":"created"},\
    "_links":{"next_url":{"href":"https://govukpay.example/pay"}}}"""
        .formatted(asked.text("reference"), asked.written("amount"));
  }

  @Override
  public String getName() {
    return "open-gateways";
  }
}
