package dev.hoso.portal;

import java.time.Duration;
import java.time.Instant;

/**
 * That a dossier is ours to send for a while. Whoever else wants it waits until then, so a state is
 * never on its way twice, and an older one never behind a newer one.
 *
 * @param state the dossier as it was when it was claimed: what is sent
 * @param token tells this claim apart from one that somebody else makes when it is over
 */
record Claim(DossierState state, String token, Instant until) {
  /** Longer than a call takes whose session must be renewed, when every answer comes late. */
  private static final Duration CALLING = Duration.ofMinutes(1);

  /** Whether what is sent now is surely answered, or given up, before the claim is over. */
  boolean holds(Instant now) {
    return now.plus(CALLING).isBefore(until);
  }

  /** Whether somebody may have sent this before and not heard what became of it. */
  boolean doubtful() {
    return state.tries() > 1;
  }

  String code() {
    return state.code();
  }
}
