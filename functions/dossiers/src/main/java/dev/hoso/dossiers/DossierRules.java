package dev.hoso.dossiers;

import dev.hoso.core.DossierStatus;
import dev.hoso.core.Fault;
import dev.hoso.core.Settings;
import dev.hoso.core.Time;
import dev.hoso.core.calendar.Pause;
import dev.hoso.core.calendar.WorkingCalendar;
import dev.hoso.core.catalogue.Catalogue;
import dev.hoso.dossiers.Command.ChangeStatus;
import dev.hoso.dossiers.Command.Register;
import dev.hoso.dossiers.Command.TakePayment;
import dev.hoso.dossiers.Decision.Changed;
import dev.hoso.dossiers.Decision.Faulty;
import dev.hoso.dossiers.Decision.NotAllowed;
import dev.hoso.dossiers.Decision.Unchanged;
import dev.hoso.dossiers.Decision.Unknown;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
      case Register register -> now == null ? create(register, time) : replace(now, register, time);
      case ChangeStatus change -> now == null ? new Unknown() : change(now, change, time);
      case TakePayment taken -> now == null ? new Unknown() : take(now, taken, time);
    };
  }

  private Decision create(Register register, Instant time) {
    Filing filing = register.filing();
    Instant receivedAt = filing.receivedAt();
    DossierStatus initial = receivedAt == null ? DossierStatus.REGISTERED : DossierStatus.RECEIVED;
    DossierStatus status = register.status() == null ? initial : register.status();
    Instant at = status == DossierStatus.RECEIVED ? earlier(receivedAt, time) : time;
    Dossier blank =
        new Dossier(
            register.code(),
            Progress.received(filing, status, at),
            Digest.of(register),
            new Standing(status, at, 1, null, null),
            null,
            status.waitsForCitizen() ? List.of(new Pause(Time.day(at), null)) : List.of(),
            Map.of(),
            0,
            time,
            time,
            null);
    return settled(null, blank, register.dueAt(), time);
  }

  /** A dossier that was received an hour ago has stood at "received" for an hour. */
  private static Instant earlier(@Nullable Instant receivedAt, Instant time) {
    return (receivedAt != null && receivedAt.isBefore(time)) ? receivedAt : time;
  }

  private Decision replace(Dossier now, Register register, Instant time) {
    String digest = Digest.of(register);
    if (digest.equals(now.registration())) {
      return new Unchanged(now);
    }
    Dossier filed = now.filed(register.filing(), digest);
    DossierStatus status = register.status();
    if (status == null || status == now.status()) {
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
    if (change.status() == now.status()) {
      boolean promised = dueAt == null || Due.sent(dueAt).equals(now.due());
      return promised ? new Unchanged(now) : settled(now, now, dueAt, time);
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

  private Decision take(Dossier now, TakePayment taken, Instant time) {
    Payment known = now.payments().get(taken.id());
    if (known != null && known.version() >= taken.payment().version()) {
      return new Unchanged(now);
    }
    Payment payment = Refunds.judged(now, taken.id(), taken.payment());
    Dossier next = now.with(taken.id(), payment);
    boolean newlyPaid = payment.paid() && (known == null || !known.paid());
    boolean waitedFor = newlyPaid && !payment.refundDue();
    return waitedFor && now.status() == DossierStatus.FEE_DUE
        ? settled(now, goOn(next, payment, time), null, time)
        : settled(now, next, null, time);
  }

  private static Dossier goOn(Dossier waiting, Payment payment, Instant time) {
    DossierStatus resumesTo = waiting.standing().resumesTo();
    Instant paidAt = payment.paidAt() == null ? time : payment.paidAt();
    return Progress.enter(
        waiting,
        resumesTo == null ? DossierStatus.PROCESSING : resumesTo,
        Progress.later(waiting, paidAt),
        null);
  }

  private Decision settled(
      @Nullable Dossier before, Dossier after, @Nullable Instant sent, Instant time) {
    Instant receivedAt = after.filing().receivedAt();
    if (sent != null && receivedAt != null && sent.isBefore(receivedAt)) {
      String since = Time.text(receivedAt);
      return new Faulty(new Fault("dueAt", "must not be before receivedAt, which is " + since));
    }
    Due due = dueDates.of(before, after, sent);
    return new Changed(after.settled(due, expires(before, after, time), time));
  }

  private @Nullable Instant expires(@Nullable Dossier before, Dossier after, Instant time) {
    if (!after.status().ended()) {
      return null;
    }
    Instant known = before == null ? null : before.expires();
    return known == null ? time.plus(retention) : known;
  }
}
