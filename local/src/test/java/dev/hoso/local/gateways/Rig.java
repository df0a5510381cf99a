package dev.hoso.local.gateways;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hoso.local.Caller;
import dev.hoso.local.Json;
import dev.hoso.local.LiveLog;
import dev.hoso.local.http.Answer;
import dev.hoso.local.http.Front;
import dev.hoso.local.http.Request;
import dev.hoso.local.time.MovableClock;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The stand-ins on a port, a merchant's webhooks that keep what they are told, and a client. */
final class Rig implements AutoCloseable {
  private static final Map<String, String> SETTINGS =
      Map.ofEntries(
          Map.entry("VNPAY_TMN_CODE", "HOSOTEST"),
          Map.entry("VNPAY_HASH_SECRET", "SECRET"),
          Map.entry("MOMO_PARTNER_CODE", "PARTNER"),
          Map.entry("MOMO_ACCESS_KEY", "ACCESS"),
          Map.entry("MOMO_SECRET_KEY", "SECRET"),
          Map.entry("ZALOPAY_APP_ID", "2553"),
          Map.entry("ZALOPAY_KEY1", "KEY1"),
          Map.entry("ZALOPAY_KEY2", "KEY2"),
          Map.entry("PAYOS_CLIENT_ID", "CLIENT"),
          Map.entry("PAYOS_API_KEY", "API"),
          Map.entry("PAYOS_CHECKSUM_KEY", "CHECKSUM"),
          Map.entry("SEPAY_ACCOUNT_NUMBERS", "0011,0022"),
          Map.entry("SEPAY_SECRET", "whsec_sepay"),
          Map.entry("STRIPE_SECRET_KEY", "sk"),
          Map.entry("STRIPE_ENDPOINT_SECRET", "whsec_stripe"),
          Map.entry("GOVUKPAY_API_KEY", "api"),
          Map.entry("GOVUKPAY_SIGNING_SECRET", "signing"),
          Map.entry("STANDARD_SECRETS", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"),
          Map.entry("DVCQG_CLIENT_ID", "G17"),
          Map.entry("DVCQG_HASH_KEY1", "KEY1"),
          Map.entry("DVCQG_HASH_KEY2", "KEY2"));

  private final LiveLog log = new LiveLog(line -> {});
  private final Queue<Request> told = new ConcurrentLinkedQueue<>();
  private final Front front = new Front(0, log);
  private final Gateways gateways;
  private final MovableClock clock = new MovableClock();
  private final Caller caller;
  private volatile Answer reply = Answer.json(200, Json.object().put("RspCode", "00"));

  Rig() {
    gateways =
        new Gateways(
            name -> SETTINGS.getOrDefault(name.substring("HOSO_GATEWAYS_".length()), ""),
            front.address(),
            clock,
            log);
    gateways.register(front);
    front.area("/webhooks/", this::hear);
    front.start();
    caller = new Caller(front.address());
  }

  private Answer hear(Request request) {
    told.add(request);
    return reply;
  }

  /** What our webhooks answer from now on. */
  void reply(Answer answer) {
    reply = answer;
  }

  MovableClock clock() {
    return clock;
  }

  Caller caller() {
    return caller;
  }

  /** All that the webhooks were told, as soon as it is as much. */
  List<Request> told(int times) {
    await().until(() -> told.size() >= times);
    return List.copyOf(told);
  }

  List<Request> toldSoFar() {
    return List.copyOf(told);
  }

  String webhook(String gateway) {
    return front.address() + "/webhooks/" + gateway;
  }

  /** Posts JSON to a gateway. */
  HttpResponse<String> post(String path, JsonNode body, String... headers) {
    return caller.send(
        with(headers, caller.request("/local/gateways/" + path))
            .header("content-type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
  }

  HttpResponse<String> form(String path, Map<String, String> fields, String... headers) {
    return caller.send(
        with(headers, caller.request("/local/gateways/" + path))
            .header("content-type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(Query.of(fields))));
  }

  HttpResponse<String> get(String path, String... headers) {
    return caller.send(with(headers, caller.request("/local/gateways/" + path)));
  }

  private static HttpRequest.Builder with(String[] headers, HttpRequest.Builder request) {
    return headers.length == 0 ? request : request.headers(headers);
  }

  /** Presses a button of an order's pay page. */
  HttpResponse<String> pay(String gateway, String order, String outcome) {
    return form(gateway + "/pay", Map.of("order", order, "outcome", outcome));
  }

  /** What a payment page's address calls the order. */
  static String order(String payUrl) {
    return payUrl.substring(payUrl.indexOf("order=") + "order=".length());
  }

  static ObjectNode json(HttpResponse<String> response) {
    return (ObjectNode) Json.read(response.body());
  }

  /** An HMAC in lower-case hexadecimal digits, made without the stand-ins' code. */
  static String hmac(String algorithm, String key, String text) {
    try {
      Mac mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), algorithm));
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static String sha256(String key, String text) {
    return hmac("HmacSHA256", key, text);
  }

  @Override
  public void close() {
    gateways.close();
    front.close();
  }
}
