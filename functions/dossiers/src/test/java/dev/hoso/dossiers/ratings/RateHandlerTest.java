package dev.hoso.dossiers.ratings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hoso.core.DossierCode;
import dev.hoso.core.DynamoForTests;
import dev.hoso.core.JsonTypes;
import dev.hoso.core.KeysForTests;
import dev.hoso.core.RatingLinks;
import dev.hoso.core.Settings;
import dev.hoso.core.dynamo.Item;
import dev.hoso.core.dynamo.Table;
import dev.hoso.core.dynamo.Update;
import dev.hoso.core.lambda.HttpAnswer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A rating from the page's form to the table. */
class RateHandlerTest {
  private static final DossierCode CODE = new DossierCode("H26.15-261123-0042");
  private static final Instant NOW = Instant.parse("2026-11-25T05:00:00Z");

  private final KeysForTests keys = new KeysForTests();
  private final Table dossiers = DynamoForTests.table("Dossiers");
  private final Settings settings =
      Settings.of(
          Map.of(
              "AWS_REGION",
              "ap-southeast-1",
              "AWS_ENDPOINT_URL_KMS",
              keys.endpoint(),
              "HOSO_RATINGS_KEY",
              KeysForTests.KEY,
              "HOSO_CITIZEN_ADDRESS",
              "https://hoso.example.gov.vn",
              "HOSO_DOSSIERS_TABLE",
              dossiers.name()));
  private final RateHandler handler =
      new RateHandler(settings, dossiers.dynamo(), InstantSource.fixed(NOW));
  private final String token = new RatingLinks(settings).token(CODE);
  private final String page = "/rate/" + CODE + "/" + token + "?lang=vi";

  static {
    System.setProperty("aws.accessKeyId", "test");
    System.setProperty("aws.secretAccessKey", "test");
  }

  @BeforeEach
  void aDoneDossier() {
    dossiers.write(
        Update.of(Map.of("code", CODE.value()))
            .set("procedure", "1.000689")
            .set("unit", "HN-STP")
            .set("channel", "online")
            .set("applicant", Map.of("name", "An", "language", "vi", "consent", true))
            .set("documents", List.of())
            .set("payments", Map.of())
            .set("results", Map.of())
            .set("pauses", List.of())
            .set("status", 9)
            .set("statusAt", NOW.minusSeconds(60))
            .set("statusVersion", 1)
            .set("version", 1)
            .set("createdAt", NOW.minusSeconds(60))
            .set("updatedAt", NOW.minusSeconds(60)));
  }

  @AfterEach
  void close() {
    keys.close();
  }

  @Test
  void whatWasSaidIsKeptWithTheDossierAndThePageSaysSo() {
    assertThat(rate(token, "rating=2&about=staff&text=" + encoded(" Chờ\r\nlâu\u202e quá ")))
        .isEqualTo(page + "&saved=1");

    Item kept = kept();
    assertThat(kept.number("rating")).isEqualTo(2);
    assertThat(kept.text("ratingAbout")).isEqualTo("staff");
    assertThat(kept.text("ratingText")).isEqualTo("Chờ lâu quá");
    assertThat(kept.text("ratingState")).isEqualTo("waiting");
    assertThat(kept.time("ratedAt")).isEqualTo(NOW);
    assertThat(kept.number("version")).isEqualTo(2);
  }

  @Test
  void wordsAreCutWhereTheyAreTooLongAndNoneAreNone() {
    rate(token, "rating=3&text=" + encoded("😀".repeat(600)));
    assertThat(kept().text("ratingText")).isEqualTo("😀".repeat(500));

    rate(token, "rating=3&text=" + encoded(" \n "));
    assertThat(kept().has("ratingText")).isFalse();
    assertThat(kept().has("ratingState")).isFalse();
  }

  @Test
  void withoutAValueNothingIsKept() {
    for (String form : List.of("", "rating=6", "rating=5&rating=1", "text=x", "rating=%", "a=b")) {
      assertThat(rate(token, form)).as(form).isEqualTo(page + "&wrong=1");
    }
    assertThat(kept().has("rating")).isFalse();
  }

  @Test
  void anotherAddressChangesNothing() {
    String forged = (token.startsWith("A") ? "B" : "A") + token.substring(1);

    assertThat(answer(CODE.value(), forged, "rating=1").statusCode()).isEqualTo(404);
    assertThat(answer("H26.15-261123-0043", token, "rating=1").statusCode()).isEqualTo(404);
    assertThat(answer("no-code", token, "rating=1").statusCode()).isEqualTo(404);
    assertThat(kept().has("rating")).isFalse();
  }

  @Test
  void whereThereIsNoResultThePageItselfSaysSo() {
    dossiers.write(Update.of(Map.of("code", CODE.value())).set("status", 4));

    assertThat(rate(token, "rating=5")).isEqualTo(page);
    assertThat(kept().has("rating")).isFalse();
  }

  @Test
  void ofTenAtOnceNoneIsLostAndOneIsKept() throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(10)) {
      for (int n = 0; n < 10; n++) {
        int value = 1 + n % 5;
        threads.submit(() -> rate(token, "rating=" + value));
      }
    }
    assertThat(kept().number("rating")).isBetween(1L, 5L);
    assertThat(kept().time("ratedFirstAt")).isEqualTo(NOW);
  }

  @Test
  void whoCannotBeAnsweredIsToldSo() {
    RateHandler lost =
        new RateHandler(
            Settings.of(
                Map.of(
                    "AWS_REGION", "ap-southeast-1",
                    "AWS_ENDPOINT_URL_KMS", keys.endpoint(),
                    "HOSO_RATINGS_KEY", KeysForTests.KEY,
                    "HOSO_CITIZEN_ADDRESS", "https://hoso.example.gov.vn",
                    "HOSO_DOSSIERS_TABLE", "Nothing")),
            dossiers.dynamo(),
            InstantSource.fixed(NOW));

    assertThat(answer(lost, CODE.value(), token, "rating=1").headers())
        .containsEntry("location", page + "&failed=1");
  }

  private Item kept() {
    return dossiers.get(Map.of("code", CODE.value()));
  }

  private String rate(String with, String form) {
    HttpAnswer answer = answer(CODE.value(), with, form);
    assertThat(answer.statusCode()).isEqualTo(303);
    return answer.headers().get("location");
  }

  private HttpAnswer answer(String code, String with, String form) {
    return answer(handler, code, with, form);
  }

  private static HttpAnswer answer(RateHandler handler, String code, String with, String form) {
    Map<String, Object> event =
        Map.of(
            "rawPath", "/rate/" + code + "/" + with,
            "rawQueryString", "",
            "headers", Map.of("content-type", "application/x-www-form-urlencoded"),
            "pathParameters", Map.of("code", code, "token", with),
            "requestContext", Map.of("http", Map.of("method", "POST", "sourceIp", "192.0.2.1")),
            "body", Base64.getEncoder().encodeToString(form.getBytes(StandardCharsets.UTF_8)),
            "isBase64Encoded", true);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      handler.handleRequest(
          new ByteArrayInputStream(JsonTypes.of(Object.class).toJsonBytes(event)), out, null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return JsonTypes.of(HttpAnswer.class).fromJson(out.toByteArray());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
