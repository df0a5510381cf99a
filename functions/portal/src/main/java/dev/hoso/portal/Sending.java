package dev.hoso.portal;

import dev.hoso.core.Log;
import dev.hoso.portal.protocol.Portal;
import dev.hoso.portal.protocol.PortalTrouble;
import dev.hoso.portal.protocol.Service;
import dev.hoso.portal.protocol.Verdict;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;

/**
 * Sends dossiers that are claimed, and notes what became of each. First the dossiers as they are,
 * then the statuses that they came into: the portal takes progress in of dossiers that it has.
 */
final class Sending {
  private final Portal portal;
  private final Forms forms;
  private final Claims claims;
  private final InstantSource clock;

  Sending(Portal portal, Forms forms, Claims claims, InstantSource clock) {
    this.portal = portal;
    this.forms = forms;
    this.claims = claims;
    this.clock = clock;
  }

  /**
   * Sends them in as few calls as there can be.
   *
   * @return of how many the portal said whether it takes them
   */
  int send(List<Claim> claimed) {
    List<Errand> errands = claimed.stream().map(claim -> new Errand(claim, forms)).toList();
    errands.stream().filter(it -> it.claim().doubtful()).forEach(this::look);
    sendForms(errands, false);
    sendForms(errands, true);
    sendSteps(errands);
    errands.forEach(this::noteOrLeave);
    return (int) errands.stream().filter(it -> it.trouble() == null).count();
  }

  /** What became of an earlier try is not known: the portal knows. */
  private void look(Errand errand) {
    try {
      errand.shown(portal.lookUp(errand.claim().code()));
    } catch (PortalTrouble e) {
      errand.failedBy(String.valueOf(e.getMessage()));
    }
  }

  private void sendForms(List<Errand> errands, boolean updating) {
    List<Errand> due = held(errands, it -> it.formDue() && it.updating() == updating);
    exchange(
        due,
        Service.DOSSIERS,
        updating,
        due.stream().map(Errand::form).toList(),
        it -> sendForms(it, updating),
        Errand::formTaken);
  }

  private void sendSteps(List<Errand> errands) {
    List<Errand> due = held(errands, Errand::stepsDue);
    exchange(
        due,
        Service.PROGRESS,
        true,
        due.stream().flatMap(it -> it.steps().stream()).toList(),
        this::sendSteps,
        Errand::stepsTold);
  }

  /** Those whose claims last until an answer is here, or none comes. */
  private List<Errand> held(List<Errand> errands, Predicate<Errand> due) {
    Instant now = clock.instant();
    List<Errand> wanted = errands.stream().filter(due).toList();
    wanted.stream().filter(it -> !it.claim().holds(now)).forEach(it -> it.failedBy("too late"));
    return wanted.stream().filter(Errand::open).toList();
  }

  private interface Again {
    void send(List<Errand> errands);
  }

  private interface Taken {
    void note(Errand errand);
  }

  private void exchange(
      List<Errand> due,
      Service service,
      boolean updating,
      List<Map<String, Object>> data,
      Again again,
      Taken taken) {
    if (due.isEmpty()) {
      return;
    }
    try {
      Map<String, Verdict> verdicts = portal.send(service, updating, data);
      for (Errand errand : due) {
        if (!(verdicts.get(errand.claim().code()) instanceof Verdict.Refused refused)) {
          taken.note(errand);
        } else if (due.size() > 1 && !refused.alone()) {
          again.send(List.of(errand));
        } else if (service == Service.DOSSIERS) {
          formRefused(errand, refused.words());
        } else {
          stepsRefused(errand, refused.words());
        }
      }
    } catch (PortalTrouble e) {
      due.forEach(it -> it.failedBy(String.valueOf(e.getMessage())));
    }
  }

  /** Before it counts as refused: the portal may have it already, or the other way round. */
  private void formRefused(Errand errand, String words) {
    boolean updating = errand.updating();
    look(errand);
    if (errand.formDue() && errand.turn(updating)) {
      sendForms(List.of(errand), errand.updating());
    } else if (errand.formDue()) {
      errand.refusedWith(words);
    }
  }

  /** The portal may have forgotten the dossier itself, or have the steps already. */
  private void stepsRefused(Errand errand, String words) {
    boolean updating = errand.updating();
    look(errand);
    if (errand.formDue() && errand.turn(updating)) {
      sendForms(List.of(errand), errand.updating());
      sendSteps(List.of(errand));
    } else if (errand.stepsDue()) {
      errand.refusedWith(words);
    }
  }

  /**
   * What cannot be noted is looked up once its claim is over; the others must not wait for that.
   */
  private void noteOrLeave(Errand errand) {
    try {
      note(errand);
    } catch (RuntimeException e) {
      Log.error("portalNotNoted", Map.of("dossier", errand.claim().code()), e);
    }
  }

  private void note(Errand errand) {
    Claim claim = errand.claim();
    Instant now = clock.instant();
    String refusal = errand.refusal();
    String trouble = errand.trouble();
    if (trouble != null) {
      Log.warn("portalNotTold", Map.of("dossier", claim.code(), "why", trouble));
      Instant due = now.plus(Gaps.after(claim.state().tries(), chance()));
      claims.later(claim, errand.takenDigest(), errand.toldSteps(), due);
    } else if (refusal != null) {
      // Not in the portal's words: they may name somebody.
      Log.warn("portalRefused", Map.of("dossier", claim.code()));
      claims.refused(claim, errand.takenDigest(), refusal, now);
    } else if (!claims.accepted(claim, errand.takenDigest(), now)) {
      Log.warn("portalClaimOver", Map.of("dossier", claim.code()));
    }
  }

  private static double chance() {
    return ThreadLocalRandom.current().nextDouble();
  }
}
