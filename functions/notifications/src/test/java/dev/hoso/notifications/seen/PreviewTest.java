package dev.hoso.notifications.seen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hoso.core.OpenApi;
import dev.hoso.core.Settings;
import dev.hoso.notifications.CityForTests;
import dev.hoso.notifications.ProvidersForTests.Answer;
import io.avaje.jsonb.JsonType;
import io.avaje.jsonb.Jsonb;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A message is looked at, and tried on those who test, before citizens are told it. */
class PreviewTest {
  private static final OpenApi OPEN_API = OpenApi.read();
  private static final JsonType<Map<String, Object>> JSON =
      Jsonb.builder().build().type(Object.class).map();
  private static final String DEVICE =
      "arn:aws:sns:ap-southeast-1:123456789012:endpoint/APNS/ihanoi/"
          + "5e3e9847-3183-3f18-a7e8-671c3a57d4b3";

  private final CityForTests city =
      new CityForTests(Map.of("HOSO_TEST_CONTACTS", "0912 345 678, hoa@example.vn, " + DEVICE));
  private final PreviewHandler handler = new PreviewHandler(city.settings, city.clock);

  @AfterEach
  void close() {
    city.close();
  }

  @Test
  void aMessageIsShownAsItWouldLeaveWithItsPartsAndItsCost() {
    Map<String, Object> sms = show("template=fee-due&channel=sms&language=en&unit=HN-BQLKCN");
    assertThat(sms)
        .containsEntry("from", "HANOI")
        .containsEntry("encoding", "GSM-7")
        .containsEntry("segments", 2L)
        .containsEntry("cost", 200_000L);
    assertThat((String) sms.get("text")).startsWith("Dossier 000.00.01.H26-261123-00000042: ");
    assertThat(sms.get("characters")).isEqualTo((long) ((String) sms.get("text")).length());
    assertThat(show("template=fee-due&channel=push"))
        .containsEntry("subject", "Cần nộp phí, lệ phí")
        .containsEntry("from", "")
        .doesNotContainKey("segments");
    assertThat(show("channel=email&language=vi"))
        .containsEntry("from", "hoso@example.gov.vn")
        .containsEntry("template", "one-time-code");
  }

  @Test
  void thePageOffersEverythingThatCanBeChosenAndShowsWhatIs() {
    assertThat(page("template=withdrawn&channel=email&lang=en&unit=00004"))
        .contains("<html lang=\"en\">")
        .contains("<option value=\"withdrawn\" selected>", "<option value=\"00004\" selected>")
        .contains("Hồ sơ 000.00.01.H26-261123-00000042", "hoso@example.gov.vn", "0.0001 USD")
        .contains("<article lang=\"vi\"");
    assertThat(page("")).contains("Xem trước tin", "ma tra cuu 000000");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "template=nothing, template",
    "channel=fax, channel",
    "language=fr, language",
    "unit=99999, unit"
  })
  void whatThereIsNotIsRefusedByName(String query, String field) {
    Map<String, Object> answer = get(query, "application/json");
    assertThat(answer).containsEntry("statusCode", 400L);
    assertThat((String) answer.get("body")).contains("\"field\":\"" + field + "\"");
    assertThat(get(query, "text/html")).containsEntry("statusCode", 400L);
  }

  @Test
  void aTestGoesToWhoeverIsNamedByEveryChannel() {
    assertThat(test("sms", "+84912345678")).containsEntry("statusCode", 200L);
    assertThat(test("sms", "0912345678")).containsEntry("statusCode", 200L);
    assertThat(test("email", "hoa@example.vn")).containsEntry("statusCode", 200L);
    assertThat(test("push", DEVICE)).containsEntry("statusCode", 200L);
    assertThat(city.providers.numbers()).containsExactly("+84912345678", "+84912345678");
    // Nobody takes the second one for the first.
    assertThat(city.providers.sms.get(0)).isNotEqualTo(city.providers.sms.get(1));
    assertThat(city.providers.emails).hasSize(1);
    assertThat(city.providers.pushes).hasSize(1);
    assertThat(city.table.query("dossier", "000.00.01.H26-261123-00000042")).isEmpty();
  }

  @ParameterizedTest(name = "{0} to {1}")
  @CsvSource({
    "sms, 0912345679, 403",
    "email, hoang@example.vn, 403",
    "sms, hoa@example.vn, 400",
    "sms, '', 400"
  })
  void nobodyElseIsSentATest(String channel, String to, long status) {
    Map<String, Object> answer = test(channel, to);
    assertThat(answer).containsEntry("statusCode", status);
    assertThat((String) answer.get("body")).contains(status == 403 ? "TestContacts" : "\"to\"");
    assertThat(city.providers.publishes).isEmpty();
    assertThat(city.providers.emails).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "{\"to\": 12}", "{\"to\": null}", "to=0912345678"})
  void whatIsNoRequestIsRefused(String body) {
    Map<String, String> json = Map.of("content-type", "application/json");
    assertThat(call("POST", "/messages/test", "", json, body)).containsEntry("statusCode", 400L);
  }

  @Test
  void whatTheProviderSaysIsShown() {
    city.providers.sns = form -> Answer.THROTTLED;
    Map<String, Object> answer = test("sms", "0912345678");
    assertThat(answer).containsEntry("statusCode", 502L);
    assertThat((String) answer.get("body")).contains("notNow", "takes no more at this pace");
  }

  @Test
  void aFormLeadsBackToThePageAndComesFromItAlone() {
    String form = "template=done&channel=sms&language=vi&unit=00004&to=0912345678";
    Map<String, String> headers =
        Map.of("content-type", "application/x-www-form-urlencoded", "accept", "text/html");
    Map<String, Object> answer = call("POST", "/messages/test", "lang=en", headers, form);
    assertThat(answer).containsEntry("statusCode", 303L);
    assertThat(answer.get("headers"))
        .asString()
        .contains("/messages/preview?lang=en&template=done&channel=sms&language=vi&unit=00004");
    assertThat(page("sent=1&lang=en")).contains("The test was sent.");

    Map<String, String> elsewhere = new HashMap<>(headers);
    elsewhere.put("sec-fetch-site", "cross-site");
    assertThat(call("POST", "/messages/test", "", elsewhere, form))
        .containsEntry("statusCode", 403L);
    assertThat(city.providers.sms).hasSize(1);
  }

  @Test
  void aContactThatIsNoneStopsTheStartAndIsNotSaid() {
    Map<String, String> all = new HashMap<>(Map.of("HOSO_TEST_CONTACTS", "0912345678, 12"));
    for (String name :
        new String[] {
          "AWS_REGION",
          "HOSO_SMS_SENDER",
          "HOSO_SMS_MAX_PRICE",
          "HOSO_EMAIL_SENDER",
          "HOSO_ADDRESSES_KEY",
          "HOSO_CITIZEN_ADDRESS"
        }) {
      all.put(name, city.settings.required(name));
    }
    assertThatThrownBy(() -> new PreviewHandler(Settings.of(all), city.clock))
        .hasMessageContaining("HOSO_TEST_CONTACTS")
        .hasMessageNotContaining("0912345678");
  }

  private Map<String, Object> show(String query) {
    return JSON.fromJson((String) get(query, "application/json").get("body"));
  }

  private String page(String query) {
    return (String) get(query, "text/html").get("body");
  }

  private Map<String, Object> get(String query, String accept) {
    return call("GET", "/messages/preview", query, Map.of("accept", accept), "");
  }

  private Map<String, Object> test(String channel, String to) {
    String body =
        "{\"template\":\"withdrawn\",\"channel\":\"%s\",\"to\":\"%s\"}".formatted(channel, to);
    Map<String, String> headers = Map.of("content-type", "application/json");
    return call("POST", "/messages/test", "", headers, body);
  }

  private Map<String, Object> call(
      String method, String path, String query, Map<String, String> headers, String body) {
    Map<String, Object> event =
        Map.of(
            "requestContext", Map.of("http", Map.of("method", method)),
            "rawPath", path,
            "rawQueryString", query,
            "headers", headers,
            "body", body,
            "isBase64Encoded", false);
    byte[] bytes = JSON.toJson(event).getBytes(StandardCharsets.UTF_8);
    Map<String, Object> answer =
        JSON.fromJson(CityForTests.call(handler, bytes, CityForTests.time(25_000)));
    assertThat(OPEN_API.faults(method + " " + path, answer)).isEmpty();
    return answer;
  }
}
