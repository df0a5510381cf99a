package dev.hoso.stories;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may call what, with tokens asked for as on AWS. */
class TokenStoryTest {
  private static final TheCity.Guarded GUARDED = TheCity.guarded();
  private final City city = GUARDED.city();

  @AfterAll
  static void close() {
    GUARDED.close();
  }

  @ParameterizedTest
  @CsvSource({
    "PUT, /dossiers/H26.15-261123-0001, dossiers:write",
    "POST, /dossiers/H26.15-261123-0001/status, dossiers:write",
    "GET, /dossiers/H26.15-261123-0001, dossiers:read",
    "GET, /procedures, dossiers:read",
    "GET, /procedures/2.000635, dossiers:read",
    "GET, /units, dossiers:read",
    "POST, /dossiers/H26.15-261123-0001/payments, payments:write",
    "GET, /payments/anomalies, operations"
  })
  void aRouteOfOfficersAsksForATokenWithItsScope(String method, String path, String scope) {
    assertThat(call(method, path, null)).isEqualTo(401);
    assertThat(call(method, path, "nonsense")).isEqualTo(401);
    assertThat(call(method, path, token("results:issue"))).isEqualTo(403);
    assertThat(call(method, path, token(scope))).isNotIn(401, 403);
  }

  @ParameterizedTest
  @CsvSource({"/webhooks/vnpay", "/receipts/0000000000000000", "/openapi.yaml"})
  void gatewaysAndCitizensNeedNone(String path) {
    assertThat(call("GET", path, null)).isNotIn(401, 403);
  }

  @Test
  void aTokenIsOfThisCity() {
    String foreign =
        token("dossiers:read").replaceFirst("\\.[^.]+\\.", ".eyJpc3MiOiJzb21lYm9keSBlbHNlIn0.");
    assertThat(call("GET", "/units", foreign)).isEqualTo(401);
  }

  @Test
  void aUnitsPeopleSeeTheFiguresOfTheirUnitAlone() {
    String ofUnit = issued("{\"scopes\":[\"indicators:read\"],\"unit\":\"00004\"}");

    assertThat(call("GET", "/dashboard", ofUnit)).isEqualTo(200);
    assertThat(call("GET", "/dashboard?unit=00004", ofUnit)).isEqualTo(200);
    assertThat(call("GET", "/dashboard?unit=HN-STP", ofUnit)).isEqualTo(403);
    assertThat(call("GET", "/dashboard?unit=HN-STP", token("indicators:read"))).isEqualTo(200);
  }

  private String token(String scope) {
    return issued("{\"scopes\":[\"%s\"]}".formatted(scope));
  }

  private String issued(String wanted) {
    return City.ok(city.post("/local/token", wanted)).path("token").asText();
  }

  private int call(String method, String path, String token) {
    var request =
        city.jsonRequest(path)
            .method(method, java.net.http.HttpRequest.BodyPublishers.ofString("{}"));
    if (token != null) {
      request.header("authorization", "Bearer " + token);
    }
    return city.send(request).statusCode();
  }
}
