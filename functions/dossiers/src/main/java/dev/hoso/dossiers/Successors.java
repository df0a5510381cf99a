package dev.hoso.dossiers;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The units that were transferred to others. What is registered for one of them is registered at
 * its successor: a citizen is not sent away because a system still uses the old code.
 *
 * @param moves by the unit that is no more
 */
public record Successors(Map<String, Move> moves) {
  /** No unit was transferred. */
  public static final Successors NONE = new Successors(Map.of());

  public Successors {
    moves = Map.copyOf(moves);
  }

  /**
   * Where a unit went.
   *
   * @param transfer the transfer's id
   */
  public record Move(String to, String transfer, String reason) {}

  /** The last in the line of a unit's successors: itself where it was not transferred. */
  public String of(String unit) {
    List<Transfer> line = transfers(unit, Instant.EPOCH);
    return line.isEmpty() ? unit : line.getLast().to();
  }

  /**
   * How what is registered for a unit comes to where it belongs; nothing where it belongs there.
   */
  List<Transfer> transfers(String unit, Instant at) {
    List<Transfer> line = new ArrayList<>();
    String here = unit;
    Move move = moves.get(here);
    while (move != null && line.size() < moves.size()) {
      line.add(new Transfer(here, move.to(), at, move.transfer(), move.reason()));
      here = move.to();
      move = moves.get(here);
    }
    return line;
  }

  Filing placed(Filing filing) {
    Responsible responsible = filing.responsible();
    return filing.in(of(filing.unit()), responsible == null ? null : placed(responsible));
  }

  private Responsible placed(Responsible responsible) {
    return new Responsible(of(responsible.unit()), responsible.role());
  }

  /** The way from this unit to that one, where it was such a way; else none. */
  List<Transfer> transfers(String unit, @Nullable String known, Instant at) {
    return of(unit).equals(known) ? List.of() : transfers(unit, at);
  }
}
