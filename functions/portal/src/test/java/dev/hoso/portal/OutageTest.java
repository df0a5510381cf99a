package dev.hoso.portal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hoso.core.DossierStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Longer than a stream keeps its records: what waits is in the dossiers themselves. */
class OutageTest {
  private static final int HOURS = 26;
  private static final List<DossierStatus> WAYS =
      List.of(
          DossierStatus.PROCESSING,
          DossierStatus.SUPPLEMENT_ASKED,
          DossierStatus.PROCESSING,
          DossierStatus.DONE,
          DossierStatus.RETURNED);

  private final Map<String, List<Integer>> happened = new LinkedHashMap<>();
  private final Random random = new Random(26);

  @Test
  void twentySixHoursAwayItIsInStepAfterwardsInOrderAndNothingIsSentTwice() {
    try (PortalRoom room = new PortalRoom()) {
      for (int n = 0; n < 40; n++) {
        register(room, "H26.15-261123-" + (1000 + n));
      }
      room.minute();

      for (int hour = 0; hour < HOURS; hour++) {
        room.portal.behave(mood(hour));
        aQuarterGoesOn(room);
        register(room, "H26.15-261124-" + (1000 + hour));
        room.clock.advance(Duration.ofMinutes(58));
        room.startAnew();
        room.minutes(2);
      }
      assertThat(room.report().waiting()).isGreaterThan(40);
      room.portal.behave("{\"answer\":\"ok\"}");
      room.startAnew();
      for (int n = 0; n < 45 && room.report().waiting() > 0; n++) {
        room.minute();
      }

      SyncReport report = room.report();
      assertThat(report.dossiers()).isEqualTo(40 + HOURS);
      assertThat(report.rate()).isEqualTo(100);
      assertThat(report.waiting()).isZero();
      happened.forEach(
          (code, statuses) -> {
            assertThat(room.toldStatuses(code)).as(code).isEqualTo(statuses);
            assertThat(room.formStatuses(code).getLast()).isEqualTo(statuses.getLast());
            assertThat(room.sentTwice(code)).isEmpty();
          });
    }
  }

  /** Away it is in every way in which one can be. */
  private static String mood(int hour) {
    return switch (hour % 4) {
      case 0 -> "{\"answer\":\"acceptsThen500\",\"path\":\"integration\"}";
      case 1 -> "{\"answer\":\"garbage\"}";
      default -> "{\"answer\":\"down\"}";
    };
  }

  private void register(PortalRoom room, String code) {
    room.register(code);
    happened.computeIfAbsent(code, it -> new ArrayList<>()).add(2);
  }

  private void aQuarterGoesOn(PortalRoom room) {
    happened.forEach(
        (code, statuses) -> {
          if (statuses.size() <= WAYS.size() && random.nextInt(4) == 0) {
            DossierStatus next = WAYS.get(statuses.size() - 1);
            room.change(code, next);
            statuses.add(next.code());
          }
        });
  }
}
