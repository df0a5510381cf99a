package dev.hoso.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/** What happens to dossiers is counted, and shown within seconds. */
class IndicatorsStoryTest {
  /** No other story has dossiers there. */
  private static final String UNIT = "HN-SDL";

  private final City city = TheCity.running();

  @Test
  void aDossierIsCountedFromItsReceiptToItsMessages() {
    String code = City.newCode();
    String registration =
        City.registration(City.newPhone(), "vi", 2)
            .replace("00004", UNIT)
            .replace("\"status\":2", "\"status\":2,\"dueAt\":\"2030-12-31T17:00:00+07:00\"");
    City.ok(city.put("/dossiers/" + code, registration));

    JsonNode shown = when("/open/inTime", 1);
    assertThat(shown.at("/total/received").asInt()).isEqualTo(1);
    City.ok(city.post("/dossiers/" + code + "/status", "{\"status\":9}"));
    assertThat(when("/total/decided", 1).at("/open/inTime").asInt()).isZero();
    when("/total/sent:sms", 1);
  }

  private JsonNode when(String figure, int count) {
    return await(figure)
        .until(
            () -> City.ok(city.get("/indicators?from=2026-11-01&to=2027-10-01&unit=" + UNIT)),
            it -> it.at(figure).asInt() == count);
  }
}
