package dev.hoso.citizen.verify;

import dev.hoso.core.ResultId;
import dev.hoso.core.dynamo.Item;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is true of a result that two places speak of. A revocation counts at once, wherever it
 * stands. Otherwise the dossier decides what is issued, and the result's own item follows it within
 * a minute; where the dossier is no longer kept, the item is what is left.
 */
final class Truth {
  private Truth() {}

  /**
   * Decides.
   *
   * @param result the result's own item
   * @param ofDossier all results that the dossier knows, by number; empty where there is no dossier
   * @return empty where the result was never issued: that is nobody's business
   */
  static Optional<Verified> of(Item result, Item ofDossier) {
    String number = result.text("number");
    Item decided = ofDossier.map(number);
    Validity validity = validity(result, decided);
    return validity == null
        ? Optional.empty()
        : Optional.of(verified(validity, number, result, decided, ofDossier));
  }

  private static @Nullable Validity validity(Item result, Item decided) {
    String own = result.text("status");
    if (own.equals("revoked")) {
      return Validity.REVOKED;
    }
    String status = decided.isEmpty() ? own : decided.text("status");
    return switch (status) {
      case "issued" -> Validity.VALID;
      case "superseded" -> Validity.SUPERSEDED;
      case "revoked" -> Validity.REVOKED;
      default -> null;
    };
  }

  private static Verified verified(
      Validity validity, String number, Item result, Item decided, Item ofDossier) {
    String successor =
        validity == Validity.SUPERSEDED ? text("supersededBy", decided, result) : null;
    return new Verified(
        new ResultId(result.text("result")),
        number,
        validity,
        result.text("unit"),
        time("issuedAt", decided, result),
        time("sealedAt", result, decided),
        text("sha256", result, decided),
        successor,
        successor == null ? null : supersededAt(ofDossier.map(successor), result),
        validity == Validity.REVOKED ? time("revokedAt", result, decided) : null);
  }

  /** A result is superseded in the very write that issues the other. */
  private static @Nullable Instant supersededAt(Item successor, Item result) {
    Instant issuedAt = successor.timeOrNull("issuedAt");
    boolean itself = result.text("status").equals("superseded");
    return issuedAt == null && itself ? result.timeOrNull("statusAt") : issuedAt;
  }

  private static @Nullable String text(String name, Item first, Item second) {
    return first.has(name) ? first.text(name) : second.textOrNull(name);
  }

  private static @Nullable Instant time(String name, Item first, Item second) {
    return first.has(name) ? first.time(name) : second.timeOrNull(name);
  }
}
