package dev.hoso.results.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hoso.core.DossierCode;
import dev.hoso.results.Given;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnomaliesApiTest {
  private static final DossierCode CODE = new DossierCode("H26.15-250101-0001");

  @BeforeAll
  static void refusedOnNewYearsDay() {
    Instant noon = Instant.parse("2025-01-01T05:00:00Z");
    for (int n = 1; n <= 3; n++) {
      var number = Given.number(CODE, n);
      Instant at = noon.plusSeconds(n);
      Api.RESULTS.create(Given.received(n).numbered(number));
      Api.RESULTS.change(number, now -> Given.RULES.decide(now, Given.refusal(), at));
    }
  }

  @Test
  void aDaysRefusedResultsComeNewestFirst() {
    Api.Answer answer = Api.get("/results/anomalies?day=2025-01-01").send();

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text("day")).isEqualTo("2025-01-01");
    assertThat(anomalies(answer))
        .extracting("number")
        .containsExactly(CODE + "-KQ3", CODE + "-KQ2", CODE + "-KQ1");
    assertThat(anomalies(answer).getFirst())
        .containsEntry("dossier", CODE.value())
        .containsEntry("refusedAt", "2025-01-01T12:00:03+07:00")
        .containsEntry("source", "unsigned")
        .containsEntry(
            "reasons", List.of(Map.of("type", "no-signature", "detail", "It is not signed.")));
  }

  @Test
  void noTitleIsShownInWhichSomebodyMayBeNamed() {
    assertThat(Api.get("/results/anomalies?day=2025-01-01").send().body())
        .doesNotContain("Nguyễn Văn An");
  }

  @Test
  void noMoreThanWantedAreShown() {
    Api.Answer answer = Api.get("/results/anomalies?day=2025-01-01&limit=2").send();

    assertThat(anomalies(answer)).hasSize(2);
  }

  @Test
  void aDayWithoutAnyHasAnEmptyList() {
    assertThat(Api.get("/results/anomalies?day=2025-01-02").send().json())
        .containsEntry("anomalies", List.of());
  }

  @ParameterizedTest
  @CsvSource({
    "day=yesterday,  day,   must be a day like 2026-11-24",
    "day=2026-13-01, day,   must be a day like 2026-11-24",
    "limit=0,        limit, must be from 1 to 1000",
    "limit=1001,     limit, must be from 1 to 1000"
  })
  void whatCannotBeReadIsNamed(String query, String field, String rule) {
    Api.Answer refused = Api.get("/results/anomalies?" + query).send();

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.faults()).containsExactly(Map.entry(field, rule));
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> anomalies(Api.Answer answer) {
    return (List<Map<String, Object>>) answer.json().get("anomalies");
  }
}
