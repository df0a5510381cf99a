package dev.hoso.dossiers.api;

import static dev.hoso.dossiers.api.Requests.REGISTRATION;
import static dev.hoso.dossiers.api.Requests.code;
import static dev.hoso.dossiers.api.Requests.status;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hoso.dossiers.api.ApiForTests.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChangeStatusTest {
  private static final ApiForTests API = new ApiForTests();

  @Test
  void aStatusChangesWithItsReasonItsTimeAndItsPromise() {
    String code = registered();
    Answer answer =
        API.status(
            code,
            """
            {"status": 5, "reason": "Thiếu giấy chứng sinh", "at": "2026-03-10T09:00:00+07:00",
             "dueAt": "2026-03-30T17:00:00+07:00"}
            """);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("ETag")).isEqualTo("\"2\"");
    assertThat(answer.body())
        .contains("\"status\":5,\"statusAt\":\"2026-03-10T09:00:00+07:00\"")
        .contains("\"statusReason\":\"Thiếu giấy chứng sinh\"")
        .contains("\"dueAt\":\"2026-03-30T17:00:00+07:00\",\"dueSource\":\"sent\"");
  }

  @Test
  void theSameStatusAgainChangesNothing() {
    String code = registered();
    API.status(code, status(4));
    Answer again = API.status(code, status(4));
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.header("ETag")).isEqualTo("\"2\"");
  }

  @Test
  void aStepThatIsNotAllowedNamesThoseThatAre() {
    String code = registered();
    API.status(code, status(9));
    Answer answer = API.status(code, status(6));
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.json().get("type").getStringValue())
        .isEqualTo("urn:hoso:problem:transition-not-allowed");
    assertThat(answer.json().get("detail").getStringValue())
        .isEqualTo(
            "From status 9 (Processed) a dossier does not go to 6 (Payment needed). Allowed:"
                + " 4 (Being processed), 10 (Result returned).");
  }

  @Test
  void anUnknownDossierIsSaidSo() {
    Answer answer = API.status(code(), status(4));
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.body()).contains("urn:hoso:problem:unknown-dossier");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"4\"",
        "4.5",
        "4.0",
        "0",
        "11",
        "-4",
        "null",
        "true",
        "[4]",
        "4294967300",
        "1e2"
      })
  void aStatusIsAWholeNumberFrom1To10(String status) {
    Answer answer = API.status(registered(), "{\"status\": " + status + "}");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().get("errors").get(0).get("field").getStringValue())
        .isEqualTo("status");
    assertThat(answer.json().get("errors").size()).isEqualTo(1);
  }

  @Test
  void aTimeBeforeTheStatusBeganNamesItsField() {
    Answer answer =
        API.status(registered(), "{\"status\": 4, \"at\": \"2026-03-10T07:59:59+07:00\"}");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains("{\"field\":\"at\",\"rule\":\"must not be before");
  }

  @Test
  void ofTwentyAtOnceOneWinsEachVersionAndNoneIsLost() throws Exception {
    String code = registered();
    API.status(code, status(4));
    List<Callable<Answer>> all =
        IntStream.range(0, 20)
            .<Callable<Answer>>mapToObj(n -> () -> API.status(code, status(n % 2 == 0 ? 5 : 6)))
            .toList();
    List<String> tags = new ArrayList<>();
    for (Answer answer : together(all)) {
      assertThat(answer.status()).isEqualTo(200);
      tags.add(answer.header("ETag"));
    }
    long last = API.get("/dossiers/" + code).json().get("version").getLongValue();
    List<String> versions =
        IntStream.rangeClosed(3, (int) last).mapToObj(version -> "\"" + version + "\"").toList();
    assertThat(tags).containsAll(versions);
  }

  @Test
  void ofTwentyAtOnceOnOneVersionOneWins() throws Exception {
    String code = registered();
    List<Callable<Answer>> all =
        IntStream.range(0, 20)
            .<Callable<Answer>>mapToObj(
                n ->
                    () ->
                        API.put(
                            code,
                            REGISTRATION.replace("An\"", "An " + n + "\""),
                            "If-Match",
                            "\"1\""))
            .toList();
    assertThat(together(all)).extracting(Answer::status).containsOnlyOnce(200).contains(412);
    assertThat(API.get("/dossiers/" + code).header("ETag")).isEqualTo("\"2\"");
  }

  private static List<Answer> together(List<Callable<Answer>> all) throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(all.size())) {
      List<Answer> answers = new ArrayList<>();
      for (Future<Answer> future : threads.invokeAll(all)) {
        answers.add(future.get());
      }
      return answers;
    }
  }

  private static String registered() {
    String code = code();
    API.put(code, REGISTRATION);
    return code;
  }
}
