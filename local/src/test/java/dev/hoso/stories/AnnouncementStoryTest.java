package dev.hoso.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One text to many, through the whole system: from an operator to people's telephones. */
class AnnouncementStoryTest {
  private final City city = TheCity.running();
  private final String first = City.newPhone();
  private final String second = City.newPhone();

  @BeforeEach
  void byDay() {
    city.setClock("2026-12-01T10:00:00+07:00");
  }

  @AfterEach
  void asUsual() {
    city.realTime();
  }

  @Test
  void aListThatIsPutIsToldWithinMinutesAndEndsWithExactCounts() {
    String id = announce(first, second, "nobody");

    // Whether they arrived is reported later than they were sent.
    JsonNode shown =
        city.minutesUntil(
            () -> shown(id), it -> isDone(it) && it.at("/progress/sent").asInt() == 0);

    assertThat(city.inboxOf(first)).hasSize(1);
    assertThat(city.inboxOf(second)).hasSize(1);
    assertThat(city.inboxOf(first).getFirst().path("text").asText())
        .isEqualTo("Bo phan mot cua nghi ngay 01/12/2026.");
    assertThat(shown.at("/progress/lines").asInt()).isEqualTo(3);
    assertThat(shown.at("/progress/delivered").asInt()).isEqualTo(2);
    assertThat(shown.at("/progress/refused").asInt()).isEqualTo(1);
    assertThat(shown.at("/refusedLines/0/line").asInt()).isEqualTo(4);
    assertThat(City.ok(city.get("/announcements")).toString()).contains(id);
  }

  @Test
  void whatIsPausedGoesOnWhereItWasAndWhatIsCancelledDoesNot() {
    String paused = announce(first);
    String cancelled = announce(second);
    City.ok(city.post("/announcements/" + paused + "/pause", "{}"));
    City.ok(city.post("/announcements/" + cancelled + "/cancel", "{}"));
    for (int minutes = 0; minutes < 3; minutes++) {
      city.advance("PT1M");
    }
    assertThat(city.inboxOf(first)).isEmpty();

    City.ok(city.post("/announcements/" + paused + "/resume", "{}"));
    city.minutesUntil(() -> shown(paused), AnnouncementStoryTest::isDone);
    assertThat(city.inboxOf(first)).hasSize(1);
    assertThat(city.inboxOf(second)).isEmpty();
    assertThat(shown(cancelled).path("status").asText()).isEqualTo("cancelled");
  }

  @Test
  void whatASwindlerWouldWriteIsRefused() {
    var answer =
        city.post(
            "/announcements",
            """
            {"name":"x","text":{"vi":"Xin chuyển khoản tại evil.com","en":"Fine"}}""");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("text.vi", "money", "link");
  }

  /** As somebody does who has no credentials of the bucket. */
  private String announce(String... phones) {
    JsonNode answer =
        City.ok(
            city.post(
                "/announcements",
                """
                {"name":"Closed","text":{"vi":"Bộ phận một cửa nghỉ ngày 01/12/2026.",
                 "en":"The one-stop service is closed on 1 Dec 2026."}}"""));
    String list = Stream.of(phones).map(it -> it + ",vi\n").collect(Collectors.joining());
    var put =
        city.send(
            HttpRequest.newBuilder(URI.create(answer.at("/upload/url").asText()))
                .PUT(HttpRequest.BodyPublishers.ofString("phone,language\n" + list)));
    assertThat(put.statusCode()).isEqualTo(200);
    return answer.path("id").asText();
  }

  private static boolean isDone(JsonNode shown) {
    return shown.path("status").asText().equals("done");
  }

  private JsonNode shown(String id) {
    return City.ok(city.get("/announcements/" + id));
  }
}
