package dev.hoso.stories;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hoso.Patience;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

/**
 * A city's one-stop service as everybody else sees it: over HTTP. Each story has dossiers,
 * references and people of its own, so stories share one runtime and do not meet.
 */
final class City {
  static final Vnpay VNPAY = new Vnpay("HOSOTEST", "LOCALTESTSECRET0123456789ABCDEFGH");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final AtomicInteger NUMBER = new AtomicInteger(1000);

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI address;

  City(URI address) {
    this.address = address;
  }

  URI address() {
    return address;
  }

  /** A dossier code that no other story has. */
  static String newCode() {
    return "H26.15-261123-" + NUMBER.incrementAndGet();
  }

  /** A reference of a payment that no other story has. */
  static String newReference() {
    return "TT" + NUMBER.incrementAndGet();
  }

  /** A phone number that no other story has. */
  static String newPhone() {
    return "+84912%06d".formatted(NUMBER.incrementAndGet());
  }

  /** Registers a dossier of this person and fails where it is not taken. */
  JsonNode register(String code, String phone, String language, int status) {
    return ok(put("/dossiers/" + code, registration(phone, language, status)));
  }

  static String registration(String phone, String language, int status) {
    return """
        {"procedure":"2.000635","unit":"00004","channel":"inPerson","status":%d,"receivedAt":"2026-11-23T09:00:00+07:00",
         "applicant":{"name":"Nguyễn Thị Hoa","phone":"%s","email":"%s","language":"%s","consent":true}}"""
        .formatted(status, phone, emailOf(phone), language);
  }

  static String emailOf(String phone) {
    return "citizen" + phone.substring(1) + "@example.com";
  }

  /** Asks for a fee of 8,000 đồng under this reference. */
  JsonNode ask(String code, String reference) {
    String fee =
        "{\"gateway\":\"vnpay\",\"amount\":8000,\"reference\":\"%s\"}".formatted(reference);
    return ok(post("/dossiers/" + code + "/payments", fee));
  }

  /** What VNPAY is told: 00, 02, 97 … */
  String confirm(String query) {
    return json(get("/webhooks/vnpay?" + query)).path("RspCode").asText();
  }

  JsonNode dossier(String code) {
    return ok(get("/dossiers/" + code));
  }

  /** The dossier, as soon as it is so. */
  JsonNode dossierWhen(String code, Predicate<JsonNode> so) {
    return await(code).until(() -> dossier(code), so);
  }

  /** The dossier's one payment, as soon as it has this status. */
  JsonNode paymentWhen(String code, String status) {
    return dossierWhen(code, it -> it.at("/payments/0/status").asText().equals(status))
        .at("/payments/0");
  }

  /** What this person got, by SMS and e-mail, oldest first. */
  List<JsonNode> inboxOf(String phone) {
    JsonNode inbox = ok(send(request("/local/inbox").header("accept", "application/json").GET()));
    return StreamSupport.stream(inbox.path("messages").spliterator(), false)
        .filter(it -> List.of(phone, emailOf(phone)).contains(it.path("to").asText()))
        .toList();
  }

  /** What this person got, as soon as there is that much of it. */
  List<JsonNode> inboxWhen(String phone, int messages) {
    return await(phone.substring(9)).until(() -> inboxOf(phone), it -> it.size() >= messages);
  }

  /** Everything that happened has been told: no message of this dossier is still on its way. */
  void settled(String code, int messages) {
    dossierWhen(
        code,
        it ->
            it.path("messages").size() >= messages
                && it.path("messages").findValuesAsText("status").stream()
                    .allMatch(List.of("sent", "delivered")::contains));
  }

  /** Sets the local clock; what becomes due by that is done when it returns. */
  void setClock(String now) {
    ok(post("/local/clock", "{\"now\":\"" + now + "\"}"));
  }

  /** Moves the local clock on by a duration like {@code PT3M}. */
  void advance(String by) {
    ok(post("/local/clock", "{\"advance\":\"" + by + "\"}"));
  }

  /**
   * What is looked at, as soon as it is so. A minute of the local clock passes between two looks:
   * what comes over buckets and streams may be there a round later than one thinks.
   */
  <T> T minutesUntil(Callable<T> looked, Predicate<T> so) {
    return await()
        .until(
            () -> {
              advance("PT1M");
              return looked.call();
            },
            so);
  }

  /** The local clock shows what others do. */
  void realTime() {
    ok(post("/local/clock", "{}"));
  }

  HttpResponse<String> get(String path) {
    return send(request(path).GET());
  }

  HttpResponse<String> put(String path, String body) {
    return send(jsonRequest(path).PUT(HttpRequest.BodyPublishers.ofString(body)));
  }

  HttpResponse<String> post(String path, String body) {
    return send(jsonRequest(path).POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(address.resolve(path)).timeout(Patience.TIME);
  }

  HttpRequest.Builder jsonRequest(String path) {
    return request(path).header("content-type", "application/json");
  }

  HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  static JsonNode ok(HttpResponse<String> response) {
    if (response.statusCode() / 100 != 2) {
      throw new AssertionError(
          response.request().uri() + ": " + response.statusCode() + " " + response.body());
    }
    return json(response);
  }

  static JsonNode json(HttpResponse<String> response) {
    try {
      return JSON.readTree(response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
