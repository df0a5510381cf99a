package dev.hoso.dossiers;

import dev.hoso.core.DossierStatus;
import dev.hoso.dossiers.Command.Register;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How a dossier begins that nobody registered before. */
final class Beginning {
  private Beginning() {}

  /** The dossier before its first version. */
  static Dossier of(Register register, Instant time) {
    Filing filing = register.filing();
    Instant receivedAt = filing.receivedAt();
    DossierStatus initial = receivedAt == null ? DossierStatus.REGISTERED : DossierStatus.RECEIVED;
    DossierStatus status = register.status() == null ? initial : register.status();
    Instant at = status == DossierStatus.RECEIVED ? earlier(receivedAt, time) : time;
    return new Dossier(
        register.code(),
        Progress.received(filing, status, at),
        Digest.of(register),
        new Standing(status, at, 1, null, null, null),
        Clock.starting(status, at),
        Facts.NONE,
        Lifetime.beginning(time));
  }

  /** A dossier that was received an hour ago has stood at "received" for an hour. */
  private static Instant earlier(@Nullable Instant receivedAt, Instant time) {
    return (receivedAt != null && receivedAt.isBefore(time)) ? receivedAt : time;
  }
}
