package dev.hoso.portal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hoso.core.DossierStatus;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The portal in each of its moods. */
class MisbehaviourTest {
  private static final String CODE = "H26.15-261123-0042";
  private static final String OTHER = "H26.15-261123-0043";

  private final PortalRoom room = new PortalRoom();

  @AfterEach
  void close() {
    room.close();
  }

  @Test
  void downItIsCalledAFewTimesAMinuteAndLeavesTheOthersAsTheyAre() {
    room.portal.behave("{\"answer\":\"down\"}");
    for (int n = 0; n < 50; n++) {
      room.register("H26.15-261123-" + (1000 + n));
    }

    room.minute();

    assertThat(room.portal.calls()).isBetween(1L, 3L);
    assertThat(room.report().waiting()).isEqualTo(50);
    assertThat(room.report().rate()).isZero();
  }

  @Test
  void whatItTookInWithoutSayingSoIsNotSentAgain() {
    room.register(CODE);
    room.portal.behave("{\"answer\":\"acceptsThen500\",\"path\":\"integration\",\"times\":1}");
    room.minute();
    assertThat(room.report().waiting()).isEqualTo(1);

    inStepWithin(5);

    assertThat(room.formStatuses(CODE)).containsExactly(2);
    assertThat(room.toldStatuses(CODE)).containsExactly(2);
  }

  @Test
  void neitherAreStepsThatItTookInWithoutSayingSo() {
    room.register(CODE);
    room.minute();
    room.change(CODE, DossierStatus.PROCESSING);
    room.portal.behave("{\"answer\":\"acceptsThen500\",\"path\":\"integration\",\"times\":2}");

    inStepWithin(12);

    assertThat(room.formStatuses(CODE)).containsExactly(2, 4);
    assertThat(room.toldStatuses(CODE)).containsExactly(2, 4);
  }

  @Test
  void garbageIsNoAnswer() {
    room.register(CODE);
    room.portal.behave("{\"answer\":\"garbage\",\"times\":2}");

    inStepWithin(6);

    assertThat(room.sentTwice(CODE)).isEmpty();
  }

  @Test
  void whatItForgotIsSentAnewAsNew() {
    room.register(CODE);
    room.minute();
    room.portal.behave("{\"answer\":\"forgets\"}");
    room.change(CODE, DossierStatus.PROCESSING);

    inStepWithin(1);

    assertThat(room.formStatuses(CODE)).containsExactly(2, 4);
    assertThat(room.toldStatuses(CODE)).containsExactly(2, 4);
  }

  @Test
  void sayingEverythingTwiceChangesNothing() {
    room.portal.behave("{\"answer\":\"answersTwice\"}");
    room.register(CODE);
    room.register(OTHER);

    inStepWithin(1);

    assertThat(room.sentTwice(CODE)).isEmpty();
    assertThat(room.report().dossiers()).isEqualTo(2);
  }

  @Test
  void aSessionThatEndsIsOpenedAnewAndNothingIsSentTwice() {
    room.portal.behave("{\"answer\":\"endsSessions\"}");
    room.register(CODE);
    room.change(CODE, DossierStatus.PROCESSING);

    inStepWithin(1);

    assertThat(room.portal.logins()).isGreaterThan(1);
    assertThat(room.sentTwice(CODE)).isEmpty();
  }

  @Test
  void whatItRefusesIsParkedInItsWordsAndHoldsNobodyUp() {
    room.portal.behave(
        "{\"answer\":\"refuses\",\"dossier\":\"%s\",\"words\":\"Mã thủ tục không tồn tại\"}"
            .formatted(CODE));
    room.register(CODE);
    room.register(OTHER);

    room.minute();

    SyncReport report = room.report();
    assertThat(report.refused()).isEqualTo(1);
    assertThat(report.inStep()).isEqualTo(1);
    assertThat(report.rate()).isEqualTo(50);
    assertThat(room.api("GET", "/portal/refused").body())
        .contains(CODE, "Mã thủ tục không tồn tại")
        .doesNotContain(OTHER);
    long calls = room.portal.calls();
    room.minutes(3);
    assertThat(room.portal.calls()).isEqualTo(calls);
  }

  @Test
  void whatWasRefusedIsTriedAgainWhenTheDossierChanges() {
    refused();

    room.change(CODE, DossierStatus.PROCESSING);
    inStepWithin(1);

    assertThat(room.toldStatuses(CODE)).containsExactly(2, 4);
  }

  @Test
  void whatWasRefusedIsTriedAgainWhenAnOperatorAsks() {
    refused();

    assertThat(room.api("POST", "/portal/refused/retry").body()).isEqualTo("{\"retried\":1}");
    inStepWithin(1);

    assertThat(room.api("GET", "/portal/refused").body())
        .isEqualTo("{\"refused\":0,\"dossiers\":[]}");
  }

  @Test
  void oneThatItCannotAnswerAboutHoldsUpNobodyForLong() {
    room.portal.behave("{\"answer\":\"error500\",\"dossier\":\"%s\"}".formatted(CODE));
    room.register(CODE);
    List<String> others = List.of(OTHER, "H26.15-261123-0044", "H26.15-261123-0045");
    others.forEach(room::register);

    room.minutes(5);

    assertThat(room.report().inStep()).isEqualTo(3);
    assertThat(room.report().waiting()).isEqualTo(1);
    assertThat(others).allSatisfy(it -> assertThat(room.sentTwice(it)).isEmpty());
  }

  private void refused() {
    room.portal.behave("{\"answer\":\"refuses\"}");
    room.register(CODE);
    room.minute();
    assertThat(room.report().refused()).isEqualTo(1);
    room.portal.behave("{\"answer\":\"ok\"}");
  }

  private void inStepWithin(int minutes) {
    for (int n = 0; n < minutes && room.report().rate() < 100; n++) {
      room.minute();
    }
    assertThat(room.report().rate()).isEqualTo(100);
    assertThat(room.report().waiting()).isZero();
  }
}
