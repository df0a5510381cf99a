package dev.hoso.payments.gateways;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import dev.hoso.core.DossierCode;
import dev.hoso.core.Language;
import dev.hoso.core.Settings;
import dev.hoso.payments.Payment;
import dev.hoso.payments.PaymentReference;
import dev.hoso.payments.PaymentRequest;
import dev.hoso.payments.PaymentSamples;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A server in a gateway's place, and a payment to ask it about. */
public final class Wire implements AfterEachCallback, AfterAllCallback {
  /** When the payment below is asked about: an hour after it was asked for. */
  public static final Instant NOW = Instant.parse("2026-11-23T07:30:05Z");

  private final WireMockServer server =
      new WireMockServer(WireMockConfiguration.options().dynamicPort().gzipDisabled(true));
  private final String gateway;
  private final Map<String, String> fields;

  /**
   * A server for one gateway.
   *
   * @param fields the gateway's settings besides its address: {@code TMN_CODE}
   */
  public Wire(String gateway, Map<String, String> fields) {
    this.gateway = gateway;
    this.fields = fields;
    server.start();
  }

  public WireMockServer server() {
    return server;
  }

  /** The settings that lead to the server, as functions have them. */
  public Map<String, String> environment() {
    Map<String, String> environment = new LinkedHashMap<>();
    String prefix = "HOSO_GATEWAYS_" + gateway.toUpperCase(Locale.ROOT) + "_";
    fields.forEach((field, value) -> environment.put(prefix + field, value));
    environment.put(prefix + "BASE_URL", server.baseUrl());
    return environment;
  }

  /** The same, as gateways read them. */
  public GatewaySettings settings() {
    return new GatewaySettings(Settings.of(environment()), InstantSource.fixed(NOW));
  }

  /** What a citizen is asked to pay. */
  public PaymentRequest request(String reference, long amount, String currency) {
    Instant created = NOW.minusSeconds(3_600);
    return new PaymentRequest(
        gateway,
        new PaymentReference(reference),
        new DossierCode("H26.15-261123-0042"),
        "1.001193",
        "01",
        null,
        amount,
        currency,
        "Lệ phí hồ sơ H26.15-261123-0042",
        created,
        created.plusSeconds(86_400),
        "ABCDEFGH12345678");
  }

  /** A page for it. */
  public PayPage page(PaymentRequest request) {
    return new PayPage(
        request,
        Language.VI,
        "203.0.113.7",
        "https://hoso.example.gov.vn/receipts/" + request.receipt(),
        "https://hoso.example.gov.vn/webhooks/" + gateway);
  }

  /** That payment, pending. */
  public Payment pending(PaymentRequest request, Map<String, String> gatewayIds) {
    return PaymentSamples.pending(request, gatewayIds);
  }

  /** That payment, paid. */
  public Payment paid(PaymentRequest request, Map<String, String> gatewayIds, String transaction) {
    return PaymentSamples.paid(request, gatewayIds, transaction);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    server.resetAll();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    server.stop();
  }
}
