package dev.hoso.notifications.codes;

import dev.hoso.core.DossierCode;
import dev.hoso.core.Grant;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes an entry in: a right code is exchanged for a grant, once. */
final class Entering {
  private final Codes codes;
  private final Counters counters;
  private final KeyedHash hash;
  private final InstantSource clock;

  Entering(Codes codes, Counters counters, KeyedHash hash, InstantSource clock) {
    this.codes = codes;
    this.counters = counters;
    this.hash = hash;
    this.clock = clock;
  }

  /**
   * Tries what a person typed.
   *
   * @param sourceIp who tries
   */
  Reply enter(DossierCode code, String entry, @Nullable String sourceIp) {
    return CodeRules.typed(entry)
        .map(digits -> guarded(code, digits, sourceIp))
        .orElseGet(Reply.Wrong::new);
  }

  /** Every entry counts as a wrong one until it is seen to be right. */
  private Reply guarded(DossierCode code, String digits, @Nullable String sourceIp) {
    Instant now = clock.instant();
    String caller = "wrong from " + hash.of("address", NetworkAddress.counted(sourceIp));
    if (!counters.count(caller, CodeRules.WRONG_FROM_ADDRESS, now)) {
      return new Reply.Limited();
    }
    Reply reply = compared(code, digits, now);
    if (reply instanceof Reply.Right) {
      counters.takeBack(caller, CodeRules.WRONG_FROM_ADDRESS, now);
    }
    return reply;
  }

  private Reply compared(DossierCode code, String digits, Instant now) {
    Optional<Codes.Tried> tried = codes.attempt(code).filter(it -> now.isBefore(it.until()));
    if (tried.isEmpty()) {
      return new Reply.Over();
    }
    if (!same(hash.of(code.value(), digits), tried.get().hash())) {
      return tried.get().last() ? new Reply.Over() : new Reply.Wrong();
    }
    String token = Grant.token();
    return codes.exchange(code, tried.get().hash(), token, now)
        ? new Reply.Right(token)
        : new Reply.Over();
  }

  /** In constant time: how long it takes says nothing about how much of it is right. */
  private static boolean same(String entered, String kept) {
    return MessageDigest.isEqual(
        entered.getBytes(StandardCharsets.UTF_8), kept.getBytes(StandardCharsets.UTF_8));
  }
}
