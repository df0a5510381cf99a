package dev.hoso.dossiers;

import dev.hoso.core.DossierStatus;
import dev.hoso.core.Fault;
import dev.hoso.core.Settings;
import dev.hoso.core.Time;
import dev.hoso.core.calendar.WorkingCalendar;
import dev.hoso.core.catalogue.Catalogue;
import dev.hoso.dossiers.Command.ChangeStatus;
import dev.hoso.dossiers.Command.Erase;
import dev.hoso.dossiers.Command.Moderate;
import dev.hoso.dossiers.Command.Move;
import dev.hoso.dossiers.Command.Rate;
import dev.hoso.dossiers.Command.Register;
import dev.hoso.dossiers.Command.TakeOver;
import dev.hoso.dossiers.Command.TakePayment;
import dev.hoso.dossiers.Command.TakeResult;
import dev.hoso.dossiers.Decision.Changed;
import dev.hoso.dossiers.Decision.Erased;
import dev.hoso.dossiers.Decision.Faulty;
import dev.hoso.dossiers.Decision.NotAllowed;
import dev.hoso.dossiers.Decision.Unchanged;
import dev.hoso.dossiers.Decision.Unknown;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a dossier: from how it is and what is asked, to a decision. Pure.
 *
 * @param retention how long the data of an ended dossier is kept
 */
public record DossierRules(DueDates dueDates, Duration retention) {
  private static final String RETENTION_DAYS = "730";

  /** The rules of a city, by its catalogue, its calendar and {@code HOSO_RETENTION_DAYS}. */
  public static DossierRules of(Catalogue catalogue, WorkingCalendar calendar, Settings settings) {
    String days = settings.optional("HOSO_RETENTION_DAYS").orElse(RETENTION_DAYS);
    return new DossierRules(
        new DueDates(catalogue, calendar), Duration.ofDays(Long.parseLong(days)));
  }

  /**
   * Decides.
   *
   * @param now the dossier as it is; null where there is none
   * @param time the time of the decision
   */
  public Decision decide(@Nullable Dossier now, Command command, Instant time) {
    return switch (command) {
      case Register register ->
          now == null
              ? settled(null, Beginning.of(register, time), register.dueAt(), time)
              : replace(now, register, time);
      case TakeOver taken ->
          now == null
              ? settled(null, Beginning.of(taken, time), taken.register().dueAt(), time)
              : new Unchanged(now);
      case Move move -> now == null ? new Unknown() : move(now, move, time);
      case ChangeStatus change -> now == null ? new Unknown() : change(now, change, time);
      case TakePayment taken ->
          now == null ? new Unknown() : taken(now, Taking.payment(now, taken, time), time);
      case TakeResult taken ->
          now == null ? new Unknown() : taken(now, Taking.result(now, taken), time);
      case Rate rate -> now == null ? new Unknown() : ratings(now, time).rate(now, rate.rating());
      case Moderate moderate ->
          now == null ? new Unknown() : ratings(now, time).moderate(now, moderate, time);
      case Erase erase -> now == null ? new Unknown() : erase(now, time);
    };
  }

  private Decision replace(Dossier now, Register register, Instant time) {
    if (now.erased()) {
      return new Erased();
    }
    String digest = Digest.of(register);
    if (digest.equals(now.registration())) {
      return new Unchanged(now);
    }
    Filing filing = register.placed();
    List<Transfer> placed =
        register.successors().transfers(register.filing().unit(), now.filing().unit(), time);
    Dossier filed = now.filed(filing, placed, digest);
    DossierStatus status = register.status();
    if (status == null || standsSo(now, status)) {
      return settled(now, filed, register.dueAt(), time);
    }
    return Transitions.allowed(now.status(), status)
        ? settled(
            now,
            Progress.enter(filed, status, Progress.later(now, time), null),
            register.dueAt(),
            time)
        : new NotAllowed(now.status(), status);
  }

  private Decision change(Dossier now, ChangeStatus change, Instant time) {
    Instant dueAt = change.dueAt();
    if (standsSo(now, change.status())) {
      boolean promised = dueAt == null || Due.sent(dueAt).equals(now.due());
      return promised ? new Unchanged(now) : settled(now, now, dueAt, time);
    }
    if (now.erased() && now.status().ended()) {
      return new Erased();
    }
    if (!Transitions.allowed(now.status(), change.status())) {
      return new NotAllowed(now.status(), change.status());
    }
    Instant at = change.at() == null ? Progress.later(now, time) : change.at();
    if (at.isBefore(now.standing().at())) {
      String since = Time.text(now.standing().at());
      return new Faulty(new Fault("at", "must not be before " + since + ", when its status began"));
    }
    return settled(now, Progress.enter(now, change.status(), at, change.reason()), dueAt, time);
  }

  /**
   * Whether this status is what the dossier has, or what its last change asked for, where a result
   * that waited led on at once: who asks again because the answer was lost does not ask to go back.
   */
  private static boolean standsSo(Dossier now, DossierStatus status) {
    return status == now.status() || status == now.standing().askedFor(now.version());
  }

  /** What is over stays where it ended. */
  private Decision move(Dossier now, Move move, Instant time) {
    return Transitions.after(now.status()).isEmpty()
        ? new Unchanged(now)
        : taken(now, Moving.of(now, move), time);
  }

  private Decision taken(Dossier now, Optional<Dossier> next, Instant time) {
    return next.isEmpty() ? new Unchanged(now) : settled(now, next.get(), null, time);
  }

  /** Also where it has not ended, or goes on again: the applicant was promised that it is done. */
  private Decision erase(Dossier now, Instant time) {
    return now.erased()
        ? new Unchanged(now)
        : settled(now, erasing().erased(now, time), null, time);
  }

  private Decision settled(
      @Nullable Dossier before, Dossier after, @Nullable Instant sent, Instant time) {
    Instant receivedAt = after.filing().receivedAt();
    if (sent != null && receivedAt != null && sent.isBefore(receivedAt)) {
      String since = Time.text(receivedAt);
      return new Faulty(new Fault("dueAt", "must not be before receivedAt, which is " + since));
    }
    Dossier next = followed(after, time);
    Due due = dueDates.of(before, next, sent);
    Instant expires = expires(before, next, time);
    if (before == null && expires != null && expires.isBefore(time)) {
      return new Faulty(
          new Fault(
              "finishedAt",
              "must not be longer ago than data is kept, " + retention.toDays() + " days"));
    }
    return new Changed(next.settled(due, expires, time));
  }

  /** What follows from any change: which results go out, and that what was erased stays so. */
  private Dossier followed(Dossier after, Instant time) {
    Dossier issued = new Issuing(new FeeCondition(dueDates.catalogue())).follow(after, time);
    return issued.erased() ? erasing().erased(issued, time) : issued;
  }

  private RatingRules ratings(Dossier now, Instant time) {
    return new RatingRules(rated -> settled(now, rated, null, time));
  }

  private Erasing erasing() {
    return new Erasing(dueDates.catalogue());
  }

  private @Nullable Instant expires(@Nullable Dossier before, Dossier after, Instant time) {
    if (!after.status().ended()) {
      return null;
    }
    Instant known = before == null ? null : before.expires();
    Instant ended = before == null ? after.standing().at() : time;
    return known == null ? ended.plus(retention) : known;
  }
}
