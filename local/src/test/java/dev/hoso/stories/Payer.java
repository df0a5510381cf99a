package dev.hoso.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Somebody who pays at the gateways' stand-ins as at the gateways: opens the page, presses a
 * button.
 */
final class Payer {
  private static final Pattern ORDER = Pattern.compile("name=\"order\" value=\"([^\"]+)\"");

  private final City city;

  Payer(City city) {
    this.city = city;
  }

  /** Asks for a fee of a dossier; the payment as the API shows it. */
  JsonNode ask(String code, String gateway) {
    return City.ok(tryToAsk(code, gateway));
  }

  HttpResponse<String> tryToAsk(String code, String gateway) {
    return city.post("/dossiers/" + code + "/payments", fee(gateway));
  }

  /** Pounds at GOV.UK Pay, which takes nothing else. */
  private static String fee(String gateway) {
    return gateway.equals("govukpay")
        ? "{\"gateway\":\"govukpay\",\"amount\":5000,\"currency\":\"GBP\"}"
        : "{\"gateway\":\"%s\",\"amount\":8000}".formatted(gateway);
  }

  /** Opens the page of a payment and presses a button; what the browser gets. */
  HttpResponse<String> pay(JsonNode payment, String button) {
    String gateway = payment.path("gateway").asText();
    String page = page(payment).body();
    Matcher order = ORDER.matcher(page);
    assertThat(order.find()).as(page).isTrue();
    return submit(
        "/local/gateways/" + gateway + "/pay", Map.of("order", order.group(1), "outcome", button));
  }

  /** The pay page; where the payment does not begin with us, a person begins it. */
  HttpResponse<String> page(JsonNode payment) {
    String gateway = payment.path("gateway").asText();
    HttpResponse<String> begun =
        switch (gateway) {
          case "dvcqg", "standard" ->
              submit("/local/gateways/" + gateway + "/start", begin(payment, "reference"));
          case "sepay" ->
              submit("/local/gateways/sepay/start", withAccount(begin(payment, "content")));
          default -> null;
        };
    String address =
        begun == null
            ? payment.path("payUrl").asText()
            : begun.headers().firstValue("location").orElseThrow();
    return city.send(city.request(URI.create(address).toString()).GET());
  }

  private static Map<String, String> begin(JsonNode payment, String nameOfReference) {
    return Map.of(
        nameOfReference,
        payment.path("reference").asText(),
        "amount",
        payment.path("amount").asText(),
        "currency",
        payment.path("currency").asText());
  }

  private static Map<String, String> withAccount(Map<String, String> form) {
    Map<String, String> whole = new HashMap<>(form);
    whole.put("account", "0011002233445");
    return whole;
  }

  private HttpResponse<String> submit(String path, Map<String, String> form) {
    String body =
        form.entrySet().stream()
            .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return city.send(
        city.request(path)
            .header("content-type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body)));
  }

  /** Lets a gateway fail in this way, or answer again. */
  void behave(String gateway, String behaviour) {
    City.ok(city.post("/local/gateways/" + gateway + "/behaviour", behaviour));
  }

  /** All that was asked for at the gateways since the start, as they have it. */
  List<JsonNode> orders() {
    JsonNode all =
        City.ok(
            city.send(city.request("/local/gateways").header("accept", "application/json").GET()));
    return StreamSupport.stream(all.path("orders").spliterator(), false).toList();
  }

  /** What a gateway has under a payment's reference. */
  List<JsonNode> ordersOf(JsonNode payment) {
    return orders().stream()
        .filter(it -> it.path("gateway").equals(payment.path("gateway")))
        .filter(it -> it.path("reference").equals(payment.path("reference")))
        .toList();
  }

  /** Lets time pass, and what is due then be done, as often as this. */
  void later(Duration step, int times) {
    for (int passed = 0; passed < times; passed++) {
      City.ok(city.post("/local/clock", "{\"advance\":\"" + step + "\"}"));
    }
  }

  void backToNow() {
    City.ok(city.post("/local/clock", "{}"));
  }
}
