package dev.hoso.dossiers;

import dev.hoso.core.DossierCode;
import dev.hoso.core.DossierStatus;
import dev.hoso.core.calendar.Pause;
import dev.hoso.dossiers.Command.TakeOver;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A dossier (hồ sơ): one citizen's case with the administration, where all facts about it meet.
 *
 * @param registration digest of the last accepted registration, by which its repetition is known;
 *     null once the applicant's data was erased
 * @param origin where it comes from
 * @param clock by when the result is promised
 * @param facts what payments and results reported
 * @param lifetime its version, and how long it is kept
 */
public record Dossier(
    DossierCode code,
    Filing filing,
    @Nullable String registration,
    Origin origin,
    Standing standing,
    Clock clock,
    Facts facts,
    Lifetime lifetime) {

  public DossierStatus status() {
    return standing.status();
  }

  public @Nullable Due due() {
    return clock.due();
  }

  public List<Pause> pauses() {
    return clock.pauses();
  }

  public Map<String, Payment> payments() {
    return facts.payments();
  }

  public Map<String, Result> results() {
    return facts.results();
  }

  public long version() {
    return lifetime.version();
  }

  public Instant updatedAt() {
    return lifetime.updatedAt();
  }

  public @Nullable Instant expires() {
    return lifetime.expires();
  }

  /**
   * Whether a dossier that is taken over says no more than this one: the same registration and,
   * until this one went on, the same times.
   */
  public boolean same(TakeOver taken) {
    boolean sameTimes =
        standing.at().equals(taken.at()) && Objects.equals(clock.decidedAt(), taken.decidedAt());
    return Digest.of(taken.register()).equals(registration) && (version() > 1 || sameTimes);
  }

  /** Whether the applicant's data was erased at their request. */
  public boolean erased() {
    return lifetime.erasedAt() != null;
  }

  /** The same with what was registered anew; a time of receipt that is known stays known. */
  Dossier filed(Filing anew, List<Transfer> placed, String digest) {
    Instant receivedAt = filing.receivedAt();
    Filing kept =
        (anew.receivedAt() == null && receivedAt != null) ? anew.receivedAt(receivedAt) : anew;
    return new Dossier(code, kept, digest, origin.with(placed), standing, clock, facts, lifetime);
  }

  Dossier standing(Standing now, Filing with) {
    Clock then = clock.entering(standing.status(), now.status(), now.at());
    return new Dossier(code, with, registration, origin, now, then, facts, lifetime);
  }

  Dossier facts(Facts known) {
    return new Dossier(code, filing, registration, origin, standing, clock, known, lifetime);
  }

  Dossier moved(Filing elsewhere, List<Transfer> so) {
    return new Dossier(
        code, elsewhere, registration, origin.with(so), standing, clock, facts, lifetime);
  }

  /** The same without what could name the applicant; the digest of it is gone too. */
  Dossier erased(Filing nobodys, Standing wordless, Facts plain, Instant time) {
    return new Dossier(code, nobodys, null, origin, wordless, clock, plain, lifetime.erased(time));
  }

  /** The next version of the dossier. */
  Dossier settled(@Nullable Due promised, @Nullable Instant until, Instant time) {
    Lifetime next = lifetime.next(until, time);
    return new Dossier(
        code, filing, registration, origin, standing, clock.promising(promised), facts, next);
  }
}
