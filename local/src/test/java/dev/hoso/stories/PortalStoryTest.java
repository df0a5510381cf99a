package dev.hoso.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A day at which the national portal was away. */
class PortalStoryTest {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final City city = TheCity.running();

  @AfterEach
  void thePortalIsBack() {
    portalIs("ok");
    city.realTime();
  }

  @Test
  void changesPileUpAndAreCountedAndItIsInStepByItselfWhenItIsBack() {
    portalIs("down");
    List<String> codes = List.of(City.newCode(), City.newCode(), City.newCode());
    codes.forEach(code -> city.register(code, City.newPhone(), "vi", 2));
    codes.forEach(code -> City.ok(city.post("/dossiers/" + code + "/status", "{\"status\":4}")));
    city.advance("PT2M");
    JsonNode away = sync();
    assertThat(away.path("waiting").asLong()).isGreaterThanOrEqualTo(3);
    assertThat(away.path("rate").asDouble()).isLessThan(100);
    assertThat(away.path("oldestWaiting").asText()).isNotEmpty();

    portalIs("ok");

    JsonNode back = await().atMost(PATIENCE).until(this::aMinuteLater, it -> rate(it) == 100);
    assertThat(back.path("waiting").asLong()).isZero();
    JsonNode there = portal().path("dossiers");
    assertThat(codes).allSatisfy(code -> assertThat(statuses(there, code)).containsExactly(2, 4));
  }

  private JsonNode aMinuteLater() {
    city.advance("PT5M");
    return sync();
  }

  private static double rate(JsonNode sync) {
    return sync.path("rate").asDouble();
  }

  private JsonNode sync() {
    return City.ok(city.get("/indicators/sync"));
  }

  private void portalIs(String way) {
    City.ok(city.post("/local/portal", "{\"answer\":\"" + way + "\"}"));
  }

  private JsonNode portal() {
    return City.ok(
        city.send(city.request("/local/portal").header("accept", "application/json").GET()));
  }

  private static List<Integer> statuses(JsonNode dossiers, String code) {
    return StreamSupport.stream(dossiers.spliterator(), false)
        .filter(it -> it.path("MaHoSo").asText().equals(code))
        .flatMap(it -> StreamSupport.stream(it.path("TienDo").spliterator(), false))
        .map(it -> it.path("TrangThai").asInt())
        .toList();
  }
}
