package dev.hoso.results;

import static dev.hoso.results.Given.NOW;
import static dev.hoso.results.Given.RULES;
import static dev.hoso.results.Given.number;
import static dev.hoso.results.Given.received;
import static dev.hoso.results.Given.standing;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hoso.core.Settings;
import dev.hoso.results.Decision.Changed;
import dev.hoso.results.Decision.NotAllowed;
import dev.hoso.results.Decision.Unchanged;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ResultRulesTest {
  private static final Instant LATER = NOW.plus(Duration.ofHours(1));

  private static final Map<String, Command> COMMANDS =
      Map.of(
          "seal", new Command.Seal(Given.document(received(1))),
          "refuse", Given.refusal(),
          "waits", new Command.Follow(new Decided.Waits("fee")),
          "issued", new Command.Follow(new Decided.Issued(NOW)),
          "superseded", new Command.Follow(new Decided.Superseded(NOW, number(2))),
          "revoke", new Command.Revoke("sai họ tên", "Trưởng phòng"),
          "handOut", new Command.HandOut(),
          "delete", new Command.DeleteDocument());

  /** What comes out: the next status, "=" for no change, "!" for not allowed. */
  @ParameterizedTest(name = "{0} + {1} → {2}")
  @CsvSource({
    "RECEIVED,   seal,       SEALED",
    "RECEIVED,   refuse,     REFUSED",
    "RECEIVED,   waits,      =",
    "RECEIVED,   issued,     =",
    "RECEIVED,   superseded, =",
    "RECEIVED,   revoke,     !",
    "RECEIVED,   handOut,    !",
    "RECEIVED,   delete,     =",
    "SEALED,     seal,       =",
    "SEALED,     refuse,     =",
    "SEALED,     waits,      =",
    "SEALED,     issued,     ISSUED",
    "SEALED,     superseded, SUPERSEDED",
    "SEALED,     revoke,     REVOKED",
    "SEALED,     handOut,    !",
    "SEALED,     delete,     SEALED",
    "ISSUED,     seal,       =",
    "ISSUED,     refuse,     =",
    "ISSUED,     waits,      =",
    "ISSUED,     issued,     =",
    "ISSUED,     superseded, SUPERSEDED",
    "ISSUED,     revoke,     REVOKED",
    "ISSUED,     handOut,    ISSUED",
    "ISSUED,     delete,     ISSUED",
    "SUPERSEDED, seal,       =",
    "SUPERSEDED, refuse,     =",
    "SUPERSEDED, issued,     =",
    "SUPERSEDED, superseded, =",
    "SUPERSEDED, revoke,     !",
    "SUPERSEDED, handOut,    SUPERSEDED",
    "SUPERSEDED, delete,     SUPERSEDED",
    "REVOKED,    seal,       =",
    "REVOKED,    refuse,     =",
    "REVOKED,    issued,     =",
    "REVOKED,    superseded, =",
    "REVOKED,    revoke,     =",
    "REVOKED,    handOut,    !",
    "REVOKED,    delete,     REVOKED",
    "REFUSED,    seal,       =",
    "REFUSED,    refuse,     =",
    "REFUSED,    issued,     =",
    "REFUSED,    superseded, =",
    "REFUSED,    revoke,     !",
    "REFUSED,    handOut,    !",
    "REFUSED,    delete,     ="
  })
  void whatFollowsFromAStatusAndWhatHappens(ResultStatus from, String command, String to) {
    Result before = standing(from);
    Decision decision = RULES.decide(before, COMMANDS.get(command), LATER);

    switch (to) {
      case "=" -> assertThat(decision).isEqualTo(new Unchanged(before));
      case "!" -> assertThat(decision).isEqualTo(new NotAllowed(before));
      default -> {
        assertThat(decision).isInstanceOf(Changed.class);
        assertThat(decision.result().status()).isEqualTo(ResultStatus.valueOf(to));
        assertThat(decision.result().standing().version())
            .isEqualTo(before.standing().version() + 1);
      }
    }
  }

  @Test
  void whatIsReceivedIsLeftToTheStreamForTwoMinutes() {
    assertThat(received(1).due()).isEqualTo(NOW.plusSeconds(120));
    assertThat(received(1).standing()).isEqualTo(new Standing(ResultStatus.RECEIVED, NOW, 1));
  }

  @Test
  void whatIsSealedIsLookedAtAfterAMinuteAndKeepsNothingOfWhatWasSent() {
    Result sealed = decide(standing(ResultStatus.RECEIVED), "seal");

    assertThat(sealed.due()).isEqualTo(LATER.plusSeconds(60));
    assertThat(sealed.sent()).isEqualTo(Sent.NOTHING);
    assertThat(sealed.sealed()).isNotNull();
  }

  @Test
  void whatIsRefusedKeepsTheReasonsAndNothingElse() {
    Result refused = decide(standing(ResultStatus.RECEIVED), "refuse");

    assertThat(refused.reasons()).isEqualTo(Given.refusal().reasons());
    assertThat(refused.sent()).isEqualTo(Sent.NOTHING);
    assertThat(refused.due()).isNull();
  }

  @Test
  void itIsIssuedWhenTheDossierSaysAndLookedAtOnceMore() {
    Result issued = decide(standing(ResultStatus.SEALED), "issued");

    assertThat(issued.history().issuedAt()).isEqualTo(NOW);
    assertThat(issued.standing().at()).isEqualTo(LATER);
    assertThat(issued.due()).isEqualTo(LATER);
  }

  @Test
  void whatWasSupersededBeforeItHeardOfBeingIssuedKnowsBoth() {
    Result superseded = decide(standing(ResultStatus.SEALED), "superseded");

    assertThat(superseded.history().issuedAt()).isEqualTo(NOW);
    assertThat(superseded.history().supersededBy()).isEqualTo(number(2));
  }

  @Test
  void aSecondRevocationChangesNothingOfTheFirst() {
    Result revoked = standing(ResultStatus.REVOKED);

    Decision again = RULES.decide(revoked, new Command.Revoke("khác", "Giám đốc"), LATER);

    assertThat(again).isEqualTo(new Unchanged(revoked));
    assertThat(revoked.history().revocation())
        .isEqualTo(new Revocation("sai họ tên", "Trưởng phòng", NOW));
  }

  @Test
  void aDocumentThatIsGoneIsHandedOutToNobody() {
    Result gone = decide(standing(ResultStatus.ISSUED), "delete");

    assertThat(gone.history().documentDeletedAt()).isEqualTo(LATER);
    assertThat(RULES.decide(gone, new Command.HandOut(), LATER)).isEqualTo(new NotAllowed(gone));
    assertThat(RULES.decide(gone, new Command.DeleteDocument(), LATER))
        .isEqualTo(new Unchanged(gone));
  }

  @Test
  void ofHandOutsTheFirstAndTheLatestHundredAreKnown() {
    Result result = standing(ResultStatus.ISSUED);
    for (int n = 1; n <= 102; n++) {
      result = RULES.decide(result, new Command.HandOut(), NOW.plusSeconds(n)).result();
    }

    HandOuts handOuts = result.history().handOuts();
    assertThat(handOuts.count()).isEqualTo(102);
    assertThat(handOuts.first()).isEqualTo(NOW.plusSeconds(1));
    assertThat(handOuts.last()).isEqualTo(NOW.plusSeconds(102));
    assertThat(handOuts.log()).hasSize(100).startsWith(NOW.plusSeconds(3));
  }

  @ParameterizedTest
  @EnumSource(ResultStatus.class)
  void anErasureLeavesNothingPersonalAndWhatIsVerifiable(ResultStatus status) {
    Result before = standing(status);

    Result erased = RULES.decide(before, new Command.Erase("Trích lục"), LATER).result();

    assertThat(erased.request().title()).isEqualTo("Trích lục");
    assertThat(erased.request().digest()).isEqualTo("erased");
    assertThat(erased.sent()).isEqualTo(Sent.NOTHING);
    assertThat(erased.hasDocument()).isFalse();
    assertThat(erased.sealed()).isEqualTo(before.sealed());
    assertThat(erased.toString()).doesNotContain("sai họ tên");
    assertThat(erased.standing().version()).isEqualTo(before.standing().version() + 1);
    assertThat(RULES.decide(erased, new Command.Erase("Trích lục"), LATER))
        .isEqualTo(new Unchanged(erased));
  }

  @Test
  void anErasureOfWhatIsStillToBeSealedRefusesIt() {
    Result erased = RULES.decide(received(1), new Command.Erase("Trích lục"), LATER).result();

    assertThat(erased.status()).isEqualTo(ResultStatus.REFUSED);
    assertThat(erased.reasons()).containsExactly(ResultRules.ERASED);
    assertThat(erased.due()).isNull();
  }

  @Test
  void anErasureOfWhatIsRevokedForgetsTheReasonAndNotTheRevocation() {
    Result erased =
        RULES
            .decide(standing(ResultStatus.REVOKED), new Command.Erase("Trích lục"), LATER)
            .result();

    assertThat(erased.history().revocation()).isEqualTo(new Revocation(null, "Trưởng phòng", NOW));
  }

  @ParameterizedTest(name = "waiting for {0}, again after {1}")
  @CsvSource({
    "PT0S, PT1M",
    "PT59S, PT1M",
    "PT1M, PT1M",
    "PT2M, PT2M",
    "PT45M, PT45M",
    "PT1H, PT1H",
    "P30D, PT1H"
  })
  void theGapsDoubleFromAMinuteToAnHour(Duration waited, Duration gap) {
    assertThat(ResultRules.later(NOW, NOW.plus(waited))).isEqualTo(NOW.plus(waited).plus(gap));
  }

  @Test
  void documentsAreKeptForTheirTimeAfterTheyWereIssued() {
    ResultRules rules = rules("730");
    Instant end = NOW.plus(Duration.ofDays(730));

    assertThat(rules.keptUntil(standing(ResultStatus.ISSUED))).isEqualTo(end);
    assertThat(rules.keptUntil(standing(ResultStatus.SUPERSEDED))).isEqualTo(end);
    assertThat(rules.keptUntil(standing(ResultStatus.REVOKED))).isEqualTo(end);
    assertThat(rules.keptUntil(standing(ResultStatus.SEALED))).isEqualTo(end);
    assertThat(rules.keptUntil(standing(ResultStatus.REFUSED))).isNull();
    assertThat(rules.keptUntil(decide(standing(ResultStatus.ISSUED), "delete"))).isNull();
  }

  @Test
  void zeroDaysAreForEver() {
    assertThat(rules("0").keptUntil(standing(ResultStatus.ISSUED))).isNull();
    assertThat(ResultRules.of(Settings.of(Map.of()))).isEqualTo(rules("0"));
  }

  private static ResultRules rules(String days) {
    return ResultRules.of(Settings.of(Map.of("HOSO_RESULT_RETENTION_DAYS", days)));
  }

  private static Result decide(Result before, String command) {
    return RULES.decide(before, COMMANDS.get(command), LATER).result();
  }
}
