package dev.hoso.results.seal.check;

import dev.hoso.core.Time;
import dev.hoso.results.Sealer.Reason;
import eu.europa.esig.dss.diagnostic.CertificateWrapper;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether a signature was made while its certificates were valid. They must be valid on arrival,
 * too: what an ended certificate says about the past is not proved by itself, and results are sent
 * when they are signed.
 */
final class SigningTimes {
  /** What clocks may be apart. */
  private static final Duration TOLERANCE = Duration.ofMinutes(5);

  private SigningTimes() {}

  /** What is wrong, if anything. */
  static Optional<Reason> reason(FoundSignature signature, String called, Instant now) {
    Optional<Instant> signedAt = signature.signedAt();
    if (signedAt.isEmpty()) {
      return Optional.of(Flaw.NO_SIGNING_TIME.reason(called));
    }
    if (signedAt.get().isAfter(now.plus(TOLERANCE))) {
      return Optional.of(Flaw.SIGNED_IN_THE_FUTURE.reason(called, Time.text(signedAt.get())));
    }
    return Stream.of(signedAt.get(), now)
        .flatMap(at -> outside(signature.chain(), called, at).stream())
        .findFirst();
  }

  private static Optional<Reason> outside(
      List<CertificateWrapper> chain, String called, Instant at) {
    for (CertificateWrapper certificate : chain) {
      Instant begin = certificate.getNotBefore().toInstant();
      Instant end = certificate.getNotAfter().toInstant();
      if (at.isBefore(begin)) {
        return Optional.of(Flaw.NOT_YET_VALID_CERTIFICATE.reason(called, Time.text(begin)));
      }
      if (at.isAfter(end)) {
        return Optional.of(Flaw.EXPIRED_CERTIFICATE.reason(called, Time.text(end)));
      }
    }
    return Optional.empty();
  }
}
