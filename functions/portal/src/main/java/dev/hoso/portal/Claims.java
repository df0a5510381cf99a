package dev.hoso.portal;

import dev.hoso.core.PortalPlace;
import dev.hoso.core.Time;
import dev.hoso.core.dynamo.Item;
import dev.hoso.core.dynamo.Outcome;
import dev.hoso.core.dynamo.Table;
import dev.hoso.core.dynamo.Update;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Claiming dossiers, and noting what became of them: conditional writes of the attributes {@code
 * portal…}. None raises a dossier's version, because none is news about it.
 *
 * @param dossiers the table Dossiers
 */
record Claims(Table dossiers, Known known) {
  /** Longer than a portion takes in which each dossier is called for three times, slowly. */
  private static final Duration LEASE = Duration.ofMinutes(5);

  /** Claims a dossier that waits under this key, unless somebody else has it or it is not due. */
  Optional<Claim> claim(String code, String key, Instant now) {
    String token = UUID.randomUUID().toString();
    Instant until = now.plus(LEASE);
    Outcome outcome =
        dossiers.write(
            of(code)
                .ifEquals(PortalPlace.INDEX, key)
                .ifAbsentOrAtMost(DossierState.DUE, Time.sortable(now))
                .set(DossierState.DUE, Time.sortable(until))
                .set(DossierState.CLAIM, token)
                .add(DossierState.TRIES, 1));
    return outcome.written()
        ? Optional.of(new Claim(new DossierState(outcome.item()), token, until))
        : Optional.empty();
  }

  /**
   * The portal has all of what was claimed. Where the dossier changed meanwhile, it waits on.
   *
   * @return false where the claim was over, and somebody else's has begun
   */
  boolean accepted(Claim claim, @Nullable String digest, Instant now) {
    return write(claim, inStep(claim, digest, now)) || write(claim, waitsOn(claim, digest));
  }

  /** The first time it is counted, in the same write. */
  private boolean write(Claim claim, Update note) {
    return claim.state().known()
        ? dossiers.write(note).written()
        : known.oneMoreWith(dossiers, note).write().isEmpty();
  }

  private static Update note(Claim claim, @Nullable String digest) {
    Update note =
        ours(claim)
            .set(DossierState.VERSION, claim.state().wanted())
            .set(PortalPlace.KNOWN, PortalPlace.AGAIN.of(claim.code()))
            .remove(DossierState.CLAIM)
            .remove(DossierState.DUE)
            .remove(DossierState.TRIES);
    return digest == null ? note : note.set(DossierState.SENT, digest);
  }

  private static Update inStep(Claim claim, @Nullable String digest, Instant now) {
    return note(claim, digest)
        .ifEquals(PortalPlace.WANTED, claim.state().wanted())
        .set(DossierState.DAY, Days.key(Time.day(now), claim.code()))
        .remove(PortalPlace.STEPS)
        .remove(PortalPlace.INDEX)
        .remove(PortalPlace.SINCE);
  }

  private static Update waitsOn(Claim claim, @Nullable String digest) {
    return withoutSteps(note(claim, digest), claim.state().steps().size())
        .set(PortalPlace.INDEX, PortalPlace.AGAIN.of(claim.code()));
  }

  /**
   * It could not be sent, or nothing was heard of it; it is tried again.
   *
   * @param digest what the portal took in of it all the same; null for nothing new
   * @param told how many of its steps the portal took in
   */
  void later(Claim claim, @Nullable String digest, int told, Instant due) {
    Update update =
        withoutSteps(ours(claim), told)
            .set(DossierState.DUE, Time.sortable(due))
            .remove(DossierState.CLAIM);
    dossiers.write(digest == null ? update : update.set(DossierState.SENT, digest));
  }

  /** It is refused for good, unless it changed meanwhile: then that is tried. */
  void refused(Claim claim, @Nullable String digest, String words, Instant now) {
    Update update =
        ours(claim)
            .ifEquals(PortalPlace.WANTED, claim.state().wanted())
            .set(PortalPlace.INDEX, claim.state().refused().of(claim.code()))
            .set(PortalPlace.REFUSED, words)
            .remove(DossierState.CLAIM)
            .remove(DossierState.DUE)
            .remove(DossierState.TRIES);
    if (digest != null) {
      update.set(DossierState.SENT, digest);
    }
    if (!dossiers.write(update).written()) {
      later(claim, digest, 0, now);
    }
  }

  /** Lets one that was refused be tried again. */
  boolean retry(DossierState state) {
    return dossiers
        .write(
            of(state.code())
                .ifEquals(PortalPlace.INDEX, state.refused().of(state.code()))
                .set(PortalPlace.INDEX, state.waiting().of(state.code()))
                .remove(PortalPlace.REFUSED))
        .written();
  }

  /**
   * What the portal has of it is not what it took in. It is sent anew, unless it waits anyway.
   *
   * @param lost whether the portal has nothing of it at all
   * @param steps that it is told of anew
   */
  boolean repair(DossierState state, boolean lost, Item steps, Instant now) {
    Update update =
        of(state.code())
            .ifAbsent(PortalPlace.INDEX)
            .ifEquals(DossierState.VERSION, state.item().number(DossierState.VERSION))
            .set(PortalPlace.INDEX, PortalPlace.AGAIN.of(state.code()))
            .set(PortalPlace.SINCE, Time.sortable(now))
            .set(DossierState.SENT, lost ? null : "another");
    if (lost) {
      update.append(PortalPlace.STEPS, steps);
    }
    return dossiers.write(update).written();
  }

  private static Update withoutSteps(Update update, int first) {
    for (int n = 0; n < first; n++) {
      update.removeFrom(PortalPlace.STEPS, n);
    }
    return update;
  }

  private static Update ours(Claim claim) {
    return of(claim.code()).ifEquals(DossierState.CLAIM, claim.token());
  }

  private static Update of(String code) {
    return Update.of(Map.of("code", code));
  }
}
