package dev.hoso.dossiers.api;

import static dev.hoso.dossiers.api.Requests.REGISTRATION;
import static dev.hoso.dossiers.api.Requests.code;
import static dev.hoso.dossiers.api.Requests.status;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hoso.dossiers.api.ApiForTests.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PreconditionTest {
  private static final ApiForTests API = new ApiForTests();
  private static final String CORRECTED = REGISTRATION.replace("Văn", "Đình");

  @ParameterizedTest(name = "If-Match: {0} on version 1 gives {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "\"1\"            | 200",
        "*                | 200",
        "\"7\", \"1\"     | 200",
        "\"2\"            | 412",
        "W/\"1\"          | 412",
        "\"1x\"           | 412",
        "\"01\"           | 412",
      })
  void aChangeRestsOnTheVersionThatItNames(String ifMatch, int expected) {
    String code = code();
    API.put(code, REGISTRATION);
    assertThat(API.put(code, CORRECTED, "If-Match", ifMatch).status()).isEqualTo(expected);
    boolean changed = API.get("/dossiers/" + code).body().contains("Đình");
    assertThat(changed).isEqualTo(expected == 200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "\"1", "\"1\" \"2\"", "\"1\",", "*, \"1\"", ""})
  void whatIsNoListOfTagsIsSaidSo(String ifMatch) {
    Answer answer = API.put(code(), REGISTRATION, "If-Match", ifMatch);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains("{\"field\":\"If-Match\",\"rule\":\"must be * or a list");
  }

  @Test
  void aDossierThatIsNotThereMatchesNothing() {
    assertThat(API.put(code(), REGISTRATION, "If-Match", "*").status()).isEqualTo(412);
  }

  @Test
  void aStatusOfADossierThatIsNotThereIsNotFoundWhateverTheVersion() {
    assertThat(API.status(code(), status(4), "If-Match", "\"1\"").status()).isEqualTo(404);
  }

  @Test
  void aDossierThatMustBeNewIs() {
    String code = code();
    assertThat(API.put(code, REGISTRATION, "If-None-Match", "*").status()).isEqualTo(201);
    Answer second = API.put(code, REGISTRATION, "If-None-Match", "*");
    assertThat(second.status()).isEqualTo(412);
    assertThat(second.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(second.body()).contains("urn:hoso:problem:precondition-failed");
  }

  @Test
  void whoeverRepeatsAChangeWhoseAnswerWasLostIsRight() {
    String code = code();
    API.put(code, REGISTRATION);
    API.put(code, CORRECTED, "If-Match", "\"1\"");
    assertThat(API.put(code, CORRECTED, "If-Match", "\"1\"").status()).isEqualTo(200);
    API.status(code, status(4), "If-Match", "\"2\"");
    Answer repeated = API.status(code, status(4), "If-Match", "\"2\"");
    assertThat(repeated.status()).isEqualTo(200);
    assertThat(repeated.header("ETag")).isEqualTo("\"3\"");
  }

  @Test
  void aStatusIsNotChangedOnAVersionThatIsPast() {
    String code = code();
    API.put(code, REGISTRATION);
    API.status(code, status(4));
    assertThat(API.status(code, status(9), "If-Match", "\"1\"").status()).isEqualTo(412);
    assertThat(API.status(code, status(9), "If-Match", "\"2\"").status()).isEqualTo(200);
  }
}
