package dev.hoso.dossiers.transfers;

import dev.hoso.core.Invalid;
import dev.hoso.core.Refused;
import dev.hoso.core.Time;
import dev.hoso.core.dynamo.Table;
import dev.hoso.dossiers.OpenIn;
import dev.hoso.dossiers.Successors.Move;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Where the transfer of a unit is asked for. */
public final class TransferDesk {
  private final Transfers transfers;
  private final MovedUnits moved;
  private final Table dossiers;
  private final InstantSource clock;

  public TransferDesk(Transfers transfers, MovedUnits moved, Table dossiers, InstantSource clock) {
    this.transfers = transfers;
    this.moved = moved;
    this.dossiers = dossiers;
    this.clock = clock;
  }

  /**
   * Begins a transfer. A unit is transferred once, so its code names the transfer, and asking again
   * gives the one that there is. First of all the other unit stands for it: a request that was cut
   * off after that is repeated by its caller.
   *
   * @throws Invalid where the other unit is this one, or goes back to it
   * @throws Refused where it was transferred otherwise
   */
  public UnitTransfer begin(String unit, String to, String reason, @Nullable String role) {
    Move move = new Move(to, unit, reason);
    Move there = moved.mark(unit, move);
    if (there == null) {
      throw new Invalid("to", "must be another unit, and one that was not transferred to this one");
    }
    UnitTransfer asked =
        new UnitTransfer(unit, unit, to, reason, role, Time.now(clock), 0, null, null);
    if (there.equals(move)) {
      transfers.create(asked);
      UnitTransfer kept = transfers.find(unit).orElseThrow();
      if (Objects.equals(kept.role(), role)) {
        return kept;
      }
    }
    throw new Refused(
        409,
        "unit-transferred",
        "This unit is transferred to %s already, see /transfers/%s.".formatted(there.to(), unit));
  }

  /** How many dossiers are left, as far as the indexes know. */
  public long left(UnitTransfer it) {
    return OpenIn.keys(it.from()).stream()
        .flatMap(
            key -> List.of(OpenIn.INDEX, OpenIn.WORKED_ON).stream().map(index -> count(index, key)))
        .mapToLong(count -> count)
        .sum();
  }

  private long count(String index, String key) {
    return dossiers.count(index, index, key);
  }
}
