package dev.hoso.portal;

import dev.hoso.portal.protocol.Agreement;
import dev.hoso.portal.protocol.Portal.Shown;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is to be said to the portal of one claimed dossier, and how far that is.
 *
 * <p>A form that the portal has is not sent: not where a version changed nothing that the portal is
 * told, and not where it took the form in and nobody heard so.
 */
final class Errand {
  private final Claim claim;
  private final Map<String, Object> form;
  private final String digest;
  private List<Map<String, Object>> steps;
  private boolean updating;
  private boolean taken;
  private boolean told;
  private boolean turned;
  private @Nullable String refusal;
  private @Nullable String trouble;

  Errand(Claim claim, Forms forms) {
    DossierState state = claim.state();
    this.claim = claim;
    this.form = forms.dossier(state);
    this.digest = forms.digest(form);
    this.updating = state.sent() != null;
    this.taken = state.erased() || digest.equals(state.sent());
    // Nothing of an applicant leaves once their data was erased, not even that there was a dossier.
    boolean silent = state.erased() && state.sent() == null;
    this.steps =
        silent ? List.of() : state.steps().stream().map(it -> forms.step(state, it)).toList();
  }

  Claim claim() {
    return claim;
  }

  Map<String, Object> form() {
    return form;
  }

  List<Map<String, Object>> steps() {
    return steps;
  }

  boolean updating() {
    return updating;
  }

  /** Whether anything can still be done for it now. */
  boolean open() {
    return refusal == null && trouble == null;
  }

  boolean formDue() {
    return open() && !taken;
  }

  boolean stepsDue() {
    return open() && taken && !told && !steps.isEmpty();
  }

  void formTaken() {
    taken = true;
  }

  void stepsTold() {
    told = true;
  }

  /** What the portal has of it: what is there already is not sent. */
  void shown(Optional<Shown> shown) {
    boolean erased = claim.state().erased();
    updating = shown.isPresent();
    taken = erased || shown.filter(it -> agrees(it.fields(), form)).isPresent();
    if (erased && shown.isEmpty()) {
      steps = List.of();
    }
    shown.ifPresent(it -> steps = untold(it));
  }

  private List<Map<String, Object>> untold(Shown shown) {
    return steps.stream()
        .filter(step -> shown.steps().stream().noneMatch(known -> agrees(known, step)))
        .toList();
  }

  private static boolean agrees(Map<?, ?> shown, Map<String, Object> sent) {
    return Agreement.differences(shown, sent).isEmpty();
  }

  /**
   * Whether it may be sent the other way round once more: as new where the portal forgot it, as
   * known where it knows it from elsewhere.
   */
  boolean turn(boolean wasUpdating) {
    boolean turns = !turned && updating != wasUpdating;
    turned = turned || turns;
    return turns;
  }

  void refusedWith(String words) {
    refusal = words;
  }

  void failedBy(String why) {
    trouble = why;
  }

  @Nullable String refusal() {
    return refusal;
  }

  @Nullable String trouble() {
    return trouble;
  }

  /**
   * The digest of the form where the portal has it; null where it does not, or where none is due.
   */
  @Nullable String takenDigest() {
    return taken && !claim.state().erased() ? digest : null;
  }

  /** How many of the dossier's steps need not be told any more. */
  int toldSteps() {
    return told || steps.isEmpty() ? claim.state().steps().size() : 0;
  }
}
