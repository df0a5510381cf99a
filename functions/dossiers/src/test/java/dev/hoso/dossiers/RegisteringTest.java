package dev.hoso.dossiers;

import static dev.hoso.dossiers.Given.NOW;
import static dev.hoso.dossiers.Given.RULES;
import static dev.hoso.dossiers.Given.after;
import static dev.hoso.dossiers.Given.changed;
import static dev.hoso.dossiers.Given.filing;
import static dev.hoso.dossiers.Given.register;
import static dev.hoso.dossiers.Given.to;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hoso.core.DossierStatus;
import dev.hoso.dossiers.Command.Register;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RegisteringTest {
  private static final Instant HOUR_AGO = NOW.minusSeconds(3600);

  @Test
  void whatIsNotReceivedYetIsOnlyRegisteredAndHasNoDueTime() {
    Dossier dossier = changed(RULES.decide(null, register(null), NOW));
    assertThat(dossier.status()).isEqualTo(DossierStatus.REGISTERED);
    assertThat(dossier.due()).isNull();
  }

  @Test
  void whatWasReceivedHasStoodSoSinceThen() {
    Dossier dossier = changed(RULES.decide(null, register(HOUR_AGO), NOW));
    assertThat(dossier.status()).isEqualTo(DossierStatus.RECEIVED);
    assertThat(dossier.standing().at()).isEqualTo(HOUR_AGO);
  }

  @Test
  void theStatusThatIsSentWins() {
    assertThat(Given.dossier(DossierStatus.PROCESSING).status())
        .isEqualTo(DossierStatus.PROCESSING);
  }

  @Test
  void theSameRegistrationAgainChangesNothing() {
    Dossier dossier = changed(RULES.decide(null, register(NOW), NOW));
    assertThat(RULES.decide(dossier, register(NOW), NOW.plusSeconds(9)))
        .isEqualTo(new Decision.Unchanged(dossier));
  }

  @Test
  void theSameRegistrationAgainChangesNothingThoughTheDossierWentOn() {
    Dossier dossier =
        after(changed(RULES.decide(null, register(NOW), NOW)), to(DossierStatus.DONE));
    assertThat(RULES.decide(dossier, register(NOW), NOW)).isInstanceOf(Decision.Unchanged.class);
  }

  @Test
  void aReplacementWithoutAStatusLeavesItAsItIs() {
    Dossier dossier = after(Given.dossier(DossierStatus.RECEIVED), to(DossierStatus.PROCESSING));
    Dossier replaced = after(dossier, register(HOUR_AGO));
    assertThat(replaced.status()).isEqualTo(DossierStatus.PROCESSING);
    assertThat(replaced.standing()).isEqualTo(dossier.standing());
  }

  @Test
  void aReplacementMayChangeTheStatusOnlyAsAChangeMay() {
    Dossier dossier = Given.dossier(DossierStatus.PROCESSING);
    Register backwards = new Register(Given.CODE, filing(NOW), DossierStatus.REGISTERED, null);
    assertThat(RULES.decide(dossier, backwards, NOW))
        .isEqualTo(new Decision.NotAllowed(DossierStatus.PROCESSING, DossierStatus.REGISTERED));
  }

  @Test
  void aTimeOfReceiptThatIsKnownStaysKnown() {
    Dossier dossier = changed(RULES.decide(null, register(NOW), NOW));
    assertThat(after(dossier, register(null)).filing().receivedAt()).isEqualTo(NOW);
  }

  @Test
  void whoeverIsReceivedWithoutATimeWasReceivedThen() {
    Dossier registered = changed(RULES.decide(null, register(null), NOW));
    Dossier received = after(registered, to(DossierStatus.RECEIVED, NOW.plusSeconds(60)));
    assertThat(received.filing().receivedAt()).isEqualTo(NOW.plusSeconds(60));
    assertThat(received.due()).isNotNull();
  }

  @Test
  void aReplacementKeepsThePayments() {
    Dossier paid =
        after(Given.dossier(DossierStatus.RECEIVED), Given.take(Given.payment("A", 2, "paid")));
    assertThat(after(paid, register(HOUR_AGO)).payments()).isEqualTo(paid.payments());
  }

  @Test
  void anEndedDossierIsKeptForTheRetentionTimeAndOneThatGoesOnIsNot() {
    Dossier stopped = after(Given.dossier(DossierStatus.PROCESSING), to(DossierStatus.STOPPED));
    assertThat(stopped.expires()).isEqualTo(NOW.plus(Duration.ofDays(730)));
    assertThat(after(stopped, to(DossierStatus.PROCESSING)).expires()).isNull();
  }

  @Test
  void nothingIsPromisedForATimeBeforeReceipt() {
    Register register = new Register(Given.CODE, filing(NOW), null, HOUR_AGO);
    assertThat(RULES.decide(null, register, NOW)).isInstanceOf(Decision.Faulty.class);
  }

  @Test
  void anotherSpellingOfTheSameContactIsTheSameRegistration() {
    assertThat(Digest.of(register(NOW))).isEqualTo(Digest.of(register(NOW.plusMillis(400))));
    assertThat(Digest.of(register(NOW))).isNotEqualTo(Digest.of(register(HOUR_AGO)));
  }
}
