package dev.hoso.dossiers;

import static dev.hoso.dossiers.Given.NOW;
import static dev.hoso.dossiers.Given.RULES;
import static dev.hoso.dossiers.Given.after;
import static dev.hoso.dossiers.Given.dossier;
import static dev.hoso.dossiers.Given.to;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hoso.core.DossierStatus;
import dev.hoso.core.calendar.Pause;
import dev.hoso.dossiers.Command.ChangeStatus;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StatusChangeTest {
  @ParameterizedTest
  @EnumSource
  void aDossierTakesExactlyWhatTheTableAllows(DossierStatus next) {
    Dossier processing = dossier(DossierStatus.PROCESSING);
    Decision decision = RULES.decide(processing, to(next), NOW);
    if (next == DossierStatus.PROCESSING) {
      assertThat(decision).isEqualTo(new Decision.Unchanged(processing));
    } else if (Transitions.allowed(DossierStatus.PROCESSING, next)) {
      assertThat(((Decision.Changed) decision).dossier().status()).isEqualTo(next);
    } else {
      assertThat(decision).isEqualTo(new Decision.NotAllowed(DossierStatus.PROCESSING, next));
    }
  }

  @Test
  void anUnknownDossierHasNoStatusToChange() {
    assertThat(RULES.decide(null, to(DossierStatus.DONE), NOW)).isEqualTo(new Decision.Unknown());
  }

  @Test
  void theVersionAtWhichAStatusWasEnteredIsKept() {
    Dossier waiting = after(dossier(DossierStatus.PROCESSING), to(DossierStatus.FEE_DUE));
    assertThat(waiting.version()).isEqualTo(2);
    assertThat(waiting.standing().version()).isEqualTo(2);
    Dossier withPayment = after(waiting, Given.take(Given.payment("A", 1, "pending")));
    assertThat(withPayment.version()).isEqualTo(3);
    assertThat(withPayment.standing().version()).isEqualTo(2);
  }

  @Test
  void aChangeIsNotBeforeTheStatusThatItEnds() {
    Dossier processing = dossier(DossierStatus.PROCESSING);
    Decision decision = RULES.decide(processing, to(DossierStatus.DONE, NOW.minusSeconds(1)), NOW);
    assertThat(((Decision.Faulty) decision).fault().field()).isEqualTo("at");
  }

  @Test
  void aClockThatIsBehindMovesNoStatusBack() {
    Dossier processing = dossier(DossierStatus.PROCESSING);
    Decision decision = RULES.decide(processing, to(DossierStatus.DONE), NOW.minusSeconds(5));
    assertThat(Given.changed(decision).standing().at()).isEqualTo(NOW);
  }

  @Test
  void theSameStatusWithANewPromiseChangesThePromiseOnly() {
    Dossier processing = dossier(DossierStatus.PROCESSING);
    ChangeStatus later =
        new ChangeStatus(DossierStatus.PROCESSING, null, null, NOW.plusSeconds(999));
    Dossier promised = after(processing, later);
    assertThat(promised.due()).isEqualTo(Due.sent(NOW.plusSeconds(999)));
    assertThat(promised.standing()).isEqualTo(processing.standing());
    assertThat(RULES.decide(promised, later, NOW)).isEqualTo(new Decision.Unchanged(promised));
  }

  @Test
  void theClockStandsFromTheFirstWaitingStatusToTheLast() {
    Dossier waiting = after(dossier(DossierStatus.PROCESSING), to(DossierStatus.SUPPLEMENT_ASKED));
    Dossier still = after(waiting, to(DossierStatus.FEE_DUE, NOW.plusSeconds(86_400)));
    assertThat(still.pauses()).containsExactly(new Pause(LocalDate.of(2026, 3, 10), null));
    Dossier goesOn = after(still, to(DossierStatus.PROCESSING, NOW.plusSeconds(3 * 86_400)));
    assertThat(goesOn.pauses())
        .containsExactly(new Pause(LocalDate.of(2026, 3, 10), LocalDate.of(2026, 3, 13)));
  }

  @Test
  void whoAsksAgainForAStatusThatLedOnAtOnceAsksForNothing() {
    Dossier waiting = after(dossier(DossierStatus.SUPPLEMENT_ASKED), Given.result(1, "sealed"));
    Dossier done = after(waiting, to(DossierStatus.PROCESSING));
    assertThat(done.status()).isEqualTo(DossierStatus.DONE);
    assertThat(done.standing().through()).isEqualTo(DossierStatus.PROCESSING);
    assertThat(RULES.decide(done, to(DossierStatus.PROCESSING), NOW))
        .isEqualTo(new Decision.Unchanged(done));
  }

  @Test
  void whoAsksForItLaterReopensTheWork() {
    Dossier waiting = after(dossier(DossierStatus.SUPPLEMENT_ASKED), Given.result(1, "sealed"));
    Dossier done = after(waiting, to(DossierStatus.PROCESSING));
    Dossier news = after(done, Given.takeResult(Given.result(1, 3, "issued")));
    assertThat(after(news, to(DossierStatus.PROCESSING)).status())
        .isEqualTo(DossierStatus.PROCESSING);
  }

  @Test
  void aStatusThatWasEnteredAloneLedThroughNone() {
    Dossier done = after(dossier(DossierStatus.PROCESSING), Given.result(1, "sealed"));
    assertThat(done.standing().through()).isNull();
    assertThat(after(done, to(DossierStatus.PROCESSING)).standing().through()).isNull();
  }

  @Test
  void itIsRememberedWhereAPaidFeeLeadsTo() {
    Dossier early = after(dossier(DossierStatus.RECEIVED), to(DossierStatus.FEE_DUE));
    assertThat(early.standing().resumesTo()).isEqualTo(DossierStatus.RECEIVED);
    assertThat(after(early, to(DossierStatus.DONE)).standing().resumesTo()).isNull();
  }
}
