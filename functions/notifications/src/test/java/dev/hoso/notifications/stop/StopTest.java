package dev.hoso.notifications.stop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hoso.core.JsonTypes;
import dev.hoso.core.OpenApi;
import dev.hoso.core.lambda.HttpAnswer;
import dev.hoso.notifications.CityForTests;
import dev.hoso.notifications.TokensForTests;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page where a person says what they do not want to be told. */
class StopTest {
  private static final OpenApi OPEN_API = OpenApi.read();
  private static final String MULTIPART =
      "--b\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n--b--\r\n";

  private final CityForTests city = new CityForTests();
  private final StopHandler handler =
      new StopHandler(city.settings, city.table.dynamo(), city.clock);
  private final String token = TokensForTests.of(city.settings, "hoa@example.vn");

  @AfterEach
  void close() {
    city.close();
  }

  @Test
  void toLookChangesNothing() {
    HttpAnswer page = call("GET", token, "kind=progress&lang=en", "");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains("<html lang=\"en\">", "name=\"progress\" checked", "How my dossier goes on")
        .doesNotContain("hoa@", "Saved.", "One-time codes</label>");
    assertThat(page.headers())
        .containsEntry("cache-control", "no-store")
        .containsEntry("referrer-policy", "no-referrer");
    assertThat(optedOut()).isEmpty();
  }

  @Test
  void whatIsNotTickedIsNotWantedAndMayBeWantedAgain() {
    HttpAnswer saved = call("POST", token, "lang=vi", "");
    assertThat(saved.statusCode()).isEqualTo(303);
    assertThat(saved.headers()).containsEntry("location", "/stop/" + token + "?saved=1&lang=vi");
    assertThat(optedOut()).isEqualTo("progress reminder announcement");
    assertThat(call("GET", token, "saved=1&lang=vi", "").body())
        .contains("Đã lưu.", "role=\"status\"", "<input type=\"checkbox\" name=\"progress\">");

    call("POST", token, "lang=vi", "progress=on&reminder=on&announcement=on");
    assertThat(optedOut()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"List-Unsubscribe=One-Click", MULTIPART})
  void aMailProgramsButtonIsEnoughAndIsNotSentElsewhere(String body) {
    HttpAnswer answer = call("POST", token, "kind=progress&lang=vi", body);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(optedOut()).isEqualTo("progress");
    call("POST", token, "kind=progress", body);
    assertThat(optedOut()).isEqualTo("progress");
  }

  @Test
  void aButtonWithoutAKindEndsAllThatCanBeEnded() {
    call("POST", token, "kind=code", "List-Unsubscribe=One-Click");

    assertThat(optedOut()).isEqualTo("progress reminder announcement");
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "POST"})
  void anotherLinkChangesNothing(String method) {
    String forged = (token.startsWith("A") ? "B" : "A") + token.substring(1);

    HttpAnswer answer = call(method, forged, "", "List-Unsubscribe=One-Click");

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains("Liên kết không đúng");
    assertThat(city.addresses.dynamo().scan(it -> it.tableName(city.addresses.name())).count())
        .isZero();
  }

  @Test
  void whoCannotBeAnsweredIsToldSo() {
    city.keys.down = true;
    StopHandler fresh = new StopHandler(city.settings, city.table.dynamo(), city.clock);

    HttpAnswer answer = call(fresh, "POST", token, "lang=en", "progress=on");

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.body()).contains("Please try again");
  }

  private String optedOut() {
    return city.addresses.dynamo().scan(it -> it.tableName(city.addresses.name())).items().stream()
        .map(item -> item.get("optedOut").s())
        .findFirst()
        .orElse("");
  }

  private HttpAnswer call(String method, String token, String query, String body) {
    return call(handler, method, token, query, body);
  }

  private static HttpAnswer call(
      StopHandler handler, String method, String token, String query, String body) {
    String event =
        JsonTypes.of(Object.class)
            .toJson(
                Map.of(
                    "rawPath",
                    "/stop/" + token,
                    "rawQueryString",
                    query,
                    "pathParameters",
                    Map.of("token", token),
                    "requestContext",
                    Map.of("http", Map.of("method", method, "sourceIp", "203.0.113.7")),
                    "body",
                    Base64.getEncoder().encodeToString(body.getBytes(StandardCharsets.UTF_8)),
                    "isBase64Encoded",
                    true));
    HttpAnswer answer =
        JsonTypes.of(HttpAnswer.class)
            .fromJson(CityForTests.call(handler, event.getBytes(StandardCharsets.UTF_8), null));
    assertThat(OPEN_API.faults(method + " /stop/{token}", answer)).isEmpty();
    return answer;
  }
}
