package dev.hoso.local.vnpay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import dev.hoso.local.Caller;
import dev.hoso.local.LiveLog;
import dev.hoso.local.http.Front;
import dev.hoso.local.http.Request;
import dev.hoso.local.time.MovableClock;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PayPageTest {
  private static final Signature SIGNATURE = new Signature("SECRET");
  private static final String PAGE = "/local/gateways/vnpay/vpcpay.html?";

  private final LiveLog log = new LiveLog(line -> {});
  private final Queue<Map<String, String>> told = new ConcurrentLinkedQueue<>();
  private HttpServer webhook;
  private Front front;
  private Notifier notifier;
  private Caller caller;

  @BeforeEach
  void start() throws IOException {
    webhook = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
    webhook.createContext(
        "/webhooks/vnpay",
        exchange -> {
          told.add(Request.form(exchange.getRequestURI().getRawQuery()));
          byte[] answer = "{\"RspCode\":\"00\"}".getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    webhook.start();
    notifier = new Notifier(URI.create("http://localhost:" + webhook.getAddress().getPort()), log);
    front = new Front(0, log);
    new PayPage(SIGNATURE, "HOSOTEST", notifier, new MovableClock()).register(front);
    front.start();
    caller = new Caller(front.address());
  }

  @AfterEach
  void stop() {
    notifier.close();
    front.close();
    webhook.stop(0);
  }

  private static Map<String, String> pay() {
    return new TreeMap<>(
        Map.of(
            "vnp_TmnCode", "HOSOTEST",
            "vnp_Amount", "800000",
            "vnp_TxnRef", "R1",
            "vnp_OrderInfo", "<Le phi>",
            "vnp_ReturnUrl", "https://citizen.example/receipts/1"));
  }

  private HttpResponse<String> decide(String outcome) {
    String form =
        "outcome="
            + outcome
            + "&pay="
            + URLEncoder.encode(SIGNATURE.sign(pay()), StandardCharsets.UTF_8);
    return caller.post("/local/gateways/vnpay/pay", "application/x-www-form-urlencoded", form);
  }

  private Map<String, String> toldOnce() {
    await().until(() -> !told.isEmpty());
    return told.element();
  }

  @Test
  void aSignedAddressShowsWhatIsToBePaid() {
    HttpResponse<String> page = caller.get(PAGE + SIGNATURE.sign(pay()));
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("8,000 VND").contains("&lt;Le phi&gt;").contains("R1");
  }

  @Test
  void anAddressThatWasChangedIsRefused() {
    HttpResponse<String> page =
        caller.get(PAGE + SIGNATURE.sign(pay()).replace("vnp_Amount=800000", "vnp_Amount=100"));
    assertThat(page.statusCode()).isEqualTo(400);
    assertThat(page.body()).contains("Invalid signature");
  }

  @Test
  void anAddressWhoseTimeIsOverIsRefused() {
    Map<String, String> pay = pay();
    pay.put("vnp_ExpireDate", "20200101000000");
    assertThat(caller.get(PAGE + SIGNATURE.sign(pay)).body()).contains("time for this payment");
  }

  @ParameterizedTest
  @CsvSource({"PAID,00,00", "CANCELLED,24,02", "POOR,51,02", "SUSPECTED,07,07"})
  void theWebhookIsToldWhatThePersonChose(String outcome, String response, String status) {
    decide(outcome);
    Map<String, String> ipn = toldOnce();
    assertThat(SIGNATURE.verifies(ipn)).isTrue();
    assertThat(ipn)
        .containsEntry("vnp_ResponseCode", response)
        .containsEntry("vnp_TransactionStatus", status)
        .containsEntry("vnp_Amount", "800000")
        .containsEntry("vnp_TxnRef", "R1");
  }

  @Test
  void theBrowserGoesBackWithTheSignedParameters() {
    HttpResponse<String> response = decide("PAID");
    assertThat(response.statusCode()).isEqualTo(303);
    URI back = URI.create(response.headers().firstValue("location").orElseThrow());
    assertThat(back.getHost()).isEqualTo("citizen.example");
    assertThat(SIGNATURE.verifies(Request.form(back.getRawQuery()))).isTrue();
  }

  @Test
  void aBrowserThatClosesLeavesTheWebhookTold() {
    assertThat(decide("CLOSED").statusCode()).isEqualTo(200);
    assertThat(toldOnce()).containsEntry("vnp_ResponseCode", "00");
  }
}
