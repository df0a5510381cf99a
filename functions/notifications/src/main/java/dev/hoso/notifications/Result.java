package dev.hoso.notifications;

import dev.hoso.core.dynamo.Item;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An electronic result as its dossier shows it.
 *
 * @param number the whole number, {@code H26.15-261123-0042-KQ1}
 * @param status {@code sealed} while it waits, {@code issued}, {@code revoked}, {@code refused}, or
 *     superseded by another
 * @param replaces the number of the one that it corrects; null where it corrects none
 * @param supersededBy the number of the one that corrects it
 * @param issuedAt null where it never was issued
 * @param revocationReason as the officer wrote it
 */
public record Result(
    String number,
    String status,
    @Nullable String replaces,
    @Nullable String supersededBy,
    @Nullable Instant issuedAt,
    @Nullable Instant revokedAt,
    @Nullable String revocationReason) {

  static Result of(Item item) {
    return new Result(
        item.text("number"),
        item.text("status"),
        item.textOrNull("replaces"),
        item.textOrNull("supersededBy"),
        item.timeOrNull("issuedAt"),
        item.timeOrNull("revokedAt"),
        item.textOrNull("revocationReason"));
  }
}
