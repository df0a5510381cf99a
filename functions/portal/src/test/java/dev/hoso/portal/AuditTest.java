package dev.hoso.portal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hoso.core.JsonTypes;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AuditTest {
  private static final String CODE = "H26.15-261123-0042";
  private static final String DAY = "/portal/audits/2026-11-23";

  private final PortalRoom room = new PortalRoom();

  @BeforeEach
  void aDay() {
    room.register(CODE);
    room.register("H26.15-261123-0043");
    room.minute();
    assertThat(room.api("GET", DAY).statusCode()).isEqualTo(404);
  }

  @AfterEach
  void close() {
    room.close();
  }

  @Test
  void whatIsThereAsItWasSentIsTheSame() {
    night();

    AuditReport report = report();
    assertThat(report.dossiers()).isEqualTo(2);
    assertThat(report.same()).isEqualTo(2);
    assertThat(report.differences()).isEmpty();
  }

  @Test
  void whatThePortalLostIsFoundReportedAndSentAnew() {
    room.portal.behave("{\"answer\":\"forgets\",\"dossier\":\"%s\"}".formatted(CODE));

    night();

    AuditReport report = report();
    assertThat(report.missing()).isEqualTo(1);
    assertThat(report.same()).isEqualTo(1);
    assertThat(report.differences().getFirst().dossier()).isEqualTo(CODE);
    assertThat(report.differences().getFirst().repaired()).isTrue();
    assertThat(room.report().waiting()).isEqualTo(1);
    room.minute();
    assertThat(room.formStatuses(CODE)).containsExactly(2, 2);
    assertThat(room.report().dossiers()).isEqualTo(2);
    assertThat(room.report().rate()).isEqualTo(100);
  }

  @Test
  void whatThePortalDoesNotAnswerIsAskedAgainAnHourLater() {
    room.portal.behave("{\"answer\":\"down\"}");
    night();
    assertThat(report().unanswered()).isEqualTo(2);

    room.portal.behave("{\"answer\":\"ok\"}");
    room.clock.advance(Duration.ofHours(1));
    room.audit();

    assertThat(report().unanswered()).isZero();
    assertThat(report().same()).isEqualTo(2);
    long calls = room.portal.calls();
    room.clock.advance(Duration.ofHours(1));
    room.audit();
    assertThat(room.portal.calls()).isEqualTo(calls);
  }

  @Test
  void aDayIsADate() {
    assertThat(room.api("GET", "/portal/audits/yesterday").statusCode()).isEqualTo(400);
  }

  /** Half past two of the next day. */
  private void night() {
    room.clock.advance(Duration.ofHours(12));
    room.audit();
  }

  private AuditReport report() {
    return JsonTypes.of(AuditReport.class).fromJson(room.api("GET", DAY).body());
  }
}
