package dev.hoso.dossiers.api;

import static dev.hoso.dossiers.api.Requests.REGISTRATION;
import static dev.hoso.dossiers.api.Requests.code;
import static dev.hoso.dossiers.api.Requests.status;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hoso.core.dynamo.Update;
import dev.hoso.dossiers.api.ApiForTests.Answer;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Words that came with ratings are read before others see them. */
class RatingsTest {
  private static final ApiForTests API = new ApiForTests();
  private static final String RATED_AT = "2026-03-10T14:00:00+07:00";
  private static final String APPROVE =
      """
      {"decision": "approve", "by": "Biên tập viên", "ratedAt": "%s"}""";

  private final String code = code();

  @BeforeEach
  void aRatedDossier() {
    API.put(code, REGISTRATION);
    API.status(code, status(9));
    API.dossiers.write(
        Update.of(Map.of("code", code))
            .set("rating", 1)
            .set("ratedAt", RATED_AT)
            .set("ratedFirstAt", RATED_AT)
            .set("ratingAbout", "time")
            .set("ratingText", "Chờ lâu")
            .set("ratingState", "waiting"));
  }

  @Test
  void theyWaitAndAreSeenByWhoModerates() {
    assertThat(API.get("/ratings").body())
        .contains(
            "{\"dossier\":\"%s\",\"unit\":\"HN-STP\",\"procedure\":\"1.000689\",\"rating\":1,"
                    .formatted(code)
                + "\"about\":\"time\",\"text\":\"Chờ lâu\",\"ratedAt\":\"%s\",\"state\":\"waiting\"}"
                    .formatted(RATED_AT));
    assertThat(API.get("/ratings?state=approved").body()).doesNotContain(code);
    assertThat(API.get("/dossiers/" + code).body()).doesNotContain("Chờ lâu");
  }

  @Test
  void whoDecidedIsKeptAndTheSameAgainChangesNothing() {
    Answer approved = moderate(APPROVE.formatted(RATED_AT));

    assertThat(approved.status()).isEqualTo(200);
    assertThat(approved.body())
        .contains("\"state\":\"approved\",\"moderatedBy\":\"Biên tập viên\"", "\"moderatedAt\":");
    long version = version();
    assertThat(moderate(APPROVE.formatted(RATED_AT)).status()).isEqualTo(200);
    assertThat(version()).isEqualTo(version);
    assertThat(API.get("/ratings?state=approved").body()).contains(code);
    assertThat(API.get("/ratings?state=waiting").body()).doesNotContain(code);
  }

  @Test
  void wordsThatWereChangedMeanwhileAreNotDecidedOn() {
    Answer answer = moderate(APPROVE.formatted("2026-03-10T13:00:00+07:00"));

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.body()).contains("urn:hoso:problem:rating-changed");
  }

  @Test
  void whereNoWordsCameThereIsNothingToDecide() {
    API.dossiers.write(Update.of(Map.of("code", code)).remove("ratingText").remove("ratingState"));

    Answer answer = moderate(APPROVE.formatted(RATED_AT));

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.body()).contains("urn:hoso:problem:no-rating-text");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"decision": "maybe", "by": "x", "ratedAt": "2026-03-10T14:00:00+07:00"} | decision
          {"decision": "reject", "ratedAt": "2026-03-10T14:00:00+07:00"}           | by
          {"decision": "reject", "by": "x"}                                        | ratedAt
          {"decision": "reject", "by": "x", "ratedAt": "yesterday"}                | ratedAt
          """)
  void everyFaultNamesItsField(String body, String field) {
    Answer answer = moderate(body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().get("errors").get(0).get("field").getStringValue()).isEqualTo(field);
  }

  @Test
  void aStateIsOneOfThree() {
    assertThat(API.get("/ratings?state=all").status()).isEqualTo(400);
  }

  private Answer moderate(String body) {
    return API.call("POST", "/ratings/" + code + "/moderation", body);
  }

  private long version() {
    return API.get("/dossiers/" + code).json().get("version").getLongValue();
  }
}
