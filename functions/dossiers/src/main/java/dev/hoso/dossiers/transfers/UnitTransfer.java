package dev.hoso.dossiers.transfers;

import dev.hoso.core.dynamo.Item;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The move of all open dossiers of a unit to another one.
 *
 * @param role who is responsible for them there; null for the roles as they are
 * @param moved how many dossiers were moved, at least: those of a portion that was cut off are not
 *     counted
 * @param emptyAt when none was left for the first time since the last was moved; null before
 * @param doneAt when it was certain that none is left; null before
 */
public record UnitTransfer(
    String id,
    String from,
    String to,
    String reason,
    @Nullable String role,
    Instant createdAt,
    long moved,
    @Nullable Instant emptyAt,
    @Nullable Instant doneAt) {

  static UnitTransfer of(Item item) {
    return new UnitTransfer(
        item.text("id"),
        item.text("from"),
        item.text("to"),
        item.text("reason"),
        item.textOrNull("role"),
        item.time("createdAt"),
        item.numberOr("moved", 0),
        item.timeOrNull("emptyAt"),
        item.timeOrNull("doneAt"));
  }

  /** Where it is: {@code running} or {@code done}. */
  public String status() {
    return doneAt == null ? "running" : "done";
  }
}
