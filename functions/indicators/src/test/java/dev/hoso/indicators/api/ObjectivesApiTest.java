package dev.hoso.indicators.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hoso.core.DynamoForTests;
import dev.hoso.core.dynamo.Table;
import dev.hoso.core.web.ApiAnswer;
import dev.hoso.core.web.ApiCall;
import dev.hoso.core.web.ApiFunctions;
import dev.hoso.indicators.CountedForTests;
import dev.hoso.indicators.Given;
import io.micronaut.function.aws.proxy.payload2.APIGatewayV2HTTPEventFunction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Objectives, from whoever enters them to whoever looks at them. */
class ObjectivesApiTest {
  private static final Path EXAMPLE = Path.of("..", "..", "docs", "examples", "objectives.csv");
  private static final String HEADER =
      "id,kind,vi,en,unit,role,from,due,target,indicator,ofUnit,ofProcedure\n";

  private final Table table = DynamoForTests.table("Indicators");
  private final APIGatewayV2HTTPEventFunction function =
      ApiFunctions.with(
          Map.of(
              "HOSO_INDICATORS_TABLE",
              table.name(),
              "HOSO_CITIZEN_ADDRESS",
              "https://hoso.example.gov.vn"),
          table.dynamo(),
          InstantSource.fixed(Given.at("2026-11-30T08:00:00")));

  private final class Call extends ApiCall<Call> {
    private Call(String method, String address) {
      super(method, address);
    }

    @Override
    protected Call self() {
      return this;
    }

    private Call sent(String body) {
      return body(body);
    }

    private ApiAnswer send() {
      return answerOf(function);
    }
  }

  private ApiAnswer get(String address) {
    return new Call("GET", address).header("accept", "application/json").send();
  }

  private ApiAnswer put(String id, String body) {
    return new Call("PUT", "/objectives/" + id).sent(body).send();
  }

  private ApiAnswer report(String id, String body, String... key) {
    Call call = new Call("POST", "/objectives/" + id + "/reports").sent(body);
    return (key.length == 0 ? call : call.header("idempotency-key", key[0])).send();
  }

  private ApiAnswer sheet(String csv) {
    return new Call("PUT", "/objectives").sent(csv).header("content-type", "text/csv").send();
  }

  private static String task(String due, String more) {
    return """
        {"title": {"vi": "Nhiệm vụ", "en": "Task"}, "unit": "00004", "role": "Chủ tịch",
         "from": "2026-11-02", "due": "%s", "target": 100%s}"""
        .formatted(due, more);
  }

  private static final String LINKED =
      """
      {"kind": "keyResult", "title": {"vi": "Đúng hạn", "en": "On time"}, "unit": "00004",
       "role": "Chủ tịch", "from": "2026-11-01", "due": "2026-12-31", "target": 0.95,
       "indicator": {"indicator": "onTime", "unit": "00004"}}""";

  @Test
  void whatIsEnteredIsShownWithItsState() {
    assertThat(put("NV-001", task("2026-12-31", "")).status()).isEqualTo(201);
    assertThat(put("NV-001", task("2026-11-27", "")).status()).isEqualTo(200);

    ApiAnswer shown = get("/objectives/NV-001");
    assertThat(shown.json())
        .containsEntry("state", "late")
        .containsEntry("kind", "task")
        .containsEntry("daysLate", 1L)
        .containsEntry("due", "2026-11-27");
    assertThat(get("/objectives").body())
        .contains("\"states\":{\"done\":0,\"onTrack\":0,\"atRisk\":0,\"late\":1}");
    assertThat(get("/objectives/NV-002").status()).isEqualTo(404);
  }

  @Test
  void theReportOfTheLatestTimeCountsInWhateverOrderTheyCome() {
    put("NV-001", task("2026-12-31", ""));
    report("NV-001", value(60, "2026-11-20T08:00:00+07:00"));
    report("NV-001", value(30, "2026-11-10T08:00:00+07:00"));
    ApiAnswer again = report("NV-001", value(60, "2026-11-20T08:00:00+07:00"));

    assertThat(again.json()).containsEntry("value", 60L).containsEntry("state", "onTrack");
    assertThat((List<?>) again.json().get("reports")).hasSize(2);
    assertThat(put("NV-001", task("2026-12-30", "")).json()).containsEntry("value", 60L);
    assertThat(report("NV-001", "{\"by\":\"Chánh Văn phòng\",\"value\":100}").json())
        .containsEntry("state", "done");
  }

  @Test
  void aRequestUnderTheSameKeyIsOneReport() {
    put("NV-001", task("2026-12-31", ""));
    report("NV-001", "{\"by\":\"Chánh Văn phòng\",\"value\":10}", "once");

    ApiAnswer again = report("NV-001", "{\"by\":\"Chánh Văn phòng\",\"value\":20}", "once");

    assertThat(again.json()).containsEntry("value", 10L);
    assertThat((List<?>) again.json().get("reports")).hasSize(1);
  }

  @Test
  void aLinkedOneMeasuresItselfAndTakesNoReports() {
    put("KR-1", LINKED);
    assertThat(get("/objectives/KR-1").json()).doesNotContainKey("value");
    CountedForTests.count(
        table,
        Given.dossier("H26.15-261109-0001").decided(9, "2026-11-17T10:00:00"),
        Given.dossier("H26.15-261109-0002").decided(9, "2026-11-20T10:00:00"));

    Map<String, Object> half = get("/objectives/KR-1").json();
    assertThat(half).containsEntry("value", 0.5).containsEntry("state", "onTrack");

    CountedForTests.count(
        table, Given.dossier("H26.15-261109-0002").decided(9, "2026-11-18T10:00:00").next());
    assertThat(get("/objectives/KR-1").json()).containsEntry("state", "done");
    ApiAnswer refused = report("KR-1", "{\"by\":\"x\",\"value\":1}");
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.body()).contains("urn:hoso:problem:measured-by-itself");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"indicator": "happiness"}                       | indicator.indicator
          {"indicator": "count:happiness"}                 | indicator.indicator
          {"indicator": "count:paid"}                      | indicator.indicator
          {"indicator": "onTime", "unit": "nowhere"}       | indicator.unit
          {"indicator": "onTime", "procedure": "9.999999"} | indicator.procedure
          {"unit": "00004"}                                | indicator.indicator
          {"indicator": "onTime"}                          | target
          """)
  void anIndicatorThatIsNoneNamesItsField(String indicator, String field) {
    ApiAnswer answer = put("NV-001", task("2026-12-31", ", \"indicator\": " + indicator));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.faults()).containsKey(field);
  }

  @Test
  void everyFaultIsSaidAtOnce() {
    ApiAnswer answer = put("-x", "{\"due\": \"soon\", \"target\": -1, \"kind\": \"hope\"}");

    assertThat(answer.faults())
        .containsOnlyKeys("id", "kind", "title.vi", "title.en", "unit", "role", "due", "target");
    assertThat(put("NV-001", task("2026-11-01", "")).faults()).containsOnlyKeys("due");
    put("NV-001", task("2026-12-31", ""));
    assertThat(report("NV-001", value(-1, "2027-01-01T00:00:00+07:00")).faults())
        .containsOnlyKeys("at", "value");
  }

  @Test
  void aTableIsEnteredAsAWholeAndTheSameAgainChangesNothing() throws IOException {
    String csv = Files.readString(EXAMPLE);

    assertThat(sheet(csv).json()).containsEntry("entered", 187L);
    sheet(csv);

    assertThat((List<?>) get("/objectives").json().get("objectives")).hasSize(187);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          NV-1,task,a,b,nowhere,r,2026-01-01,2026-12-31,100,,,      | line 3, column unit
          NV-1,hope,a,b,00004,r,2026-01-01,2026-12-31,100,,,        | line 3, column kind
          NV-1,task,a,b,00004,r,2026-01-01,2025-12-31,100,,,        | line 3, column due
          NV-1,task,a,b,00004,r,2026-01-01,2026-12-31,0,,,          | line 3, column target
          NV-1,task,a,b,00004,r,2026-01-01,2026-12-31,1,happiness,, | line 3, column indicator
          NV-1,task,a,b,00004,r,2026-01-01,2026-12-31,1,onTime,xx,  | line 3, column ofUnit
          NV-0,task,a,b,00004,r,2026-01-01,2026-12-31,100,,,        | line 3, column id
          NV-1,task,a,b,00004,r,soon,2026-12-31,100,,,              | line 3, column from
          """)
  void aLineThatBreaksARuleIsNamedAndNothingIsEntered(String line, String where) {
    String good = "NV-0,task,a,b,00004,r,2026-01-01,2026-12-31,100,,,\n";

    ApiAnswer answer = sheet(HEADER + good + line + "\n");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.faults().get("body")).contains(where);
    assertThat((List<?>) get("/objectives").json().get("objectives")).isEmpty();
  }

  @Test
  void theyAreChosenByStateAndUnit() {
    put("NV-001", task("2026-11-27", ""));
    put("NV-002", task("2026-12-31", "").replace("00004", "HN-STP"));

    assertThat(get("/objectives?state=late").body()).contains("NV-001").doesNotContain("NV-002");
    assertThat(get("/objectives?unit=HN-STP&state=").body())
        .contains("NV-002")
        .doesNotContain("NV-001");
    assertThat(get("/objectives?state=lost").status()).isEqualTo(400);
    assertThat(get("/objectives?unit=nowhere").status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"vi", "en"})
  void aBrowserGetsAPageWithTheLateOnesFirst(String language) {
    put("NV-001", task("2026-12-31", ""));
    put("NV-002", task("2026-11-27", "").replace("Nhiệm vụ", "A<b>").replace("Task", "A<b>"));
    put("KR-1", LINKED);

    String page =
        new Call("GET", "/objectives?lang=" + language)
            .header("accept", "text/html,*/*;q=0.8")
            .send()
            .body();

    assertThat(page)
        .contains("<html lang=\"" + language + "\">", "A&lt;b&gt;")
        .contains(language.equals("vi") ? "Quá hạn" : "Late")
        .contains(language.equals("vi") ? "– / 95,0%" : "– / 95.0%")
        .contains("href=\"/objectives?state=late&amp;lang=" + language + "\"");
    assertThat(page.indexOf("A&lt;b&gt;")).isLessThan(page.indexOf("/ 95"));
  }

  private static String value(int value, String at) {
    return "{\"by\":\"Chánh Văn phòng\",\"value\":%d,\"at\":\"%s\",\"note\":\"x\"}"
        .formatted(value, at);
  }
}
