package dev.hoso.indicators.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hoso.core.DynamoForTests;
import dev.hoso.core.dynamo.Table;
import dev.hoso.core.web.ApiAnswer;
import dev.hoso.core.web.ApiCall;
import dev.hoso.core.web.ApiFunctions;
import dev.hoso.indicators.CountedForTests;
import dev.hoso.indicators.Given;
import io.micronaut.function.aws.proxy.payload2.APIGatewayV2HTTPEventFunction;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/** The dashboard and the lists behind it, as managers' browsers get them. */
class DashboardApiTest {
  private static final InstantSource NOW = InstantSource.fixed(Given.at("2026-11-30T08:00:00"));
  private static final AtomicInteger REQUESTS = new AtomicInteger();
  private static final Table TABLE = DynamoForTests.table("Indicators");
  private static final APIGatewayV2HTTPEventFunction FUNCTION = function(TABLE);

  /** A call with a token of a unit's people where one is named. */
  private static final class Call extends ApiCall<Call> {
    private Call(String address) {
      super("GET", address);
      header("accept", "text/html");
    }

    @Override
    protected Call self() {
      return this;
    }

    private ApiAnswer send(APIGatewayV2HTTPEventFunction function) {
      return answerOf(function);
    }
  }

  @BeforeAll
  static void aMonth() {
    CountedForTests.count(
        TABLE,
        Given.dossier("H26.15-261109-0001")
            .with("responsible", Map.of("unit", "00004", "role", "Phó Chủ tịch")),
        Given.dossier("H26.15-261109-0002").with("dueAt", Given.at("2026-08-18T17:00:00")),
        Given.dossier("H26.15-261109-0003")
            .with("unit", "HN-STP")
            .paid("vnpay", "A", 8000, "VND", "2026-11-30T07:00:00")
            .decided(9, "2026-11-30T07:30:00"));
  }

  @Test
  void itIsAPageInBothLanguagesThatNothingKeeps() {
    ApiAnswer page = get("/dashboard?lang=vi");

    assertThat(page.read())
        .contains("Bảng điều hành Thành phố Hà Nội", "Số liệu lúc 08:00:00 , 30/11/2026")
        .contains("Đang quá hạn 2 trong 2 chưa xong", "VNPAY 1 8.000đ", "Phường Ba Đình 0 1 0 1 2");
    assertThat(page.headers()).containsEntry("cache-control", "no-store");
    assertThat(get("/dashboard?lang=en").read())
        .contains("Dashboard Hanoi City", "Overdue now 2 of 2 open", "VNPAY 1 8,000 VND");
  }

  @Test
  void onlyTheScriptsThatItNamesMayRun() throws IOException {
    ApiAnswer page = get("/dashboard");
    assertThat(page.headers().get("content-security-policy"))
        .contains(Script.CHART.integrity(), Script.DASHBOARD.integrity(), "default-src 'none'");
    assertThat(page.body()).contains(Script.CHART.address()).doesNotContain(" style=\"", "onclick");

    ApiAnswer script = new Call(Script.CHART.address()).header("accept", "*/*").send(FUNCTION);
    assertThat(script.headers()).containsEntry("content-encoding", "gzip");
    byte[] packed = Base64.getDecoder().decode(script.body());
    assertThat(new GZIPInputStream(new ByteArrayInputStream(packed)).readAllBytes())
        .asString()
        .contains("Chart.js v4");
    assertThat(new Call("/dashboard/scripts/x.js").header("accept", "*/*").send(FUNCTION).status())
        .isEqualTo(404);
  }

  @Test
  void aUnitHasADashboardOfItsOwn() {
    assertThat(get("/dashboard?unit=HN-STP&lang=en").read())
        .contains("Dashboard Department of Justice", "Nothing is overdue.", "VNPAY 1 8,000 VND");
    assertThat(get("/dashboard?unit=nobody").status()).isEqualTo(400);
    assertThat(get("/dashboard?unit=&lang=en").read()).contains("Dashboard Hanoi City");
  }

  @Test
  void overdueDossiersAreNamedWithWhoAnswers() {
    assertThat(get("/dashboard/units?lang=vi").read()).contains("Phường Ba Đình 0 1 0 1 2");
    assertThat(get("/dashboard/overdue?unit=00004&lang=vi").read())
        .contains("H26.15-261109-0002 18/08/2026", "H26.15-261109-0001 18/11/2026 7")
        .contains("Phó Chủ tịch");
    assertThat(get("/dashboard/overdue?unit=00004&age=month&lang=vi").read())
        .contains("H26.15-261109-0001")
        .doesNotContain("H26.15-261109-0002");
  }

  @Test
  void aFigureIsMadeOfUnitsAndAUnitsOfProcedures() {
    String november = "/dashboard/counts?of=received&from=2026-11-01&to=2026-11-30&lang=vi";

    assertThat(get(november).read())
        .contains("Phường Ba Đình 2 66,6%", "Sở Tư pháp 1 33,3%", "Tất cả 3");
    assertThat(get(november + "&unit=00004").read()).contains("Theo thủ tục", "2 100%");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "counts?of=nothing",
        "counts?from=2026-11-01",
        "overdue",
        "overdue?unit=nobody",
        "overdue?unit=00004&age=year"
      })
  void whatCannotBeShownIsSaid(String address) {
    assertThat(get("/dashboard/" + address).status()).isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource({
    "/dashboard?unit=HN-STP,         403",
    "/dashboard/overdue?unit=HN-STP, 403",
    "/dashboard/counts?of=received&unit=HN-STP, 403",
    "/indicators?unit=HN-STP,        403",
    "/dashboard/overdue?unit=00004,  200",
    "/dashboard/units,               200"
  })
  void aUnitsPeopleSeeTheirUnitAlone(String address, int status) {
    ApiAnswer answer =
        new Call(address).claim("unit", "00004").header("accept", "*/*").send(FUNCTION);

    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.body()).doesNotContain("Sở Tư pháp");
  }

  @Test
  void theyNeedNotNameItAndTheCitysPeopleSeeAll() {
    assertThat(new Call("/dashboard?lang=en").claim("unit", "00004").send(FUNCTION).read())
        .contains("Dashboard Ba Dinh Ward")
        .doesNotContain("The whole city");
    assertThat(new Call("/dashboard?lang=en").claim("unit", "01").send(FUNCTION).read())
        .contains("Dashboard Hanoi City");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/dashboard", "/dashboard?unit=00004"})
  void whatItAsksDynamoDbForDoesNotDependOnHowManyDossiersThereAre(String address) {
    assertThat(requests(address, 1000)).isEqualTo(requests(address, 10)).isBetween(5, 8);
  }

  private static int requests(String address, int dossiers) {
    Table table = DynamoForTests.table("Indicators");
    CountedForTests.count(
        table,
        IntStream.range(0, dossiers)
            .mapToObj(n -> Given.dossier("H26.15-261109-%04d".formatted(n)))
            .toArray(Given[]::new));
    APIGatewayV2HTTPEventFunction function = function(table);
    REQUESTS.set(0);
    assertThat(new Call(address).send(function).read()).contains(dossiers == 10 ? " 10 " : "1.000");
    return REQUESTS.get();
  }

  private static ApiAnswer get(String address) {
    return new Call(address).send(FUNCTION);
  }

  private static APIGatewayV2HTTPEventFunction function(Table table) {
    ExecutionInterceptor counting =
        new ExecutionInterceptor() {
          @Override
          public void beforeTransmission(
              Context.BeforeTransmission context, ExecutionAttributes attributes) {
            REQUESTS.incrementAndGet();
          }
        };
    return ApiFunctions.with(
        Map.of(
            "HOSO_INDICATORS_TABLE", table.name(), "HOSO_CITIZEN_ADDRESS", "https://hoso.example"),
        DynamoForTests.client(override -> override.addExecutionInterceptor(counting)),
        NOW);
  }
}
