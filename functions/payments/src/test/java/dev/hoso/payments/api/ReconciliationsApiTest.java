package dev.hoso.payments.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hoso.core.web.ApiAnswer;
import dev.hoso.payments.SettlementRoom;
import io.micronaut.function.aws.proxy.payload2.APIGatewayV2HTTPEventFunction;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What operators and accountants see of settlement files. */
class ReconciliationsApiTest {
  private static final SettlementRoom ROOM = new SettlementRoom();
  private static APIGatewayV2HTTPEventFunction function;

  @BeforeAll
  static void reconciled() {
    function = Api.function(ROOM.storage.settings());
    ROOM.paid("TT1");
    ROOM.asked("TT2");
    ROOM.reconcile(
        SettlementRoom.settles("TT1"),
        SettlementRoom.settles("TT2"),
        SettlementRoom.line("NOBODY", 20_000, "<b>&", "payment"),
        "TT3,many,VND,T3,payment,2026-11-23T14:30:05+07:00,");
    ROOM.reconcileAs("2026-11-23-2", SettlementRoom.settles("TT1"));
    ROOM.file("nobody", "2026-11-23", new byte[0]);
  }

  @Test
  void aDaysFilesAreListedWithTheirTotals() {
    ApiAnswer answer = Api.get("/payments/reconciliations?day=2026-11-23").send(function);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(reconciliations(answer))
        .extracting("gateway", "name", "differences")
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple("standard", "2026-11-23", 3L),
            org.assertj.core.groups.Tuple.tuple("standard", "2026-11-23-2", 0L),
            org.assertj.core.groups.Tuple.tuple("nobody", "2026-11-23", 1L));
    assertThat(answer.body()).contains("\"matched\":{\"count\":1,\"sums\":{\"VND\":50000}}");
  }

  @Test
  void aDayWithoutFilesHasAnEmptyList() {
    ApiAnswer answer = Api.get("/payments/reconciliations?day=2026-11-22").send(function);

    assertThat(reconciliations(answer)).isEmpty();
  }

  @Test
  void aReconciliationIsJsonWithEveryDifference() {
    ApiAnswer answer = Api.get("/payments/reconciliations/standard/2026-11-23").send(function);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.headers().get("content-type")).startsWith("application/json");
    assertThat(answer.body())
        .isEqualTo(ROOM.report("standard", SettlementRoom.DAY, ".json"))
        .contains("recovered", "missingHere", "unreadable");
  }

  @Test
  void aSpreadsheetGetsTheDifferencesAsCsv() {
    ApiAnswer answer =
        Api.get("/payments/reconciliations/standard/2026-11-23")
            .header("accept", "text/csv")
            .send(function);

    assertThat(answer.headers().get("content-type")).startsWith("text/csv");
    assertThat(answer.body().lines()).hasSize(4).first().asString().startsWith("finding,line,");
  }

  @ParameterizedTest
  @CsvSource({
    "en, There are differences, Settled there, Only the settlement file told",
    "vi, Có chênh lệch, 'Cổng có, hệ thống không có', Chỉ nhờ tệp quyết toán"
  })
  void aBrowserGetsAPage(String language, String state, String missing, String way) {
    ApiAnswer answer = page(language, "2026-11-23");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.headers().get("content-security-policy")).contains("default-src 'none'");
    assertThat(answer.read()).contains(state, missing, way, "NOBODY", "TT2");
    assertThat(answer.body()).contains("&lt;b&gt;&amp;").doesNotContain("<b>&");
  }

  @Test
  void aFileInWhichEverythingAgreesSaysSo() {
    assertThat(page("en", "2026-11-23-2").read())
        .contains("Everything agrees", "50,000 VND", "Lines in the file: 1")
        .doesNotContain("Differences All");
  }

  @Test
  void thePagesAddressesLeadToAllOfIt() throws Exception {
    String body = page("en", "2026-11-23").body();
    String address = body.replaceAll("(?s).*<a href=\"([^\"]+)\">All differences.*", "$1");

    HttpResponse<String> csv =
        http(HttpRequest.newBuilder(URI.create(address.replace("&amp;", "&"))).GET());

    assertThat(csv.statusCode()).isEqualTo(200);
    assertThat(csv.body()).isEqualTo(ROOM.report("standard", SettlementRoom.DAY, ".csv"));
  }

  @Test
  void whatDoesNotFitIntoAnAnswerIsElsewhere() throws Exception {
    byte[] large = new byte[5 * 1024 * 1024];
    ROOM.storage.put("reports/standard/2026-11-01.json", large);

    ApiAnswer answer = Api.get("/payments/reconciliations/standard/2026-11-01").send(function);

    assertThat(answer.status()).isEqualTo(303);
    String address = answer.headers().get("location");
    assertThat(http(HttpRequest.newBuilder(URI.create(address)).GET()).body())
        .hasSize(large.length);
  }

  @Test
  void whatNobodyReconciledIsNotFound() {
    ApiAnswer answer = Api.get("/payments/reconciliations/standard/2026-11-22").send(function);

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.text("type")).isEqualTo("urn:hoso:problem:unknown-reconciliation");
  }

  @Test
  void aFileIsPutAtTheAddressThatIsGiven() throws Exception {
    ApiAnswer answer = Api.post("/payments/settlements/vnpay/2026-11-24", "{}").send(function);

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.text("reconciliation"))
        .isEqualTo("/payments/reconciliations/vnpay/2026-11-24");
    HttpResponse<String> put =
        http(
            HttpRequest.newBuilder(URI.create(answer.text("url")))
                .PUT(HttpRequest.BodyPublishers.ofString("a file")));
    assertThat(put.statusCode()).isEqualTo(200);
    assertThat(ROOM.storage.text("settlements/vnpay/2026-11-24.csv")).isEqualTo("a file");
  }

  @ParameterizedTest
  @CsvSource({
    "nobody/2026-11-24, gateway",
    "vnpay/yesterday, day",
    "vnpay/2026-11-31, day",
    "vnpay/2026-11-24x, day"
  })
  void noAddressIsGivenForWhatCannotBeReconciled(String path, String field) {
    ApiAnswer answer = Api.post("/payments/settlements/" + path, "{}").send(function);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.faults()).containsOnlyKeys(field);
  }

  private static ApiAnswer page(String language, String name) {
    return Api.get("/payments/reconciliations/standard/" + name + "?lang=" + language)
        .header("accept", "text/html")
        .send(function);
  }

  private static HttpResponse<String> http(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> reconciliations(ApiAnswer answer) {
    return (List<Map<String, Object>>) answer.json().get("reconciliations");
  }
}
