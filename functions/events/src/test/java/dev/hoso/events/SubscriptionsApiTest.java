package dev.hoso.events;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hoso.core.AsyncApi;
import dev.hoso.core.web.ApiAnswer;
import dev.hoso.core.web.ApiCall;
import dev.hoso.core.web.ApiFunctions;
import io.micronaut.function.aws.proxy.payload2.APIGatewayV2HTTPEventFunction;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SubscriptionsApiTest {
  private static final String A = "H26.15-261124-0001";

  private static Office office;
  private static APIGatewayV2HTTPEventFunction function;

  /** One for all: making it takes longer than any of the tests. */
  @BeforeAll
  static void open() {
    office = new Office();
    function =
        ApiFunctions.with(office.settings, office.subscribersTable.dynamo(), () -> office.now);
  }

  @BeforeEach
  void begin() {
    office.now = Office.BEGIN;
    office.web.resetRequests();
    office.answer(aResponse().withStatus(204));
  }

  @AfterEach
  void end() {
    office.desk.subscribers().all().forEach(one -> office.desk.subscribers().remove(one.id()));
  }

  @AfterAll
  static void close() {
    office.close();
  }

  private final class Call extends ApiCall<Call> {
    Call(String method, String address) {
      super(method, address);
    }

    @Override
    protected Call self() {
      return this;
    }

    ApiAnswer with(String json) {
      body(json);
      return answer();
    }

    ApiAnswer answer() {
      return answerOf(function);
    }
  }

  private Call call(String method, String address) {
    return new Call(method, "/subscriptions" + address);
  }

  private ApiAnswer subscribe() {
    return call("POST", "")
        .with(
            """
            {"url":"%s/hook","types":["vn.hoso.dossier.fee-paid"],"units":["00004"],
             "owner":"ops@example.vn","agreement":"QC 12"}"""
                .formatted(office.web.baseUrl()));
  }

  @SuppressWarnings("unchecked")
  private static String id(ApiAnswer answer) {
    return (String) ((Map<String, Object>) answer.json().get("subscription")).get("id");
  }

  @SuppressWarnings("unchecked")
  private Map<String, Object> health(String id) {
    return (Map<String, Object>) call("GET", "/" + id).answer().json().get("health");
  }

  @Test
  void theSecretIsShownOnceAndSigns() {
    ApiAnswer subscribed = subscribe();
    assertThat(subscribed.status()).isEqualTo(201);
    String secret = subscribed.text("secret");
    assertThat(secret).startsWith("whsec_");

    String id = id(subscribed);
    office.happens(A, 1, Office.PAID);
    String body = office.event(A, 1, Office.PAID);
    assertThat(office.calls().getFirst().getHeader("webhook-signature"))
        .isEqualTo(new Secret(secret).sign("evt_" + A + "-1", office.now, body));
    assertThat(call("GET", "/" + id).answer().body()).contains("QC 12").doesNotContain(secret);
    assertThat(call("GET", "").answer().body()).contains(id).doesNotContain(secret);
  }

  @Test
  void everythingThatIsWrongIsSaidAtOnce() {
    ApiAnswer answer =
        call("POST", "")
            .with(
                """
                {"url":"https://169.254.169.254/","types":["vn.hoso.other"],"units":["nowhere",7],"owner":"ops"}""");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.faults())
        .containsOnlyKeys("url", "types[0]", "units[0]", "units[1]", "owner", "agreement");
  }

  @Test
  void whatIsLeftOutOfAChangeStays() {
    String id = id(subscribe());

    ApiAnswer changed =
        call("PATCH", "/" + id).with("{\"types\":[],\"owner\":\"other@example.vn\"}");

    assertThat(changed.status()).isEqualTo(200);
    assertThat(changed.json().get("types")).isEqualTo(List.of());
    assertThat(changed.json().get("units")).isEqualTo(List.of("00004"));
    assertThat(changed.text("owner")).isEqualTo("other@example.vn");
    assertThat(call("PATCH", "/" + id).with("{\"url\":null}").status()).isEqualTo(400);
  }

  @Test
  void aNewSecretSignsAtOnceAndTheOldOneForADayMore() {
    ApiAnswer subscribed = subscribe();
    ApiAnswer rotated = call("POST", "/" + id(subscribed) + "/secret").answer();
    Secret before = new Secret(subscribed.text("secret"));
    Secret after = new Secret(rotated.text("secret"));

    office.happens(A, 1, Office.PAID);
    String body = office.event(A, 1, Office.PAID);
    String id = "evt_" + A + "-1";
    assertThat(office.calls().getFirst().getHeader("webhook-signature"))
        .isEqualTo(after.sign(id, office.now, body) + " " + before.sign(id, office.now, body));

    office.now = office.now.plus(Duration.ofHours(24));
    office.happens(A, 2, Office.PAID);
    assertThat(office.calls().getLast().getHeader("webhook-signature")).doesNotContain(" ");
  }

  @Test
  void healthSaysWhatWaitsAndSinceWhenAndWhyItIsDisabled() {
    String id = id(subscribe());
    assertThat(health(id)).containsEntry("status", "working").containsEntry("waiting", 0L);

    office.answer(aResponse().withStatus(500));
    office.happens(A, 1, Office.PAID);
    assertThat(health(id))
        .containsEntry("status", "failing")
        .containsEntry("waiting", 1L)
        .containsKeys("failingSince", "oldestWaitingAt");

    office.answer(aResponse().withStatus(410));
    office.minuteAfter(Duration.ofMinutes(1));
    assertThat(health(id))
        .containsEntry("status", "disabled")
        .containsEntry("disabledBecause", "gone");

    office.answer(aResponse().withStatus(200));
    assertThat(call("POST", "/" + id + "/enable").answer().status()).isEqualTo(200);
    office.minuteAfter(Duration.ofMinutes(1));
    assertThat(health(id)).containsEntry("status", "working").containsEntry("waiting", 0L);
  }

  @Test
  void aReplayIsAskedForOnceAtATimeAndReachesNoFurtherThanEventsAreKept() {
    String id = id(subscribe());
    String replay = "/" + id + "/replay";
    assertThat(call("POST", replay).with("{}").faults()).containsOnlyKeys("from");
    assertThat(
            call("POST", replay)
                .with(
                    "{\"from\":\"2026-11-24T09:00:00+07:00\",\"to\":\"2026-11-24T08:00:00+07:00\"}")
                .faults())
        .containsOnlyKeys("to");

    ApiAnswer begun = call("POST", replay).with("{\"from\":\"2020-01-01T00:00:00+07:00\"}");
    assertThat(begun.status()).isEqualTo(202);
    assertThat(begun.text("from")).isEqualTo("2026-11-17T09:00:00+07:00");
    assertThat(health(id)).containsKey("replaying");
    assertThat(call("POST", replay).with("{\"from\":\"2026-11-01T00:00:00+07:00\"}").status())
        .isEqualTo(409);

    office.minute();
    assertThat(health(id)).doesNotContainKey("replaying");
  }

  @Test
  void aTestSaysWhatTheEndpointAnswers() {
    String id = id(subscribe());
    office.answer(aResponse().withStatus(503));

    ApiAnswer tested = call("POST", "/" + id + "/test").answer();

    assertThat(tested.json())
        .containsEntry("taken", false)
        .containsEntry("outcome", "HTTP 503")
        .containsEntry("event", office.ids().getFirst());
    String sent = office.calls().getFirst().getBodyAsString();
    assertThat(sent).contains("vn.hoso.subscription.test", id);
    assertThat(AsyncApi.read().faults(sent)).isEmpty();
    assertThat(health(id)).containsEntry("status", "working");
  }

  @Test
  void whatIsGoneIsNotCalledAndNotFound() {
    String id = id(subscribe());
    assertThat(call("DELETE", "/" + id).answer().status()).isEqualTo(204);

    office.happens(A, 1, Office.PAID);

    assertThat(office.calls()).isEmpty();
    for (String[] route :
        new String[][] {
          {"GET", ""}, {"DELETE", ""}, {"POST", "/secret"}, {"POST", "/enable"}, {"POST", "/test"}
        }) {
      ApiAnswer answer = call(route[0], "/" + id + route[1]).answer();
      assertThat(answer.text("type")).isEqualTo("urn:hoso:problem:unknown-subscription");
    }
  }
}
