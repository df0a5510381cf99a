package dev.hoso.portal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hoso.core.DossierStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** Whatever happens in whatever order: an older state never follows a newer one. */
class OrderPropertiesTest {
  private static final AtomicInteger NUMBER = new AtomicInteger(1000);

  /** What can happen. */
  enum Event {
    CHANGE,
    OTHER_CHANGE,
    MINUTE,
    CUT_OFF,
    WELL,
    DOWN,
    ACCEPTS_THEN_500,
    GARBAGE,
    ENDS_SESSIONS,
    ANSWERS_TWICE
  }

  @Provide
  Arbitrary<List<Event>> histories() {
    return Arbitraries.of(Event.class).list().ofMinSize(4).ofMaxSize(14);
  }

  @Property(tries = 15, shrinking = ShrinkingMode.OFF)
  void itEndsInStepInOrderAndNothingIsTakenInTwice(@ForAll("histories") List<Event> history) {
    try (PortalRoom room = new PortalRoom()) {
      String code = "H26.15-261123-" + NUMBER.incrementAndGet();
      room.register(code);
      List<Integer> happened = new ArrayList<>(List.of(2));
      history.forEach(event -> happens(event, room, code, happened));

      room.portal.behave("{\"answer\":\"ok\"}");
      room.startAnew();
      for (int n = 0; n < 60 && room.report().waiting() > 0; n++) {
        room.minute();
      }

      assertThat(room.report().rate()).isEqualTo(100);
      assertThat(room.report().dossiers()).isEqualTo(1);
      assertThat(room.toldStatuses(code)).isEqualTo(happened);
      assertThat(room.formStatuses(code)).isSubsetOf(happened).endsWith(happened.getLast());
      assertThat(room.sentTwice(code)).isEmpty();
      assertThat(times(room, code)).isSorted();
    }
  }

  private static List<Long> times(PortalRoom room, String code) {
    return room.portal.steps(code).stream().map(it -> it.path("ThoiDiemXuLy").asLong()).toList();
  }

  private static void happens(Event event, PortalRoom room, String code, List<Integer> happened) {
    switch (event) {
      case CHANGE -> {
        DossierStatus next =
            happened.getLast() == 4 ? DossierStatus.SUPPLEMENT_ASKED : DossierStatus.PROCESSING;
        room.clock.advance(Duration.ofSeconds(5));
        room.change(code, next);
        happened.add(next.code());
      }
      case OTHER_CHANGE -> room.change(code, Map.of("calendarVersion", "2027"));
      case MINUTE -> room.minute();
      case CUT_OFF -> PortalRoom.run(room.another(CrashTest.endingAt(2)));
      case WELL -> room.portal.behave("{\"answer\":\"ok\"}");
      case DOWN -> room.portal.behave("{\"answer\":\"down\"}");
      case ACCEPTS_THEN_500 ->
          room.portal.behave("{\"answer\":\"acceptsThen500\",\"path\":\"integration\"}");
      case GARBAGE -> room.portal.behave("{\"answer\":\"garbage\"}");
      case ENDS_SESSIONS -> room.portal.behave("{\"answer\":\"endsSessions\"}");
      case ANSWERS_TWICE -> room.portal.behave("{\"answer\":\"answersTwice\"}");
    }
  }
}
