package dev.hoso.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hoso.local.Caller;
import dev.hoso.local.Json;
import dev.hoso.local.LocalRuntime;
import dev.hoso.local.Options;
import dev.hoso.local.SamplePackage;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuthoriserTest {
  @TempDir static Path folder;
  static LocalRuntime runtime;
  static Caller caller;

  @BeforeAll
  static void start() {
    runtime =
        LocalRuntime.start(
            Options.of(SamplePackage.in(folder)).withAuth().withData(folder.resolve("data")));
    caller = new Caller(runtime.address());
  }

  @AfterAll
  static void stop() {
    runtime.close();
  }

  private HttpResponse<String> withScopes(String scopes) {
    HttpResponse<String> issued =
        caller.post("/local/token", "application/json", "{\"scopes\":" + scopes + "}");
    return withToken(Json.read(issued.body()).path("token").asText());
  }

  private HttpResponse<String> withToken(String token) {
    return caller.get("/guarded", "authorization", "Bearer " + token);
  }

  /** A token as the runtime itself would issue it, but for what the test changes. */
  private String issue(String issuer, String audience) {
    return new Tokens(Optional.of(folder.resolve("data")))
        .issue(issuer, List.of(audience), List.of("items:read"), Optional.empty())
        .token();
  }

  @Test
  void aTokenWithTheRoutesScopeIsLetInAndItsClaimsAreInTheEvent() {
    HttpResponse<String> response = withScopes("[\"other\",\"items:read\"]");
    assertThat(response.statusCode()).isEqualTo(200);
    JsonNode jwt = Json.read(response.body()).path("requestContext").path("authorizer").path("jwt");
    assertThat(jwt.path("claims").path("iss").asText()).isEqualTo("https://issuer.example");
    assertThat(jwt.path("claims").path("exp").asText()).matches("\\d+");
    assertThat(jwt.path("scopes").toString()).isEqualTo("[\"other\",\"items:read\"]");
  }

  @Test
  void withoutATokenTheAnswerIsUnauthorisedAndSaysWhatIsNeeded() {
    HttpResponse<String> response = caller.get("/guarded");
    assertThat(response.statusCode()).isEqualTo(401);
    assertThat(response.body()).isEqualTo("{\"message\":\"Unauthorized\"}");
    assertThat(response.headers().firstValue("www-authenticate")).contains("Bearer");
  }

  @Test
  void aTokenWithoutTheScopeIsForbidden() {
    HttpResponse<String> response = withScopes("[\"other\"]");
    assertThat(response.statusCode()).isEqualTo(403);
    assertThat(response.body()).isEqualTo("{\"message\":\"Forbidden\"}");
  }

  @Test
  void anotherIssuersOrAudiencesTokenIsUnauthorised() {
    assertThat(withToken(issue("https://issuer.example", "hoso")).statusCode()).isEqualTo(200);
    assertThat(withToken(issue("https://other.example", "hoso")).statusCode()).isEqualTo(401);
    assertThat(withToken(issue("https://issuer.example", "other")).statusCode()).isEqualTo(401);
  }

  @Test
  void aTokenOfAnotherKeyIsUnauthorised() {
    String token =
        new Tokens(Optional.empty())
            .issue(
                "https://issuer.example", List.of("hoso"), List.of("items:read"), Optional.empty())
            .token();
    assertThat(withToken(token).statusCode()).isEqualTo(401);
  }

  @Test
  void aRouteWithoutAnAuthoriserAsksForNothing() {
    assertThat(caller.get("/echo/x").statusCode()).isEqualTo(200);
  }

  @Test
  void aListOfScopesIsNeededForAToken() {
    HttpResponse<String> response = caller.post("/local/token", "application/json", "{}");
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(Json.read(response.body()).path("field").asText()).isEqualTo("scopes");
  }
}
