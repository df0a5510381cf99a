package dev.hoso.core.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.hoso.core.JsonTypes;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpRequestTest {
  @ParameterizedTest
  @ValueSource(strings = {"stripe-signature", "Stripe-Signature", "STRIPE-SIGNATURE"})
  void aHeaderIsFoundHoweverItsNameIsWritten(String written) {
    HttpRequest request = request(Map.of(written, "t=1"), "", false);

    assertThat(request.header("stripe-signature")).isEqualTo("t=1");
    assertThat(request.header("another")).isNull();
  }

  @ParameterizedTest
  @CsvSource({"10, 10, false", "10, 9, true", "0, 0, false", "1, 0, true"})
  void aBodyIsAsLongAsItsBytes(int characters, int bytes, boolean longer) {
    String text = "a".repeat(characters);

    assertThat(request(Map.of(), text, false).longerThan(bytes)).isEqualTo(longer);
  }

  @Test
  void aCharacterHasSeveralBytes() {
    assertThat(request(Map.of(), "ộộộộ", false).longerThan(12)).isFalse();
    assertThat(request(Map.of(), "ộộộộ", false).longerThan(11)).isTrue();
  }

  @Test
  void inBase64TheBytesCountThatItSays() {
    String text =
        Base64.getEncoder().encodeToString("a".repeat(300).getBytes(StandardCharsets.UTF_8));

    assertThat(request(Map.of(), text, true).longerThan(300)).isFalse();
    assertThat(request(Map.of(), text, true).longerThan(290)).isTrue();
    assertThat(request(Map.of(), text, true).bytes()).hasSize(300);
  }

  @Test
  void whatIsSaidToBeBase64AndIsNotIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> request(Map.of(), "{\"a\":1}", true).bytes());
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"http\":{\"method\":\"GET\"}}', true",
    "'{\"http\":{\"method\":\"GET\"},\"authorizer\":{\"jwt\":{\"claims\":{\"scope\":\"dossiers:read operations\"}}}}', true",
    "'{\"http\":{\"method\":\"GET\"},\"authorizer\":{\"jwt\":{\"claims\":{\"scp\":\"[operations dossiers:read]\"}}}}', true",
    "'{\"http\":{\"method\":\"GET\"},\"authorizer\":{\"jwt\":{\"claims\":{\"scope\":\"dossiers:read\"}}}}', false",
    "'{\"http\":{\"method\":\"GET\"},\"authorizer\":{\"jwt\":{\"claims\":{\"sub\":\"one-stop\"}}}}', false"
  })
  void whoMayDoWhatIsInTheTokenThatTheRouteAsksFor(String context, boolean may) {
    HttpRequest request =
        JsonTypes.of(HttpRequest.class)
            .fromJson("{\"rawPath\":\"/\",\"requestContext\":" + context + "}");
    assertThat(request.may("operations")).isEqualTo(may);
  }

  private static HttpRequest request(Map<String, String> headers, String body, boolean base64) {
    return new HttpRequest(
        new HttpRequest.RequestContext(new HttpRequest.Http("POST", null), null),
        "/webhooks/stripe",
        "",
        headers,
        null,
        null,
        body,
        base64);
  }
}
