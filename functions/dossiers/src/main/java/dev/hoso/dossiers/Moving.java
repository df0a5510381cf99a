package dev.hoso.dossiers;

import dev.hoso.dossiers.Command.Move;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a dossier goes from one unit to another: what was received there, and what is worked on
 * there. Work that a third unit has with it stays with that one.
 */
final class Moving {
  private Moving() {}

  /** The dossier at its new unit; empty where the old one has nothing to do with it. */
  static Optional<Dossier> of(Dossier now, Move move) {
    String from = move.transfer().from();
    Filing filing = now.filing();
    Responsible responsible = filing.responsible();
    boolean received = filing.unit().equals(from);
    boolean worksOnIt = responsible != null && responsible.unit().equals(from);
    if (!received && !worksOnIt) {
      return Optional.empty();
    }
    String unit = received ? move.transfer().to() : filing.unit();
    Responsible next =
        worksOnIt || responsible == null ? responsible(move, responsible) : responsible;
    return Optional.of(now.moved(filing.in(unit, next), List.of(move.transfer())));
  }

  private static @Nullable Responsible responsible(Move move, @Nullable Responsible before) {
    String role = move.role() != null ? move.role() : before == null ? null : before.role();
    return role == null ? null : new Responsible(move.transfer().to(), role);
  }
}
