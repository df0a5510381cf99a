package dev.hoso.indicators.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hoso.core.DynamoForTests;
import dev.hoso.core.dynamo.Table;
import dev.hoso.core.web.ApiAnswer;
import dev.hoso.core.web.ApiCall;
import dev.hoso.core.web.ApiFunctions;
import dev.hoso.indicators.CountedForTests;
import dev.hoso.indicators.Given;
import dev.hoso.indicators.late.ListsForTests;
import io.micronaut.function.aws.proxy.payload2.APIGatewayV2HTTPEventFunction;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What officers' systems, managers and their browsers are shown. */
class ApiTest {
  private static final Table TABLE = DynamoForTests.table("Indicators");
  private static final InstantSource NOW = InstantSource.fixed(Given.at("2026-11-30T08:00:00"));
  private static final Map<String, String> SETTINGS =
      Map.of(
          "HOSO_INDICATORS_TABLE",
          TABLE.name(),
          "HOSO_CITIZEN_ADDRESS",
          "https://hoso.example.gov.vn");
  private static final APIGatewayV2HTTPEventFunction FUNCTION =
      ApiFunctions.with(SETTINGS, TABLE.dynamo(), NOW);

  private static final class Call extends ApiCall<Call> {
    private Call(String method, String address) {
      super(method, address);
    }

    @Override
    protected Call self() {
      return this;
    }

    private Call json(String body) {
      return body(body);
    }

    private ApiAnswer send() {
      return answerOf(FUNCTION);
    }
  }

  private static Call get(String address) {
    return new Call("GET", address).header("accept", "application/json");
  }

  @BeforeAll
  static void aWeek() {
    CountedForTests.count(
        TABLE,
        Given.dossier("H26.15-261109-0001").papers(true),
        Given.dossier("H26.15-261109-0002")
            .with("unit", "HN-STP")
            .paid("vnpay", "A", 8000, "VND", "2026-11-10T10:00:00")
            .decided(9, "2026-11-17T10:00:00"),
        Given.dossier("H26.15-261109-0003").with("procedure", "1.001193"));
    ListsForTests.make(TABLE, "2026-W49");
  }

  @Test
  void theCitysFiguresComeByDay() {
    ApiAnswer answer = get("/indicators?from=2026-11-01&to=2026-11-30").send();

    assertThat(answer.status()).isEqualTo(200);
    assertThat(total(answer)).containsEntry("received", 3).containsEntry("paidAmount:vnpay", 8000);
    assertThat(answer.json().get("open").toString()).contains("overdue=2");
    assertThat(rows(answer)).containsExactly("2026-11-09", "2026-11-10", "2026-11-17");
  }

  @Test
  void theyComeByUnitAndByProcedureAsWell() {
    assertThat(rows(get("/indicators?by=unit").send())).containsExactly("00004", "HN-STP");
    assertThat(rows(get("/indicators?by=procedure&unit=00004").send()))
        .containsExactly("1.001193", "2.000635");
    assertThat(total(get("/indicators?procedure=2.000635").send())).containsEntry("received", 2);
    assertThat(total(get("/indicators?procedure=2.000635&unit=00004").send()))
        .containsEntry("received", 1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "from=x", "to=2026-13-01", "from=2026-12-01&to=2026-11-01", "from=2025-11-01&to=2026-11-30",
        "unit=nobody", "procedure=9.999999", "by=unit&unit=00004", "by=year"
      })
  void whatCannotBeAskedIsSaid(String query) {
    ApiAnswer answer = get("/indicators?" + query).send();

    assertThat(answer.status()).isEqualTo(400);
    assertThat(query).contains(answer.faults().keySet().iterator().next());
  }

  @Test
  void theScoreShowsItsPartsAndWhatWasEntered() {
    ApiAnswer entered =
        new Call("PUT", "/indicators/766/inputs/2026-11/transparency")
            .json("{\"good\":96,\"of\":100,\"source\":\"Cổng DVCQG\"}")
            .send();
    assertThat(entered.status()).isEqualTo(200);

    ApiAnswer answer = get("/indicators/766?from=2026-11-01&to=2026-11-30&by=unit").send();

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body())
        .contains("\"part\":\"transparency\"", "\"points\":17.28", "\"source\":\"Cổng DVCQG\"")
        .contains("\"part\":\"complaintsOnTime\",\"group\":\"satisfaction\"");
    assertThat(rows(answer)).containsExactly("00004", "HN-STP");
    assertThat(get("/indicators/766?procedure=2.000635").send().status()).isEqualTo(200);
  }

  @Test
  void nothingElseIsTakenIn() {
    ApiAnswer answer =
        new Call("PUT", "/indicators/766/inputs/2026-11/complaintsOnTime")
            .json("{\"good\":5,\"of\":4,\"unit\":\"nobody\"}")
            .send();
    assertThat(answer.faults()).containsOnlyKeys("good", "source", "unit");
    assertThat(new Call("PUT", "/indicators/766/inputs/2026-11/onTime").json("{}").send().status())
        .isEqualTo(400);
    assertThat(new Call("PUT", "/indicators/766/inputs/x/transparency").json("{}").send().faults())
        .containsOnlyKeys("month");
  }

  @Test
  void aWeeklyListIsAPageInBothLanguages() {
    ApiAnswer page = get("/late/2026-W49").header("accept", "text/html").send();

    assertThat(page.read())
        .contains("Đơn vị có hồ sơ quá hạn, tuần 2026-W49", "Phường Ba Đình", "7 ngày làm việc");
    assertThat(get("/late/2026-W49?lang=en").header("accept", "text/html").send().read())
        .contains("Units with overdue dossiers", "7 working days");
  }

  @Test
  void aWeeklyListIsCsvXlsxAndJson(@TempDir Path folder) throws IOException {
    assertThat(get("/late/2026-W49").send().body()).contains("\"week\":\"2026-W49\"");
    assertThat(get("/late/2026-W49").header("accept", "text/csv").send().body())
        .startsWith("\ufeffTuần,Hạng,")
        .contains("2026-W49,1,00004,Phường Ba Đình,2,");
    ApiAnswer xlsx = get("/late/2026-W49?form=xlsx").send();
    assertThat(xlsx.headers().get("content-disposition")).contains("late-2026-W49.xlsx");
    assertThat(part(xlsx.body(), "xl/sharedStrings.xml", folder)).contains("00004", "2.000635");
  }

  @Test
  void theNewestListIsFoundAndAnUnknownOneIsNot() {
    ApiAnswer latest = get("/late").send();
    assertThat(latest.status()).isEqualTo(303);
    assertThat(latest.headers().get("location")).isEqualTo("/late/2026-W49");
    assertThat(get("/late/2026-W01").send().text("type"))
        .isEqualTo("urn:hoso:problem:unknown-week");
    assertThat(get("/late/2026-W60").send().status()).isEqualTo(400);
    assertThat(get("/late/2026-W49?form=pdf").send().faults()).containsOnlyKeys("form");
  }

  /** What a part of a workbook says. */
  private static String part(String base64, String name, Path folder) throws IOException {
    Path file = Files.write(folder.resolve("list.xlsx"), Base64.getDecoder().decode(base64));
    try (ZipFile zip = new ZipFile(file.toFile())) {
      return new String(
          zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Integer> total(ApiAnswer answer) {
    Map<String, Integer> total = new HashMap<>();
    ((Map<String, Number>) answer.json().get("total"))
        .forEach((name, number) -> total.put(name, number.intValue()));
    return total;
  }

  @SuppressWarnings("unchecked")
  private static List<String> rows(ApiAnswer answer) {
    return ((List<Map<String, String>>) answer.json().get("rows"))
        .stream().map(it -> it.get("of")).toList();
  }
}
