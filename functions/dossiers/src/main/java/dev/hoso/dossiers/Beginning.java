package dev.hoso.dossiers;

import dev.hoso.core.DossierStatus;
import dev.hoso.dossiers.Command.Register;
import dev.hoso.dossiers.Command.TakeOver;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How a dossier begins that nobody registered before. */
final class Beginning {
  private Beginning() {}

  /** The dossier before its first version. */
  static Dossier of(Register register, Instant time) {
    Instant receivedAt = register.filing().receivedAt();
    DossierStatus initial = receivedAt == null ? DossierStatus.REGISTERED : DossierStatus.RECEIVED;
    DossierStatus status = register.status() == null ? initial : register.status();
    Instant at = status == DossierStatus.RECEIVED ? earlier(receivedAt, time) : time;
    Standing standing = new Standing(status, at, 1, null, null, null);
    return of(register, standing, Clock.starting(status, at), null, time);
  }

  /** One that is taken over begins as it stands. */
  static Dossier of(TakeOver taken, Instant time) {
    Standing standing = new Standing(taken.status(), taken.at(), 1, null, null, null);
    Clock clock = Clock.starting(taken.status(), taken.at()).decided(taken.decidedAt());
    return of(taken.register(), standing, clock, taken.imported(), time);
  }

  private static Dossier of(
      Register register,
      Standing standing,
      Clock clock,
      @Nullable Imported imported,
      Instant time) {
    return new Dossier(
        register.code(),
        Progress.received(register.placed(), standing.status(), standing.at()),
        Digest.of(register),
        new Origin(imported, register.successors().transfers(register.filing().unit(), time)),
        standing,
        clock,
        Facts.NONE,
        Lifetime.beginning(time));
  }

  /** A dossier that was received an hour ago has stood at "received" for an hour. */
  private static Instant earlier(@Nullable Instant receivedAt, Instant time) {
    return (receivedAt != null && receivedAt.isBefore(time)) ? receivedAt : time;
  }
}
