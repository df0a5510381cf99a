package dev.hoso.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Another system hears what happens to a dossier. */
class SubscriberStoryTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final City city = TheCity.running();
  private final String code = City.newCode();
  private final String phone = City.newPhone();
  private final String reference = City.newReference();
  private final Listener listener = new Listener();
  private String id;

  @AfterEach
  void end() {
    city.send(city.request("/subscriptions/" + id).DELETE());
    listener.close();
  }

  @Test
  void aSubscriberHearsOfADossierSignedAndInOrderAndAfterAnOutageOfWhatItMissed() {
    subscribe();
    city.register(code, phone, "vi", 2);
    heard("vn.hoso.dossier.registered", "vn.hoso.dossier.received");

    listener.status = 503;
    city.ask(code, reference);
    city.confirm(City.VNPAY.paid(reference, 8000, "14812299"));
    city.paymentWhen(code, "paid");
    City.ok(city.post("/dossiers/" + code + "/status", "{\"status\":4}"));
    await().until(() -> health().path("waiting").asInt() >= 3);
    listener.status = 204;
    try {
      city.minutesUntil(() -> of(code).size(), heard -> heard >= 5);
    } finally {
      city.realTime();
    }

    heard(
        "vn.hoso.dossier.registered",
        "vn.hoso.dossier.received",
        "vn.hoso.dossier.fee-asked",
        "vn.hoso.dossier.fee-paid",
        "vn.hoso.dossier.status-changed");
    assertThat(of(code)).extracting(it -> it.path("sequence").asText()).isSorted();
    assertThat(health().path("status").asText()).isEqualTo("working");
    assertThat(published()).hasSameElementsAs(of(code));
    assertThat(of(code).toString()).doesNotContain("Hoa", phone.substring(4), "example.com");
  }

  private void subscribe() {
    String wish =
        "{\"url\":\"%s\",\"units\":[\"00004\"],\"owner\":\"ops@example.vn\",\"agreement\":\"QC 1\"}"
            .formatted(listener.url());
    JsonNode answer = City.ok(city.post("/subscriptions", wish));
    listener.secret = answer.path("secret").asText();
    id = answer.at("/subscription/id").asText();
  }

  private void heard(String... types) {
    await()
        .untilAsserted(
            () ->
                assertThat(of(code))
                    .extracting(it -> it.path("type").asText())
                    .containsExactly(types));
  }

  /** The stories of others go on in the same city. */
  private List<JsonNode> of(String dossier) {
    return listener.events.stream()
        .filter(event -> event.path("subject").asText().equals(dossier))
        .toList();
  }

  private JsonNode health() {
    return City.ok(city.get("/subscriptions/" + id)).path("health");
  }

  /** What left by the topic, as the inbox shows it. */
  private List<JsonNode> published() {
    JsonNode inbox =
        City.ok(city.send(city.request("/local/inbox").header("accept", "application/json").GET()));
    return StreamSupport.stream(inbox.path("messages").spliterator(), false)
        .filter(it -> it.path("channel").asText().equals("topic"))
        .map(it -> read(it.path("text").asText()))
        .filter(event -> event.path("subject").asText().equals(code))
        .toList();
  }

  private static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
