package dev.hoso.events;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static dev.hoso.events.Office.PAID;
import static dev.hoso.events.Office.RECEIVED;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Endpoints that fail for long. */
class OutageTest {
  private static final String A = "H26.15-261124-0001";
  private static final Duration SHIFT = Duration.ofHours(3);

  private final Office office = new Office();

  @AfterEach
  void close() {
    office.close();
  }

  @Test
  void anEndpointThatFailsIsLeftAloneAndHearsOfEverythingInOrderWhenItIsBack() {
    office.subscribe();
    office.answer(aResponse().withStatus(503));
    for (int n = 1; n <= 20; n++) {
      office.happens("H26.15-261124-%04d".formatted(n), 1, RECEIVED);
    }
    assertThat(office.calls()).hasSize(3);
    assertThat(office.subscriber().ready(office.now)).isFalse();

    office.answer(aResponse().withStatus(200));
    office.web.resetRequests();
    office.minuteAfter(Duration.ofMinutes(2));

    assertThat(office.ids()).hasSize(20).doesNotHaveDuplicates();
    assertThat(office.subscriber().health().failures()).isZero();
  }

  @Test
  void afterThreeDaysItIsDisabledItsOwnerIsToldOnceAndEnabledItGoesOn() {
    office.subscribe();
    office.answer(aResponse().withStatus(500));
    office.happens(A, 1, RECEIVED);
    for (int shift = 0; shift < 23; shift++) {
      office.minuteAfter(SHIFT);
    }
    assertThat(office.subscriber().enabled()).isTrue();
    assertThat(office.calls().size()).isBetween(7, 10);
    for (int shift = 0; shift < 15; shift++) {
      office.minuteAfter(SHIFT);
    }

    assertThat(office.subscriber().health().disabled()).isEqualTo(Disabled.FAILING);
    assertThat(office.letters()).hasSize(1);
    assertThat(letter()).contains("To: ops@example.vn").contains("sub_1");
    assertThat(text()).contains("took nothing for three days", "vẫn được lưu");
    office.happens(A, 2, PAID);
    assertThat(office.desk.deliveries().waiting(office.subscriber()).count()).isEqualTo(1);

    office.answer(aResponse().withStatus(200));
    office.web.resetRequests();
    office.desk.subscribers().enable("sub_1");
    office.minuteAfter(Duration.ofMinutes(1));
    assertThat(office.ids()).containsExactly("evt_" + A + "-1");
  }

  @Test
  void anEndpointThatAnswers410IsDisabledAtOnce() {
    office.subscribe();
    office.answer(aResponse().withStatus(410));

    office.happens(A, 1, RECEIVED);
    office.happens(A, 2, PAID);
    office.minuteAfter(SHIFT);
    office.minuteAfter(SHIFT);

    assertThat(office.calls()).hasSize(1);
    assertThat(office.subscriber().health().disabled()).isEqualTo(Disabled.GONE);
    assertThat(office.letters()).hasSize(1);
    assertThat(text()).contains("410");
  }

  @Test
  void anEventThatAloneIsNeverTakenIsGivenUpAndTheEndpointIsNot() {
    office.subscribe();
    office.web.stubFor(
        post(urlEqualTo("/hook"))
            .withRequestBody(containing(A))
            .willReturn(aResponse().withStatus(500)));
    office.happens(A, 1, RECEIVED);
    for (int shift = 0; shift < 48; shift++) {
      office.happens("H26.15-261125-%04d".formatted(shift), 1, RECEIVED);
      office.minuteAfter(SHIFT);
    }

    assertThat(office.subscriber().enabled()).isTrue();
    assertThat(office.ids().stream().filter(id -> id.contains(A))).hasSize(10);
    assertThat(office.desk.deliveries().waiting(office.subscriber()).count()).isZero();
  }

  @Test
  void anOwnerWhoCannotBeToldNowIsToldLater() {
    office.subscribe();
    office.answer(aResponse().withStatus(410));
    office.happens(A, 1, RECEIVED);
    office.web.stubFor(post(urlEqualTo("/")).willReturn(aResponse().withStatus(400)));
    office.minuteAfter(SHIFT);
    assertThat(office.subscriber().health().untold()).isTrue();

    office.web.resetMappings();
    office.web.stubFor(
        post(urlEqualTo("/"))
            .willReturn(aResponse().withBody("<SendRawEmailResponse></SendRawEmailResponse>")));
    office.minuteAfter(SHIFT);

    assertThat(office.subscriber().health().untold()).isFalse();
  }

  private String letter() {
    String form = URLDecoder.decode(office.letters().getFirst(), StandardCharsets.UTF_8);
    String raw = form.replaceFirst("(?s).*RawMessage.Data=([^&]*).*", "$1");
    return new String(Base64.getDecoder().decode(raw.replace(' ', '+')), StandardCharsets.UTF_8);
  }

  private String text() {
    String body = letter().substring(letter().indexOf("\r\n\r\n"));
    return new String(Base64.getMimeDecoder().decode(body), StandardCharsets.UTF_8);
  }
}
