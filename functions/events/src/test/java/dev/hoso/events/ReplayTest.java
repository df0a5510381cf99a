package dev.hoso.events;

import static dev.hoso.events.Office.PAID;
import static dev.hoso.events.Office.RECEIVED;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReplayTest {
  private static final String A = "H26.15-261124-0001";
  private static final String B = "H26.15-261124-0002";

  private final Office office = new Office();

  @AfterEach
  void close() {
    office.close();
  }

  @Test
  void aPeriodIsToldAgainUnderTheSameIdsAndInTheOrderOfEachDossier() {
    office.subscribe();
    office.happens(A, 1, RECEIVED);
    Instant from = office.now = office.now.plus(Duration.ofHours(30));
    office.happens(A, 2, PAID);
    office.happens(B, 1, RECEIVED);
    office.now = office.now.plus(Duration.ofHours(30));
    office.happens(A, 3, PAID);
    Instant to = office.now;
    office.now = office.now.plus(Duration.ofHours(30));
    office.happens(A, 4, PAID);
    office.web.resetRequests();

    office.desk.replays().begin("sub_1", from, to);
    office.minute();

    assertThat(office.ids())
        .containsExactlyInAnyOrder("evt_" + A + "-2", "evt_" + A + "-3", "evt_" + B + "-1")
        .containsSubsequence("evt_" + A + "-2", "evt_" + A + "-3");
    assertThat(office.desk.replays().all()).isEmpty();
  }

  @Test
  void aNewSubscriberHearsOfThePastWhatItWants() {
    for (int version = 1; version <= 120; version++) {
      office.happens(A, version, version % 40 == 0 ? PAID : RECEIVED);
    }
    office.subscribe("sub_1", List.of(PAID), List.of());

    office.desk.replays().begin("sub_1", Office.BEGIN, Office.BEGIN);
    office.minute();

    assertThat(office.ids())
        .containsExactly("evt_" + A + "-40", "evt_" + A + "-80", "evt_" + A + "-120");
  }

  @Test
  void aReplayThatWasCutOffGoesOnWhereItWas() {
    office.happens(A, 1, RECEIVED);
    Subscriber subscriber = office.subscribe();
    office.desk.replays().begin("sub_1", Office.BEGIN, Office.BEGIN);

    new Repeating(office.desk).run(() -> false);
    assertThat(office.desk.replays().find("sub_1")).isPresent();
    assertThat(office.desk.replays().begin("sub_1", Office.BEGIN, Office.BEGIN)).isFalse();

    new Repeating(office.desk).run(() -> true);
    assertThat(office.desk.deliveries().waiting(subscriber).count()).isEqualTo(1);
  }

  @Test
  void whatIsToldAgainOfASubscriberThatIsGoneIsForgotten() {
    office.desk.replays().begin("sub_0", Office.BEGIN, Office.BEGIN);

    office.minute();

    assertThat(office.desk.replays().all()).isEmpty();
  }
}
