package dev.hoso.local.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hoso.local.Caller;
import dev.hoso.local.Json;
import dev.hoso.local.LocalRuntime;
import dev.hoso.local.Options;
import dev.hoso.local.SamplePackage;
import dev.hoso.local.Shared;
import dev.hoso.samples.Seen;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** With a runtime of its own: the shared one's clock stays as it is. */
class ClockTest {
  @TempDir static Path folder;
  private static LocalRuntime runtime;
  private static Caller caller;

  @BeforeAll
  static void start() {
    int before = ticks().size();
    runtime = LocalRuntime.start(Options.of(SamplePackage.in(folder)));
    caller = new Caller(runtime.address());
    await().until(() -> ticks().size() > before);
  }

  @AfterAll
  static void stop() {
    runtime.close();
  }

  @AfterEach
  void asUsual() {
    clock("{}");
  }

  private static List<String> ticks() {
    return Seen.all("Ticks");
  }

  private HttpResponse<String> clock(String wanted) {
    return caller.post("/local/clock", "application/json", wanted);
  }

  private Instant functionsNow() {
    return Instant.parse(caller.json("/surroundings").path("now").asText());
  }

  @Test
  void functionsLiveInTheTimeThatTheClockIsPutTo() {
    HttpResponse<String> response = clock("{\"now\":\"2027-01-02T00:00:10+07:00\"}");
    Instant wanted = Instant.parse("2027-01-01T17:00:10Z");
    assertThat(OffsetDateTime.parse(Json.read(response.body()).path("now").asText()).toInstant())
        .isCloseTo(wanted, within(60, ChronoUnit.SECONDS));
    assertThat(functionsNow()).isCloseTo(wanted, within(60, ChronoUnit.SECONDS));
  }

  @Test
  void advancesAddUpAndAnEmptyOrderReturnsToRealTime() {
    clock("{\"advance\":\"PT24H\"}");
    clock("{\"advance\":\"PT24H\"}");
    assertThat(functionsNow())
        .isCloseTo(Instant.now().plus(2, ChronoUnit.DAYS), within(60, ChronoUnit.SECONDS));
    clock("{}");
    assertThat(functionsNow()).isCloseTo(Instant.now(), within(60, ChronoUnit.SECONDS));
  }

  @Test
  void anotherRuntimesClockStaysWhereItIs() {
    clock("{\"advance\":\"PT24H\"}");
    String now = Shared.CALLER.json("/surroundings").path("now").asText();
    assertThat(Instant.parse(now)).isCloseTo(Instant.now(), within(60, ChronoUnit.SECONDS));
  }

  @Test
  void aScheduleThatAnAdvancePassesIsCalledOnceBeforeTheAnswerComes() {
    int before = ticks().size();
    clock("{\"advance\":\"PT5H\"}");
    assertThat(ticks()).hasSize(before + 1);
  }

  @Test
  void aClockThatIsPutBackDoesNotStopASchedule() {
    int before = ticks().size();
    clock("{\"advance\":\"PT5H\"}");
    clock("{}");
    clock("{\"advance\":\"PT61M\"}");
    assertThat(ticks().size()).isGreaterThanOrEqualTo(before + 2);
  }

  @Test
  void theEventIsTheSchedulersOwn() {
    JsonNode event = Json.read(ticks().getLast());
    assertThat(event.path("detail-type").asText()).isEqualTo("Scheduled Event");
    assertThat(event.path("source").asText()).isEqualTo("aws.scheduler");
    assertThat(event.path("detail").asText()).isEqualTo("{}");
    assertThat(event.path("resources").get(0).asText()).endsWith("schedule/default/TicksHourly");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"advance":"a day"}                                        | advance
          {"now":"2027-01-02T00:00:10"}                              | now
          {"later":"PT1H"}                                           | later
          {"now":"2027-01-02T00:00:10+07:00","advance":"PT1H"}       | advance
          {"now":                                                    | body
          """)
  void aWrongOrderIsAProblemThatNamesItsField(String wanted, String field) {
    HttpResponse<String> response = clock(wanted);
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.headers().firstValue("content-type")).contains("application/problem+json");
    assertThat(Json.read(response.body()).path("field").asText()).isEqualTo(field);
  }
}
