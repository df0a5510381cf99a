package dev.hoso.dossiers.transfers;

import dev.hoso.core.AtOnce;
import dev.hoso.core.DossierCode;
import dev.hoso.core.Log;
import dev.hoso.core.Time;
import dev.hoso.core.dynamo.Table;
import dev.hoso.dossiers.Command.Move;
import dev.hoso.dossiers.Decision;
import dev.hoso.dossiers.DossierRules;
import dev.hoso.dossiers.Dossiers;
import dev.hoso.dossiers.OpenIn;
import dev.hoso.dossiers.Transfer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;

/**
 * Moves the dossiers of a unit, portion by portion, until none is left. Each is one conditional
 * write that decides on the dossier as it is, so a change that comes between is decided on as well;
 * one that is moved already is no longer found.
 */
record UnitMoving(
    Transfers transfers,
    MovedUnits moved,
    Dossiers dossiers,
    DossierRules rules,
    InstantSource clock) {
  /** As many writes as are under way. */
  private static final int AT_ONCE = 32;

  private static final int PORTION = 200;

  /**
   * After this time nobody believes any more that the unit is there, and the index has heard of
   * what they registered until then: whoever knew the units as they were knew them for {@link
   * MovedUnits#KNOWN_FOR}, and a function lives no longer than 30 seconds.
   */
  static final Duration CERTAIN = Duration.ofMinutes(2);

  /** Goes on until none is left, or the time is over. */
  void goOn(UnitTransfer it, BooleanSupplier timeLeft) {
    Set<String> portion = portion(it);
    boolean more = true;
    while (more && !portion.isEmpty() && timeLeft.getAsBoolean()) {
      int now = move(it, portion);
      transfers.moved(it, now, clock.instant());
      // Else the index has not heard yet that they are gone.
      more = now > 0;
      portion = portion(it);
    }
    if (!portion.isEmpty()) {
      transfers.release(it, clock.instant());
    } else {
      end(it.id());
    }
  }

  private void end(String id) {
    UnitTransfer it = transfers.find(id).orElseThrow();
    Instant now = Time.now(clock);
    Instant emptyAt = it.emptyAt();
    if (emptyAt == null) {
      transfers.empty(it, now, now.plus(CERTAIN));
    } else if (now.isBefore(emptyAt.plus(CERTAIN))) {
      transfers.empty(it, now, emptyAt.plus(CERTAIN));
    } else {
      transfers.done(it, now);
      Log.info("unitTransferred", Map.of("from", it.from(), "to", it.to(), "moved", it.moved()));
    }
  }

  /** Codes of open dossiers that the unit has something to do with. */
  private Set<String> portion(UnitTransfer it) {
    Set<String> codes = new LinkedHashSet<>();
    for (String index : List.of(OpenIn.INDEX, OpenIn.WORKED_ON)) {
      for (String key : OpenIn.keys(it.from())) {
        if (codes.size() < PORTION) {
          Table table = dossiers.table();
          table.newest(index, index, key, PORTION - codes.size()).stream()
              .map(found -> found.text("code"))
              .forEach(codes::add);
        }
      }
    }
    return codes;
  }

  /** How many of them were moved just now. */
  private int move(UnitTransfer it, Set<String> codes) {
    // Perhaps the other unit was transferred too, meanwhile.
    String to = moved.now().of(it.from());
    Transfer transfer = new Transfer(it.from(), to, Time.now(clock), it.id(), it.reason());
    Move move = new Move(transfer, it.role());
    List<Callable<Boolean>> tasks = new ArrayList<>();
    codes.forEach(code -> tasks.add(() -> move(new DossierCode(code), move)));
    return (int) AtOnce.all(AT_ONCE, tasks).stream().filter(done -> done).count();
  }

  private boolean move(DossierCode code, Move move) {
    return dossiers.change(code, now -> rules.decide(now, move, clock.instant()))
        instanceof Decision.Changed;
  }
}
