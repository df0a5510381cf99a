package dev.hoso.events;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static dev.hoso.events.Office.PAID;
import static dev.hoso.events.Office.RECEIVED;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TellingTest {
  private static final String A = "H26.15-261124-0001";
  private static final String B = "H26.15-261124-0002";

  private final Office office = new Office();

  @AfterEach
  void close() {
    office.close();
  }

  @Test
  void anEventIsPostedAtOnceAsItCameAndSigned() {
    Subscriber subscriber = office.subscribe();

    office.happens(A, 2, PAID);

    LoggedRequest call = office.calls().getFirst();
    String body = office.event(A, 2, PAID);
    assertThat(call.getBodyAsString()).isEqualTo(body);
    assertThat(call.getHeader("content-type")).startsWith("application/cloudevents+json");
    assertThat(call.getHeader("webhook-id")).isEqualTo("evt_" + A + "-2");
    assertThat(call.getHeader("webhook-timestamp"))
        .isEqualTo(Long.toString(Office.BEGIN.getEpochSecond()));
    assertThat(call.getHeader("webhook-signature"))
        .isEqualTo(subscriber.secrets().current().sign("evt_" + A + "-2", Office.BEGIN, body));
    assertThat(office.subscriber().health().lastSuccessAt()).isEqualTo(Office.BEGIN);
  }

  @Test
  void aSubscriberHearsOfTheTypesAndUnitsThatItWants() {
    office.subscribe("sub_1", List.of(PAID), List.of());
    office.subscribe("sub_2", List.of(), List.of("00007"));
    office.subscribe("sub_3", List.of(), List.of("00004", "00007"));

    office.happens(A, 1, RECEIVED);
    office.happens(A, 2, PAID);

    assertThat(office.ids())
        .containsExactlyInAnyOrder("evt_" + A + "-1", "evt_" + A + "-2", "evt_" + A + "-2");
  }

  @Test
  void anEventThatTheTopicBringsTwiceIsToldOnce() {
    office.subscribe();
    String event = office.event(A, 1, PAID);

    office.publish(event);
    office.publish(event);
    office.minuteAfter(Duration.ofMinutes(2));

    assertThat(office.calls()).hasSize(1);
  }

  @Test
  void whatIsNotTakenHoldsBackItsDossierAndNoOther() {
    office.subscribe();
    office.web.stubFor(
        post(urlEqualTo("/hook"))
            .withRequestBody(containing("\"id\":\"evt_" + A + "-1"))
            .willReturn(aResponse().withStatus(500)));

    office.happens(A, 1, RECEIVED);
    office.happens(A, 2, PAID);
    office.happens(B, 1, RECEIVED);
    assertThat(office.ids()).containsExactly("evt_" + A + "-1", "evt_" + B + "-1");

    office.web.resetMappings();
    office.answer(aResponse().withStatus(200));
    office.minuteAfter(Duration.ofMinutes(1));
    assertThat(office.ids().subList(2, 4)).containsExactly("evt_" + A + "-1", "evt_" + A + "-2");
    assertThat(office.desk.deliveries().waiting(office.subscriber()).count()).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 307, 400, 401, 404, 429, 500, 503})
  void whateverIsNot2xxIsToldAgainAndARedirectIsNotFollowed(int status) {
    office.subscribe();
    office.answer(
        aResponse().withStatus(status).withHeader("location", office.web.baseUrl() + "/other"));
    office.happens(A, 1, RECEIVED);
    assertThat(office.web.getAllServeEvents()).hasSize(1);

    office.answer(aResponse().withStatus(202));
    office.minuteAfter(Duration.ofMinutes(1));

    assertThat(office.ids()).containsExactly("evt_" + A + "-1", "evt_" + A + "-1");
    assertThat(office.subscriber().health().failingSince()).isNull();
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void aBrokenAnswerIsNone(Fault fault) {
    office.subscribe();
    office.answer(aResponse().withFault(fault));

    office.happens(A, 1, RECEIVED);

    long waiting = fault == Fault.MALFORMED_RESPONSE_CHUNK ? 0 : 1;
    assertThat(office.desk.deliveries().waiting(office.subscriber()).count()).isEqualTo(waiting);
  }

  @Test
  void aSlowEndpointIsGivenABoundedTime() {
    try (Office hasty = new Office(Duration.ofMillis(300))) {
      hasty.subscribe();
      hasty.answer(aResponse().withStatus(200).withFixedDelay(60_000));

      hasty.happens(A, 1, RECEIVED);

      assertThat(hasty.desk.deliveries().waiting(hasty.subscriber()).count()).isEqualTo(1);
    }
  }

  @Test
  void executionsAtTheSameTimeTellAnEventOnceAndADossierInOrder() {
    office.subscribe();
    office.answer(aResponse().withStatus(503));
    for (int version = 1; version <= 4; version++) {
      office.happens(A, version, PAID);
      office.happens(B, version, PAID);
    }
    office.web.resetRequests();
    office.answer(aResponse().withStatus(200).withFixedDelay(50));

    office.now = office.now.plus(Duration.ofMinutes(10));
    Stream.generate(() -> Thread.ofVirtual().start(office::minute))
        .limit(4)
        .toList()
        .forEach(TellingTest::join);

    assertThat(office.ids()).hasSize(8).doesNotHaveDuplicates();
    assertThat(office.ids().stream().filter(id -> id.contains(A))).isSorted();
    assertThat(office.ids().stream().filter(id -> id.contains(B))).isSorted();
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void anAddressThatIsNotPublicIsNotCalledWhereThatIsNotAllowed() {
    Subscriber subscriber = office.subscribe();
    Caller strict =
        new Caller((SSLSocketFactory) SSLSocketFactory.getDefault(), Duration.ofSeconds(2), false);

    Answer answer = strict.post(subscriber.wish().url(), Map.of(), "{}");

    assertThat(answer).isInstanceOf(Answer.NotTaken.class);
    assertThat(answer.words()).contains("not public");
    assertThat(office.web.getAllServeEvents()).isEmpty();
  }
}
