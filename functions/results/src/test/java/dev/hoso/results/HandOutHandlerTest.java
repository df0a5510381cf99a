package dev.hoso.results;

import static dev.hoso.results.Given.CODE;
import static dev.hoso.results.Given.NOW;
import static dev.hoso.results.Given.PDF;
import static dev.hoso.results.Given.number;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hoso.core.DynamoForTests;
import dev.hoso.core.Grant;
import dev.hoso.core.Settings;
import dev.hoso.core.Time;
import dev.hoso.core.dynamo.Table;
import dev.hoso.core.dynamo.Update;
import dev.hoso.results.bucket.StorageForTests;
import io.avaje.jsonb.JsonType;
import io.avaje.jsonb.Jsonb;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class HandOutHandlerTest {
  private static final JsonType<Object> JSON = Jsonb.builder().build().type(Object.class);
  private static final String PAGE = "/lookup/" + CODE;
  private static final String TOKEN = "0123456789abcdef0123456789abcdef";
  private static final String COOKIE = "hoso-grant=" + TOKEN;

  private final Table codes = DynamoForTests.table("Codes");
  private final Table dossiers = DynamoForTests.table("Dossiers");
  private final Results results = new Results(DynamoForTests.table("Results"));
  private final StorageForTests storage = StorageForTests.keepingVersions();
  private final MovableClock clock = new MovableClock();
  private final HandOutHandler handler =
      new HandOutHandler(Settings.of(settings()), clock, codes.dynamo());

  @BeforeEach
  void anApplicantWhoHasProvenIt() {
    codes.write(
        Update.of(Grant.key(CODE))
            .set("grant", Grant.kept(TOKEN))
            .set("grantUntil", NOW.plus(Grant.LIFE)));
  }

  @Test
  void anIssuedResultIsDownloadedUnderItsNumber() throws Exception {
    kept(Given.issued(Given.received(1)));

    HttpResponse<byte[]> download = download(fetch("KQ1", COOKIE));

    assertThat(download.statusCode()).isEqualTo(200);
    assertThat(download.body()).isEqualTo(PDF);
    assertThat(download.headers().firstValue("content-disposition"))
        .hasValue("attachment; filename=\"H26.15-261123-0042-KQ1.pdf\"");
    assertThat(download.headers().firstValue("content-type")).hasValue("application/pdf");
  }

  @Test
  void theAddressHoldsForFiveMinutesAndIsKeptNowhere() {
    kept(Given.issued(Given.received(1)));

    Map<String, Object> answer = call(handler, CODE.value(), "KQ1", COOKIE);

    assertThat(answer).containsEntry("statusCode", 303L);
    assertThat(headers(answer))
        .containsEntry("cache-control", "no-store")
        .containsEntry("referrer-policy", "no-referrer");
    assertThat(headers(answer).get("location")).contains("X-Amz-Expires=300");
  }

  @Test
  void everyHandOutIsRecorded() {
    kept(Given.issued(Given.received(1)));

    fetch("KQ1", COOKIE);
    clock.advance(Duration.ofMinutes(1));
    fetch("H26.15-261123-0042-KQ1", "other=1; a=b", COOKIE);

    Result result = results.find(number(1)).orElseThrow();
    assertThat(result.history().handOuts())
        .isEqualTo(new HandOuts(2, NOW, List.of(NOW, NOW.plusSeconds(60))));
    assertThat(result.standing().version()).isEqualTo(5);
    assertThat(result.status()).isEqualTo(ResultStatus.ISSUED);
  }

  @Test
  void whatItsDossierIssuedAMomentAgoCanBeFetchedAtOnce() {
    kept(Given.sealed(Given.received(1)));
    decided(Map.of("status", "issued", "issuedAt", Time.text(NOW)));

    assertThat(fetch("KQ1", COOKIE)).contains("/results/");

    Result result = results.find(number(1)).orElseThrow();
    assertThat(result.status()).isEqualTo(ResultStatus.ISSUED);
    assertThat(result.history().issuedAt()).isEqualTo(NOW);
    assertThat(result.history().handOuts().count()).isEqualTo(1);
    assertThat(result.due()).isNotNull();
  }

  @Test
  void aSupersededResultCanStillBeFetched() {
    kept(Given.superseded(Given.received(1), number(2)));

    assertThat(fetch("KQ1", COOKIE)).contains("/results/");
  }

  @ParameterizedTest
  @EnumSource(
      value = ResultStatus.class,
      names = {"RECEIVED", "SEALED", "REVOKED", "REFUSED"})
  void noOtherCanAndThePageSaysWhy(ResultStatus status) {
    kept(Given.standing(status));
    decided(Map.of("status", "sealed", "waitsFor", "fee"));
    Result before = results.find(number(1)).orElseThrow();

    assertThat(fetch("KQ1", COOKIE)).isEqualTo(PAGE);

    assertThat(results.find(number(1))).contains(before);
  }

  @Test
  void aRevokedResultIsNotHandedOutThoughItsDossierHasNotHeardOfIt() {
    kept(Given.revoked(Given.received(1)));
    decided(Map.of("status", "issued", "issuedAt", Time.text(NOW)));

    assertThat(fetch("KQ1", COOKIE)).isEqualTo(PAGE);
  }

  @Test
  void aDocumentThatIsGoneIsNotHandedOut() {
    kept(Given.after(Given.issued(Given.received(1)), new Command.DeleteDocument()));

    assertThat(fetch("KQ1", COOKIE)).isEqualTo(PAGE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"KQ2", "KQ0", "x", "H26.15-261123-0043-KQ1"})
  void whatIsNoResultOfTheDossierLeadsToItsPage(String number) {
    kept(Given.issued(Given.received(1)));

    assertThat(fetch(number, COOKIE)).isEqualTo(PAGE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"hoso-grant=fedcba9876543210fedcba9876543210", "hoso-grant=", "other=1", ""})
  void withoutTheProofThereIsNothing(String cookie) {
    kept(Given.issued(Given.received(1)));

    assertThat(fetch("KQ1", cookie)).isEqualTo(PAGE);

    assertThat(handOuts()).isZero();
  }

  @Test
  void aProofWhoseTimeIsOverIsNone() {
    kept(Given.issued(Given.received(1)));
    clock.advance(Grant.LIFE);

    assertThat(fetch("KQ1", COOKIE)).isEqualTo(PAGE);

    assertThat(handOuts()).isZero();
  }

  @Test
  void aProofOfAnotherDossierIsNone() {
    kept(Given.issued(Given.received(1)));

    assertThat(location(call(handler, "H26.15-261123-0043", "KQ1", COOKIE)))
        .isEqualTo("/lookup/H26.15-261123-0043");
  }

  @Test
  void whatIsNoDossierCodeLeadsToTheBeginning() {
    assertThat(location(call(handler, "42\r\nset-cookie: x", "KQ1", COOKIE))).isEqualTo("/lookup");
  }

  @Test
  void aHandOutThatCannotBeRecordedIsNone() {
    kept(Given.issued(Given.received(1)));
    Map<String, String> elsewhere = new HashMap<>(settings());
    elsewhere.put("HOSO_RESULTS_TABLE", "nobodys");
    HandOutHandler broken = new HandOutHandler(Settings.of(elsewhere), clock, codes.dynamo());

    assertThatThrownBy(() -> call(broken, CODE.value(), "KQ1", COOKIE))
        .isInstanceOf(RuntimeException.class);
  }

  private void kept(Result result) {
    Sealed sealed = result.sealed();
    if (sealed != null) {
      storage.put(sealed.document(), PDF);
    }
    results.create(result);
  }

  private void decided(Map<String, String> decision) {
    dossiers.write(
        Update.of(Map.of("code", CODE.value()))
            .set("procedure", "2.000635")
            .set("unit", "01")
            .set("status", 9)
            .set("results", Map.of(number(1).value(), decision)));
  }

  private long handOuts() {
    return results.find(number(1)).orElseThrow().history().handOuts().count();
  }

  private String fetch(String number, String... cookies) {
    return location(call(handler, CODE.value(), number, cookies));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> call(
      HandOutHandler handler, String code, String number, String... cookies) {
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("version", "2.0");
    event.put("rawPath", "/lookup/" + code + "/results/" + number);
    event.put("rawQueryString", "");
    event.put("cookies", List.of(cookies));
    event.put("requestContext", Map.of("http", Map.of("method", "GET"), "stage", "$default"));
    event.put("pathParameters", Map.of("code", code, "number", number));
    event.put("isBase64Encoded", false);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      handler.handleRequest(
          new ByteArrayInputStream(JSON.toJson(event).getBytes(UTF_8)), out, null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return (Map<String, Object>) JSON.fromJson(out.toString(UTF_8));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, String> headers(Map<String, Object> answer) {
    return (Map<String, String>) answer.get("headers");
  }

  private static String location(Map<String, Object> answer) {
    return headers(answer).get("location");
  }

  private static HttpResponse<byte[]> download(String address) throws Exception {
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpRequest get = HttpRequest.newBuilder(URI.create(address)).build();
      return http.send(get, BodyHandlers.ofByteArray());
    }
  }

  private Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>(storage.settings());
    settings.put("HOSO_CODES_TABLE", codes.name());
    settings.put("HOSO_DOSSIERS_TABLE", dossiers.name());
    settings.put("HOSO_RESULTS_TABLE", results.table().name());
    return settings;
  }
}
