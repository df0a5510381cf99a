package dev.hoso.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hoso.core.DossierStatus;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SyncingTest {
  private static final String CODE = "H26.15-261123-0042";

  private final PortalRoom room = new PortalRoom();

  @AfterEach
  void close() {
    room.close();
  }

  @Test
  void aNewDossierIsSentWithItsStatusAndThenOwedNoMore() {
    room.register(CODE);
    assertThat(room.report().waiting()).isEqualTo(1);

    room.minute();

    JsonNode sent = room.portal.states(CODE).getFirst();
    assertThat(sent.path("MaTTHC").asText()).isEqualTo("2.000635");
    assertThat(sent.path("ChuHoSo").asText()).isEqualTo("Nguyễn Thị Hoa");
    assertThat(sent.path("KenhThucHien").asText()).isEqualTo("2");
    assertThat(sent.path("NgayTiepNhan").asText()).isEqualTo("20261123090000");
    assertThat(room.toldStatuses(CODE)).containsExactly(2);
    assertThat(room.item(CODE).attributes().keySet())
        .contains("portalVersion")
        .doesNotContain("portal", "portalSince", "portalDue", "portalClaim", "portalTries");
    SyncReport report = room.report();
    assertThat(report.inStep()).isEqualTo(1);
    assertThat(report.waiting()).isZero();
    assertThat(report.oldestWaiting()).isNull();
    assertThat(report.rate()).isEqualTo(100);
  }

  @Test
  void eachStatusIsToldInOrderAndTheDossierOnceAsItIs() {
    room.register(CODE);
    room.change(CODE, DossierStatus.PROCESSING);
    room.change(CODE, DossierStatus.DONE);

    room.minute();

    assertThat(room.toldStatuses(CODE)).containsExactly(2, 4, 9);
    assertThat(room.formStatuses(CODE)).containsExactly(9);
  }

  @Test
  void whatThePortalIsNotToldOfIsNotSent() {
    room.register(CODE);
    room.minute();
    long calls = room.portal.calls();

    room.change(CODE, Map.of("calendarVersion", "2027"));
    room.minute();

    assertThat(room.portal.calls()).isEqualTo(calls);
    assertThat(room.report().inStep()).isEqualTo(1);
    assertThat(room.item(CODE).number("portalVersion")).isEqualTo(2);
  }

  @Test
  void manyAreSentTogether() {
    for (int n = 0; n < 101; n++) {
      room.register("H26.15-261123-" + (1000 + n));
    }

    room.minute();

    assertThat(room.report().inStep()).isEqualTo(101);
    assertThat(room.portal.calls()).isLessThan(60);
    assertThat(room.portal.logins()).isEqualTo(1);
  }

  @Test
  void whatIsPaidIsAFeeThere() {
    room.register(CODE);
    room.change(
        CODE,
        Map.of(
            "payments",
            Map.of(
                "vnpay/TT1",
                Map.of(
                    "reference", "TT1",
                    "gateway", "vnpay",
                    "amount", 8000,
                    "status", "paid",
                    "description", "Lệ phí"))));

    room.minute();

    JsonNode sent = room.portal.states(CODE).getLast();
    assertThat(sent.path("DuocThanhToanTrucTuyen").asText()).isEqualTo("2");
    assertThat(sent.at("/DanhSachLePhi/0/Gia").asText()).isEqualTo("8000");
  }

  @Test
  void ofErasedDataNothingLeavesButTheStatus() {
    room.register(CODE);
    room.minute();

    room.change(
        CODE,
        Map.of(
            "erasedAt", room.clock.instant(),
            "applicant", Map.of("name", "", "language", "vi")));
    room.change(CODE, DossierStatus.DONE);
    room.minute();

    assertThat(room.formStatuses(CODE)).containsExactly(2);
    assertThat(room.toldStatuses(CODE)).containsExactly(2, 9);
    assertThat(room.report().rate()).isEqualTo(100);
  }

  @Test
  void anUnknownDossierWhoseDataIsErasedIsNeverMentioned() {
    room.register(CODE);
    room.change(CODE, Map.of("erasedAt", room.clock.instant()));

    room.minute();

    assertThat(room.portal.states(CODE)).isEqualTo(List.of());
    assertThat(room.portal.calls()).isZero();
    assertThat(room.report().waiting()).isZero();
  }
}
