package dev.hoso.dossiers;

import static dev.hoso.dossiers.Given.NOW;
import static dev.hoso.dossiers.Given.RULES;
import static dev.hoso.dossiers.Given.after;
import static dev.hoso.dossiers.Given.changed;
import static dev.hoso.dossiers.Given.dossier;
import static dev.hoso.dossiers.Given.result;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hoso.core.DossierStatus;
import dev.hoso.core.Invalid;
import dev.hoso.dossiers.Command.Erase;
import dev.hoso.dossiers.Command.Moderate;
import dev.hoso.dossiers.Command.Rate;
import dev.hoso.dossiers.Decision.NotRatable;
import dev.hoso.dossiers.Rating.About;
import dev.hoso.dossiers.Rating.Moderation.State;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The applicant says how it went: after the result, once, for a week changeable. */
class RatingTest {
  private static final Dossier DONE = dossier(DossierStatus.DONE);
  private static final Dossier RATED = rated(DONE, 2, "An rất chậm", NOW);

  @ParameterizedTest
  @CsvSource({
    "REGISTERED, false",
    "PROCESSING, false",
    "SUPPLEMENT_ASKED, false",
    "DONE, true",
    "RETURNED, true"
  })
  void itIsAskedForAfterTheResult(DossierStatus status, boolean ratable) {
    Decision decision = rate(dossier(status), 5, null, NOW);

    assertThat(decision instanceof Decision.Changed).isEqualTo(ratable);
    assertThat(decision.equals(new NotRatable(NotRatable.Why.NO_RESULT))).isNotEqualTo(ratable);
  }

  @Test
  void aResultThatWentOutIsEnoughWhateverBecameOfTheDossierSince() {
    Dossier again =
        after(
            dossier(DossierStatus.PROCESSING),
            result(1, "sealed"),
            Given.to(DossierStatus.PROCESSING));

    assertThat(rate(again, 4, null, NOW)).isInstanceOf(Decision.Changed.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 6, -1})
  void aValueIsFrom1To5(int value) {
    assertThatThrownBy(() -> Rating.first(value, null, null, NOW)).isInstanceOf(Invalid.class);
  }

  @ParameterizedTest
  @CsvSource({"PT0S, true", "P7D, true", "P7DT1S, false"})
  void itIsChangeableForAWeekFromTheFirst(Duration later, boolean changeable) {
    Decision decision = rate(RATED, 4, "An đã xong", NOW.plus(later));

    assertThat(decision instanceof Decision.Changed).isEqualTo(changeable);
    assertThat(decision.equals(new NotRatable(NotRatable.Why.OVER))).isNotEqualTo(changeable);
  }

  @Test
  void aChangeDoesNotBeginANewWeek() {
    Dossier changed = rated(RATED, 4, null, NOW.plus(Duration.ofDays(6)));

    assertThat(changed.facts().rating().firstAt()).isEqualTo(NOW);
    assertThat(changed.facts().rating().at()).isEqualTo(NOW.plus(Duration.ofDays(6)));
    assertThat(rate(changed, 5, null, NOW.plus(Duration.ofDays(8))))
        .isEqualTo(new NotRatable(NotRatable.Why.OVER));
  }

  @Test
  void theSameAgainChangesNothingAlsoLater() {
    assertThat(rate(RATED, 2, "An rất chậm", NOW.plus(Duration.ofDays(30))))
        .isEqualTo(new Decision.Unchanged(RATED));
  }

  @Test
  void wordsWaitUntilSomebodyReadThemAndSoDoChangedOnes() {
    assertThat(state(RATED)).isEqualTo(State.WAITING);
    Dossier approved = moderated(RATED, State.APPROVED, NOW);
    assertThat(state(approved)).isEqualTo(State.APPROVED);
    assertThat(state(rated(approved, 5, "An rất chậm", NOW.plusSeconds(60))))
        .isEqualTo(State.APPROVED);
    assertThat(state(rated(approved, 5, "An rất nhanh", NOW.plusSeconds(60))))
        .isEqualTo(State.WAITING);
  }

  @Test
  void onlyWordsThatWereReadAreDecidedOn() {
    Dossier changed = rated(RATED, 1, "An không làm gì", NOW.plusSeconds(60));

    assertThat(moderate(changed, State.APPROVED, NOW))
        .isEqualTo(new NotRatable(NotRatable.Why.OTHER_TEXT));
    assertThat(moderate(rated(DONE, 5, null, NOW), State.APPROVED, NOW))
        .isEqualTo(new NotRatable(NotRatable.Why.NO_TEXT));
    assertThat(moderate(DONE, State.REJECTED, NOW))
        .isEqualTo(new NotRatable(NotRatable.Why.NO_TEXT));
  }

  @Test
  void ofTwoRatingsWithinASecondTheSecondIsNotTakenForTheFirst() {
    Dossier changed = rated(RATED, 1, "An không làm gì", NOW);

    assertThat(changed.facts().rating().at()).isEqualTo(NOW.plusSeconds(1));
    assertThat(moderate(changed, State.APPROVED, NOW))
        .isEqualTo(new NotRatable(NotRatable.Why.OTHER_TEXT));
  }

  @Test
  void aRepeatedDecisionChangesNothingAndALaterOneWins() {
    Dossier approved = moderated(RATED, State.APPROVED, NOW);

    assertThat(moderate(approved, State.APPROVED, NOW)).isEqualTo(new Decision.Unchanged(approved));
    assertThat(state(moderated(approved, State.REJECTED, NOW))).isEqualTo(State.REJECTED);
  }

  @Test
  void itComesBackFromTheTableAsItWas() {
    Dossier approved = moderated(RATED, State.APPROVED, NOW);

    assertThat(DossierItems.readBack(approved).facts().rating())
        .isEqualTo(approved.facts().rating());
    assertThat(DossierItems.readBack(DONE).facts().rating()).isNull();
  }

  @Test
  void erasingTakesTheWordsAndLeavesTheValue() {
    Dossier erased = after(RATED, new Erase());

    assertThat(DossierItems.item(erased).toString()).doesNotContain("rất chậm");
    assertThat(DossierItems.item(erased).number("rating")).isEqualTo(2);
    assertThat(DossierItems.item(erased).has("ratingState")).isFalse();
    assertThat(rate(erased, 5, "An", NOW)).isEqualTo(new Decision.Erased());
  }

  @Test
  void noLogShowsTheWords() {
    assertThat(RATED.toString()).doesNotContain("rất chậm");
  }

  private static Decision rate(Dossier dossier, int value, String text, Instant at) {
    return RULES.decide(dossier, new Rate(Rating.first(value, About.TIME, text, at)), at);
  }

  private static Dossier rated(Dossier dossier, int value, String text, Instant at) {
    return changed(rate(dossier, value, text, at));
  }

  private static Decision moderate(Dossier dossier, State state, Instant ratedAt) {
    return RULES.decide(dossier, new Moderate(state, "Biên tập viên", ratedAt), NOW);
  }

  private static Dossier moderated(Dossier dossier, State state, Instant ratedAt) {
    return changed(moderate(dossier, state, ratedAt));
  }

  private static State state(Dossier dossier) {
    return dossier.facts().rating().moderation().state();
  }
}
