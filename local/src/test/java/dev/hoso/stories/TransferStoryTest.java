package dev.hoso.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A ward's counter moves to the city's centre, with all that is open there. */
class TransferStoryTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String WARD = "00008";
  private static final String CENTRE = "HN-TTHCC";

  private final City city = TheCity.running();

  @AfterEach
  void realTime() {
    city.realTime();
  }

  @Test
  void twoHundredDossiersMoveAndWhatComesAfterwardsBelongsToTheCentre() {
    List<String> codes = IntStream.range(0, 200).mapToObj(n -> City.newCode()).toList();
    codes.forEach(code -> City.ok(city.put("/dossiers/" + code, registration())));
    city.ask(codes.getFirst(), City.newReference());

    City.ok(
        city.post(
            "/units/" + WARD + "/transfer",
            "{\"to\":\"%s\",\"reason\":\"QĐ 12/2026\",\"role\":\"Tổ tiếp nhận\"}"
                .formatted(CENTRE)));
    JsonNode done =
        await()
            .atMost(PATIENCE)
            .until(
                () -> {
                  city.advance("PT1M");
                  return City.ok(city.get("/transfers/" + WARD));
                },
                it -> it.path("status").asText().equals("done"));

    assertThat(done.path("moved").asInt()).isEqualTo(200);
    for (String code : codes) {
      JsonNode dossier = city.dossier(code);
      assertThat(dossier.path("unit").asText()).isEqualTo(CENTRE);
      assertThat(dossier.at("/responsible/role").asText()).isEqualTo("Tổ tiếp nhận");
      assertThat(dossier.at("/transfers/0/from").asText()).isEqualTo(WARD);
    }
    String later = City.newCode();
    City.ok(city.put("/dossiers/" + later, registration()));
    assertThat(city.dossier(later).path("unit").asText()).isEqualTo(CENTRE);
    // Its fee is asked for and confirmed at the centre as it would have been at the ward.
    String reference = City.newReference();
    city.ask(codes.getLast(), reference);
    assertThat(city.confirm(City.VNPAY.paid(reference, 8000, "T" + reference))).isEqualTo("00");
    city.paymentWhen(codes.getLast(), "paid");
  }

  private static String registration() {
    return """
        {"procedure":"2.000635","unit":"%s","receivedAt":"2026-11-23T09:00:00+07:00",
         "applicant":{"name":"Nguyễn Thị Hoa","consent":false}}"""
        .formatted(WARD);
  }
}
