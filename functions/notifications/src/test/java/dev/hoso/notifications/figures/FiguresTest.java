package dev.hoso.notifications.figures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hoso.core.OpenApi;
import dev.hoso.core.dynamo.Item;
import dev.hoso.core.lambda.Change;
import dev.hoso.notifications.CityForTests;
import dev.hoso.notifications.DossierForTests;
import dev.hoso.notifications.StreamEvents;
import io.avaje.jsonb.JsonType;
import io.avaje.jsonb.Jsonb;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The figures that everybody can see, from messages that were truly sent. */
class FiguresTest {
  private static final OpenApi OPEN_API = OpenApi.read();
  private static final JsonType<Map<String, Object>> JSON =
      Jsonb.builder().build().type(Object.class).map();
  private final CityForTests city = new CityForTests();
  private final MovesHandler moves =
      new MovesHandler(city.settings, city.table.dynamo(), city.clock);
  private final FiguresHandler handler =
      new FiguresHandler(city.settings, city.table.dynamo(), city.clock);

  @AfterEach
  void close() {
    city.close();
  }

  @Test
  void whatWasSentIsCountedOnceAndShownAsPageAndAsJson() {
    city.changed(CityForTests.registered(DossierForTests.dossier()));
    Item sms = city.message("received", "sms");
    Item email = city.message("received", "email");
    count(new Change(Item.EMPTY, sms), new Change(Item.EMPTY, email));
    count(new Change(Item.EMPTY, sms));

    assertThat(body("application/json", ""))
        .contains(
            "{\"day\":\"2026-11-23\",\"channel\":\"sms\",\"messages\":1,\"left\":1,\"within10\":1")
        .contains("\"shareWithin10\":1.0000");
    assertThat(body("text/html", ""))
        .contains("<html lang=\"vi\">", "<caption>Tin nhắn</caption>", ">100%<", ">23/11<");
    assertThat(body("text/html", "lang=en")).contains("Text messages", ">100%<");
  }

  @Test
  void whatCannotBeCountedHoldsBackNoOther() {
    city.changed(CityForTests.registered(DossierForTests.dossier()));
    Item sms = city.message("received", "sms");
    Item broken =
        Item.of(Map.of("message", "broken#sms", "id", "b", "status", "sent", "sentAt", "never"));

    String answer = count(new Change(Item.EMPTY, broken), new Change(Item.EMPTY, sms));

    assertThat(answer).isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"1\"}]}");
    assertThat(body("application/json", "")).contains("\"channel\":\"sms\",\"messages\":1");
  }

  @Test
  void anAnswerIsKeptForAMinute() {
    assertThat(body("application/json", "")).contains("\"days\":[]");
    city.changed(CityForTests.registered(DossierForTests.dossier()));
    count(new Change(Item.EMPTY, city.message("received", "sms")));

    assertThat(body("application/json", "")).contains("\"days\":[]");
    city.clock.advance(Duration.ofMinutes(1));
    assertThat(body("application/json", "")).contains("\"channel\":\"sms\"");
    assertThat(headers("text/html").get("cache-control")).isEqualTo("public, max-age=60");
  }

  @Test
  void olderDaysAreNotShown() {
    city.changed(CityForTests.registered(DossierForTests.dossier()));
    count(new Change(Item.EMPTY, city.message("received", "sms")));

    city.clock.advance(Duration.ofDays(29));
    assertThat(body("application/json", "")).contains("\"day\":\"2026-11-23\"");
    city.clock.advance(Duration.ofDays(1));
    assertThat(body("application/json", "")).contains("\"days\":[]");
  }

  private String count(Change... changes) {
    return CityForTests.call(moves, StreamEvents.event(changes), null);
  }

  private String body(String accept, String query) {
    return (String) answer(accept, query).get("body");
  }

  private Map<?, ?> headers(String accept) {
    return (Map<?, ?>) answer(accept, "").get("headers");
  }

  private Map<String, Object> answer(String accept, String query) {
    String event =
        JSON.toJson(
            Map.of(
                "requestContext",
                Map.of("http", Map.of("method", "GET")),
                "rawPath",
                "/messages",
                "rawQueryString",
                query,
                "headers",
                Map.of("accept", accept),
                "cookies",
                List.of(),
                "isBase64Encoded",
                false));
    Map<String, Object> answer =
        JSON.fromJson(CityForTests.call(handler, event.getBytes(StandardCharsets.UTF_8), null));
    assertThat(OPEN_API.faults("GET /messages", answer)).isEmpty();
    return answer;
  }
}
