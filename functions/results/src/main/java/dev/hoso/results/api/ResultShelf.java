package dev.hoso.results.api;

import dev.hoso.core.Log;
import dev.hoso.core.Refused;
import dev.hoso.core.ResultNumber;
import dev.hoso.results.Command;
import dev.hoso.results.Decided;
import dev.hoso.results.Decision;
import dev.hoso.results.Dossiers;
import dev.hoso.results.Result;
import dev.hoso.results.ResultRules;
import dev.hoso.results.Results;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/** Shows results and takes them back. */
@Singleton
final class ResultShelf {
  /** When documents are deleted is none of its business. */
  private static final ResultRules RULES = new ResultRules(Duration.ZERO);

  private final Results results;
  private final Dossiers dossiers;
  private final VerifyAddresses addresses;
  private final InstantSource clock;

  ResultShelf(Results results, Dossiers dossiers, VerifyAddresses addresses, InstantSource clock) {
    this.results = results;
    this.dossiers = dossiers;
    this.addresses = addresses;
    this.clock = clock;
  }

  /**
   * A result as it stands.
   *
   * @throws Refused where there is none
   */
  ShownResult show(ResultNumber number) {
    return shown(results.find(number).orElseThrow(() -> Unknown.result(number)));
  }

  /**
   * Revokes a result, unless it is revoked already.
   *
   * @throws Refused where there is none, or it stands where it cannot be revoked
   */
  ShownResult revoke(ResultNumber number, Why why) {
    if (results.find(number).isEmpty()) {
      throw Unknown.result(number);
    }
    Command revoke = new Command.Revoke(why.reason(), why.by());
    Decision decision = results.change(number, now -> RULES.decide(now, revoke, now()));
    if (decision instanceof Decision.NotAllowed refused) {
      throw notRevocable(refused.result());
    }
    if (decision instanceof Decision.Changed) {
      Log.warn("resultRevoked", Map.of("result", number.value()));
    }
    return shown(decision.result());
  }

  /** The dossier's decision holds from the moment on when it was made. */
  private ShownResult shown(Result result) {
    Decided decided =
        dossiers
            .find(result.number().dossier())
            .map(dossier -> dossier.decided(result.number()))
            .orElse(new Decided.Waits(null));
    Result followed = RULES.decide(result, new Command.Follow(decided), now()).result();
    return ShownResult.of(followed, decided, addresses.of(result.request().result()));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }

  private static Refused notRevocable(Result result) {
    String why =
        switch (result.status()) {
          case RECEIVED -> "is still being checked or sealed. Try again in a minute.";
          case REFUSED -> "was refused, so nobody can rely on it.";
          default -> "is superseded. Revoke the one that took its place.";
        };
    return new Refused(409, "not-revocable", "The result " + result.number() + " " + why);
  }
}
