package dev.hoso.dossiers;

import dev.hoso.core.DossierCode;
import dev.hoso.core.DossierStatus;
import dev.hoso.core.calendar.Pause;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A dossier (hồ sơ): one citizen's case with the administration, where all facts about it meet.
 *
 * @param registration digest of the last accepted registration, by which its repetition is known
 * @param due null while nothing is promised: not received yet, or a procedure without a known time
 * @param pauses when the clock stood still because the citizen had to act
 * @param payments by {@code <gateway>/<reference>}
 * @param version goes up by one with every change
 * @param expires when the data is no longer needed; null while the dossier goes on
 */
public record Dossier(
    DossierCode code,
    Filing filing,
    String registration,
    Standing standing,
    @Nullable Due due,
    List<Pause> pauses,
    Map<String, Payment> payments,
    long version,
    Instant createdAt,
    Instant updatedAt,
    @Nullable Instant expires) {
  public Dossier {
    pauses = List.copyOf(pauses);
    payments = Map.copyOf(payments);
  }

  public DossierStatus status() {
    return standing.status();
  }

  /** The same with what was registered anew; a time of receipt that is known stays known. */
  Dossier filed(Filing anew, String digest) {
    Instant receivedAt = filing.receivedAt();
    Filing kept =
        (anew.receivedAt() == null && receivedAt != null) ? anew.receivedAt(receivedAt) : anew;
    return new Dossier(
        code, kept, digest, standing, due, pauses, payments, version, createdAt, updatedAt,
        expires);
  }

  Dossier standing(Standing now, Filing with, List<Pause> paused) {
    return new Dossier(
        code,
        with,
        registration,
        now,
        due,
        paused,
        payments,
        version,
        createdAt,
        updatedAt,
        expires);
  }

  Dossier with(String paymentId, Payment payment) {
    Map<String, Payment> all = new LinkedHashMap<>(payments);
    all.put(paymentId, payment);
    return new Dossier(
        code,
        filing,
        registration,
        standing,
        due,
        pauses,
        all,
        version,
        createdAt,
        updatedAt,
        expires);
  }

  /** The next version of the dossier. */
  Dossier settled(@Nullable Due promised, @Nullable Instant until, Instant time) {
    return new Dossier(
        code,
        filing,
        registration,
        standing,
        promised,
        pauses,
        payments,
        version + 1,
        createdAt,
        time,
        until);
  }
}
