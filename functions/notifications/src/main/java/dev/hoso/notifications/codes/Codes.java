package dev.hoso.notifications.codes;

import dev.hoso.core.DossierCode;
import dev.hoso.core.Grant;
import dev.hoso.core.dynamo.Item;
import dev.hoso.core.dynamo.Outcome;
import dev.hoso.core.dynamo.Table;
import dev.hoso.core.dynamo.Update;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The code of a dossier, as its keyed hash, and the grant that it was exchanged for: one item for
 * one dossier, one write for one step.
 */
final class Codes {
  /** Longer than a code or a grant lives; then the table deletes the item by itself. */
  private static final Duration KEPT = Duration.ofHours(1);

  private final Table table;

  Codes(Table table) {
    this.table = table;
  }

  /** A code that may be tried now. */
  record Tried(String hash, boolean last, Instant until) {}

  /** Makes this the dossier's code. An earlier one is void; an earlier grant stays. */
  void replace(DossierCode dossier, String hash, Instant now) {
    table.write(
        Update.of(Grant.key(dossier))
            .set("hash", hash)
            .set("codeUntil", now.plus(CodeRules.VALID))
            .set("tries", 0)
            .set("expires", now.plus(KEPT).getEpochSecond()));
  }

  /**
   * Counts a try, before anything is compared: of any number at once, no more than {@link
   * CodeRules#TRIES} come through.
   *
   * @return empty where there is no code, or its tries are used up
   */
  Optional<Tried> attempt(DossierCode dossier) {
    Outcome outcome =
        table.write(
            Update.of(Grant.key(dossier)).add("tries", 1).ifOneOf("tries", CodeRules.TRIES_BEFORE));
    return outcome.written() ? Optional.of(tried(outcome.item())) : Optional.empty();
  }

  private static Tried tried(Item item) {
    return new Tried(
        item.text("hash"), item.number("tries") == CodeRules.TRIES, item.time("codeUntil"));
  }

  /**
   * Exchanges the code for a grant.
   *
   * @param hash of the code that was right
   * @param token of the grant
   * @return whether it was still the dossier's code
   */
  boolean exchange(DossierCode dossier, String hash, String token, Instant now) {
    return table
        .write(
            Update.of(Grant.key(dossier))
                .set("grant", Grant.kept(token))
                .set("grantUntil", now.plus(Grant.LIFE))
                .set("expires", now.plus(KEPT).getEpochSecond())
                .remove("hash")
                .remove("codeUntil")
                .remove("tries")
                .ifEquals("hash", hash))
        .written();
  }
}
