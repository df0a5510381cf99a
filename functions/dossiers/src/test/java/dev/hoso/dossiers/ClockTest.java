package dev.hoso.dossiers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hoso.core.DossierStatus;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** When a dossier was decided, and how often papers were asked for: what indicators are made of. */
class ClockTest {
  private static final Instant MONDAY = Given.at("2026-03-09T09:00:00");
  private static final Instant TUESDAY = Given.at("2026-03-10T09:00:00");
  private static final Instant FRIDAY = Given.at("2026-03-13T09:00:00");

  private static Clock at(DossierStatus status) {
    return Clock.starting(status, MONDAY);
  }

  @Test
  void itIsDecidedWhenTheWorkIsDoneAndStaysSoWhenTheResultIsHandedOver() {
    Clock done =
        at(DossierStatus.PROCESSING)
            .entering(DossierStatus.PROCESSING, DossierStatus.DONE, TUESDAY);
    assertThat(done.decidedAt()).isEqualTo(TUESDAY);

    Clock returned = done.entering(DossierStatus.DONE, DossierStatus.RETURNED, FRIDAY);

    assertThat(returned.decidedAt()).isEqualTo(TUESDAY);
  }

  @Test
  void whatIsTakenUpAgainIsNotDecidedAndIsDecidedAnew() {
    Clock stopped =
        at(DossierStatus.PROCESSING)
            .entering(DossierStatus.PROCESSING, DossierStatus.STOPPED, MONDAY);
    Clock again = stopped.entering(DossierStatus.STOPPED, DossierStatus.PROCESSING, TUESDAY);
    assertThat(again.decidedAt()).isNull();

    Clock done = again.entering(DossierStatus.PROCESSING, DossierStatus.DONE, FRIDAY);

    assertThat(done.decidedAt()).isEqualTo(FRIDAY);
  }

  @Test
  void aDossierThatComesAsDecidedIsDecidedThen() {
    assertThat(at(DossierStatus.RETURNED).decidedAt()).isEqualTo(MONDAY);
    assertThat(at(DossierStatus.RECEIVED).decidedAt()).isNull();
  }

  @Test
  void everyTimeThatPapersAreAskedForCounts() {
    Clock asked =
        at(DossierStatus.PROCESSING)
            .entering(DossierStatus.PROCESSING, DossierStatus.SUPPLEMENT_ASKED, MONDAY)
            .entering(DossierStatus.SUPPLEMENT_ASKED, DossierStatus.PROCESSING, TUESDAY)
            .entering(DossierStatus.PROCESSING, DossierStatus.FEE_DUE, TUESDAY)
            .entering(DossierStatus.FEE_DUE, DossierStatus.SUPPLEMENT_ASKED, FRIDAY);

    assertThat(asked.supplementsAsked()).isEqualTo(2);
    assertThat(asked.pauses()).hasSize(2);
  }
}
