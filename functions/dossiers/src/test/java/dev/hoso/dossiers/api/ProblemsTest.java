package dev.hoso.dossiers.api;

import static dev.hoso.dossiers.api.Requests.REGISTRATION;
import static dev.hoso.dossiers.api.Requests.code;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hoso.dossiers.api.ApiForTests.Answer;
import io.micronaut.json.tree.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every error is a problem, and what is wrong with a field names the field and the rule. */
class ProblemsTest {
  private static final ApiForTests API = new ApiForTests();

  @Test
  void allFaultsAreToldAtOnce() {
    Answer answer =
        API.put(
            "x",
            """
            {"channel": "fax", "applicant": {"phone": 12, "email": "x", "language": "fr", "consent": "yes"},
             "receivedAt": "yesterday", "dueAt": "2626-03-10T08:00:00+07:00", "status": 11,
             "documents": [{}, 3, {"code": "a", "digitised": 1}],
             "responsible": {"unit": "nowhere"}}
            """);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(fields(answer))
        .containsExactlyInAnyOrder(
            "code",
            "procedure",
            "unit",
            "channel",
            "applicant.name",
            "applicant.phone",
            "applicant.email",
            "applicant.language",
            "applicant.consent",
            "receivedAt",
            "dueAt",
            "status",
            "documents[0].code",
            "documents[1]",
            "documents[2].digitised",
            "responsible.unit",
            "responsible.role");
  }

  @ParameterizedTest(name = "{0} instead of {1} names {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "\"9.999999\"              | \"1.000689\"       | procedure",
        "1.5                       | \"1.000689\"       | procedure",
        "\"hn-stp\"                | \"HN-STP\"         | unit",
        "\"1900 1009\"             | \"0912 345 678\"   | applicant.phone",
        "\"an@\"                   | \"an@example.vn\"  | applicant.email",
        "\"\"                      | \"Nguyễn Văn An\"  | applicant.name",
        "\"An\\u0000\"             | \"Nguyễn Văn An\"  | applicant.name",
        "\"2026-03-10T08:00:00\"   | \"2026-03-10T08:00:00+07:00\" | receivedAt",
        "1773104400                | \"2026-03-10T08:00:00+07:00\" | receivedAt",
      })
  void oneFaultNamesItsField(String wrong, String right, String field) {
    Answer answer = API.put(code(), REGISTRATION.replace(right, wrong));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(fields(answer)).containsExactly(field);
  }

  @Test
  void anApplicantThatIsNoObjectIsSaidOnce() {
    Answer answer =
        API.put(code(), "{\"procedure\":\"1.000689\",\"unit\":\"HN-STP\",\"applicant\":\"An\"}");
    assertThat(fields(answer)).containsExactly("applicant");
  }

  @Test
  void aPromiseBeforeReceiptNamesItsField() {
    String body =
        REGISTRATION.replace("{\"proc", "{\"dueAt\": \"2026-03-09T08:00:00+07:00\", \"proc");
    assertThat(fields(API.put(code(), body))).containsExactly("dueAt");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "{\"procedure\":", "[]", "\"text\"", "4", "null", "nonsense"})
  void aBodyThatIsNoJsonObjectIsSaidSo(String body) {
    Answer answer = API.put(code(), body);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().get("type").getStringValue()).isEqualTo("urn:hoso:problem:invalid");
    assertThat(fields(answer)).containsExactly("body");
  }

  @ParameterizedTest(name = "{0} {1} is answered with {2}")
  @CsvSource({
    "GET,    /nowhere,                    404, not-found",
    "DELETE, /dossiers/H26.15-260310-9000, 405, method-not-allowed",
    "PUT,    /procedures,                 405, method-not-allowed",
    "GET,    /dossiers/nonsense,          400, invalid",
    "GET,    /procedures/9.999999,        404, unknown-procedure",
  })
  void whatIsNotThereIsAProblemToo(String method, String path, int status, String type) {
    Answer answer = API.call(method, path, null);
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(answer.json().get("type").getStringValue()).isEqualTo("urn:hoso:problem:" + type);
    assertThat(answer.json().get("status").getIntValue()).isEqualTo(status);
  }

  @Test
  void onlyJsonIsRead() {
    Answer answer = API.put(code(), REGISTRATION, "Content-Type", "text/plain");
    assertThat(answer.status()).isEqualTo(415);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(
            API.put(code(), REGISTRATION, "Content-Type", "application/json; charset=utf-8")
                .status())
        .isEqualTo(201);
  }

  @Test
  void whatNobodyExpectedTellsNothingOfTheInside() {
    ApiForTests broken = new ApiForTests();
    broken.dossiers.dynamo().deleteTable(delete -> delete.tableName(broken.dossiers.name()));
    Answer answer = broken.put(code(), REGISTRATION);
    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.json().get("detail").getStringValue())
        .isEqualTo("Something went wrong here. Please try again.");
  }

  private static List<String> fields(Answer answer) {
    List<String> fields = new ArrayList<>();
    for (JsonNode error : answer.json().get("errors").values()) {
      fields.add(error.get("field").getStringValue());
    }
    return fields;
  }
}
