package dev.hoso.core.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hoso.core.JsonTypes;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class HttpTest {
  @Test
  void aBrowserIsLedOnWithItsCookies() {
    HttpAnswer answer = HttpAnswer.seeOther("/lookup?bad=1", List.of("a=b; Path=/", "c=d"));

    assertThat(json(answer))
        .contains("\"statusCode\":303")
        .contains("\"location\":\"/lookup?bad=1\"")
        .contains("\"cookies\":[\"a=b; Path=/\",\"c=d\"]");
  }

  @Test
  void anAnswerWithoutCookiesDoesNotNameThem() {
    assertThat(json(HttpAnswer.seeOther("/", List.of()))).doesNotContain("cookies");
    assertThat(json(HttpAnswer.json(200, "{}"))).doesNotContain("cookies");
    assertThat(json(HttpAnswer.problem(404, "t", "T", "D"))).doesNotContain("cookies");
  }

  @Test
  void aBodyOfAnyLengthCanBeLeftUnread() {
    byte[] event = event("a".repeat(5_000_000) + "\\\"\\\\").getBytes(StandardCharsets.UTF_8);

    HttpRequest request = JsonTypes.of(HttpEnvelope.class).fromJson(event).request();

    assertThat(request.rawPath()).isEqualTo("/lookup/A/code");
    assertThat(request.pathParameter("code")).isEqualTo("A");
    assertThat(request.method()).isEqualTo("POST");
    assertThat(request.bytes()).isEmpty();
    assertThat(request.sentCookies()).isEmpty();
  }

  @Test
  void aBodyIsReadUpToTheLongestText() {
    String longest = "a".repeat(HttpEnvelope.LONGEST_TEXT - 1);

    assertThat(JsonTypes.of(HttpRequest.class).fromJson(event(longest)).body()).isEqualTo(longest);
    assertThatThrownBy(() -> JsonTypes.of(HttpRequest.class).fromJson(event(longest.repeat(2))))
        .hasMessageContaining("limit");
  }

  private static String event(String body) {
    return """
    {"requestContext":{"http":{"method":"POST"}},"rawPath":"/lookup/A/code",\
    "body":"%s","pathParameters":{"code":"A"},"isBase64Encoded":false}"""
        .formatted(body);
  }

  private static String json(HttpAnswer answer) {
    return JsonTypes.of(HttpAnswer.class).toJson(answer);
  }
}
