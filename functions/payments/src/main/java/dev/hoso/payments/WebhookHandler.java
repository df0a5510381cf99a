package dev.hoso.payments;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.hoso.core.JsonTypes;
import dev.hoso.core.Log;
import dev.hoso.core.Settings;
import dev.hoso.core.Time;
import dev.hoso.core.dynamo.Dynamo;
import dev.hoso.core.dynamo.Table;
import dev.hoso.core.lambda.HttpAnswer;
import dev.hoso.core.lambda.HttpRequest;
import dev.hoso.payments.gateways.Gateway;
import dev.hoso.payments.gateways.GatewaySettings;
import dev.hoso.payments.gateways.Gateways;
import dev.hoso.payments.gateways.Unreadable;
import io.avaje.jsonb.JsonType;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Takes gateways' calls in. Wired by hand: a framework's start would be most of a cold start, and a
 * gateway waits for it.
 */
public final class WebhookHandler implements RequestStreamHandler {
  private static final JsonType<HttpAnswer> ANSWERS = JsonTypes.of(HttpAnswer.class);

  private final Gateways gateways;
  private final Confirmations confirmations;

  /** As Lambda makes it: clients and classes are ready in the snapshot, secrets are not in it. */
  public WebhookHandler() {
    this(Settings.load(), Time.source());
    prime();
  }

  WebhookHandler(Settings settings, InstantSource clock) {
    this(settings, clock, Dynamo.client(settings));
  }

  WebhookHandler(Settings settings, InstantSource clock, DynamoDbClient dynamo) {
    this.gateways = new Gateways(new GatewaySettings(settings, clock));
    this.confirmations =
        new Confirmations(
            new Payments(new Table(dynamo, settings.required("HOSO_PAYMENTS_TABLE"))),
            new Anomalies(new Table(dynamo, settings.required("HOSO_ANOMALIES_TABLE"))),
            clock);
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    out.write(ANSWERS.toJsonBytes(answer(in.readAllBytes())));
  }

  private HttpAnswer answer(byte[] event) {
    try {
      return answer(WebhookEvent.read(event));
    } catch (Unreadable e) {
      Log.warn("eventUnreadable", Map.of("kind", e.kind().code()));
      return HttpAnswer.problem(400, "unreadable", "Bad Request", "The request cannot be read.");
    }
  }

  private HttpAnswer answer(HttpRequest request) {
    return gateways
        .find(request.pathParameter("gateway"))
        .map(gateway -> answer(gateway, request))
        .orElseGet(WebhookHandler::unknownGateway);
  }

  private HttpAnswer answer(Gateway gateway, HttpRequest request) {
    return request.method().equals(gateway.method())
        ? gateway.reply(confirmations.take(gateway, request))
        : wrongMethod(gateway);
  }

  private static HttpAnswer unknownGateway() {
    return HttpAnswer.problem(
        404, "unknown-gateway", "Not Found", "No payment gateway of this name is known here.");
  }

  private static HttpAnswer wrongMethod(Gateway gateway) {
    String detail = "%s calls with %s.".formatted(gateway.code(), gateway.method());
    return HttpAnswer.problem(405, "method-not-allowed", "Method Not Allowed", detail);
  }

  /** Reads a call with a secret of nobody, so that the first true one finds all classes loaded. */
  private static void prime() {
    String event =
        """
        {"requestContext":{"http":{"method":"GET"}},"rawPath":"/webhooks/vnpay",\
        "rawQueryString":"vnp_TxnRef=1&vnp_SecureHash=00","pathParameters":{"gateway":"vnpay"},\
        "isBase64Encoded":false}""";
    Settings nobody = Settings.of(Map.of("HOSO_GATEWAYS_VNPAY_HASH_SECRET", "nobody"));
    HttpRequest request = WebhookEvent.read(event.getBytes(StandardCharsets.UTF_8));
    new Gateways(new GatewaySettings(nobody, InstantSource.system()))
        .find(request.pathParameter("gateway"))
        .ifPresent(gateway -> gateway.read(request, Instant.EPOCH));
  }
}
