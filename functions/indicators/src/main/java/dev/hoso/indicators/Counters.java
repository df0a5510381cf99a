package dev.hoso.indicators;

import dev.hoso.core.dynamo.Item;
import dev.hoso.core.dynamo.Table;
import dev.hoso.core.dynamo.Transaction;
import dev.hoso.core.dynamo.Update;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Counts contributions, each exactly once: what is counted and what the counters change by are
 * written in one transaction, under the condition that nobody counted this dossier in between.
 *
 * <p>Several dossiers share a transaction as long as it has room, and their changes of one counter
 * become one write. Where others are in the way, the next try takes another lane and less at once.
 */
final class Counters {
  private static final int TRIES = 8;

  private final Table table;

  Counters(Table table) {
    this.table = table;
  }

  /** Counts what is newer than what was counted; in what order it comes does not matter. */
  void count(Collection<Contribution> all) {
    count(all, false);
  }

  /** Counts them as they are here, also where the same version was counted otherwise before. */
  void correct(Collection<Contribution> all) {
    count(all, true);
  }

  private void count(Collection<Contribution> all, boolean again) {
    List<Contribution> left = newest(all);
    for (int from = 0; from < left.size(); from += Transaction.LARGEST) {
      countAtOnce(left.subList(from, Math.min(from + Transaction.LARGEST, left.size())), again);
    }
  }

  private void countAtOnce(List<Contribution> all, boolean again) {
    List<Contribution> left = all;
    int tries = 0;
    while (!left.isEmpty()) {
      Round round = new Round(tries, left);
      round.write(moves(left, again));
      tries = round.progressed ? 0 : tries + 1;
      if (tries == TRIES) {
        throw new IllegalStateException("Counting was refused every time", round.refusal);
      }
      left = round.left;
    }
  }

  private static List<Contribution> newest(Collection<Contribution> all) {
    Map<String, Contribution> newest = new TreeMap<>();
    for (Contribution one : all) {
      newest.merge(one.source(), one, (old, other) -> other.newerThan(old) ? other : old);
    }
    return List.copyOf(newest.values());
  }

  /** Those that change something, from what was counted before. */
  private List<Move> moves(List<Contribution> wanted, boolean again) {
    Map<String, Item> counted = new HashMap<>();
    table
        .all(wanted.stream().map(it -> ContributionItem.key(it.source())).toList())
        .forEach(item -> counted.put(item.text("id"), item));
    List<Move> moves = new ArrayList<>();
    for (Contribution now : wanted) {
      Item item = counted.getOrDefault(now.source(), Item.EMPTY);
      Contribution before =
          item.isEmpty()
              ? Contribution.nothing(now.source(), now.cell())
              : ContributionItem.read(item);
      boolean corrects = again && !before.newerThan(now) && !now.countsAs(before);
      if (now.newerThan(before) || corrects) {
        moves.add(Move.of(before, now, ContributionItem.step(item)));
      }
    }
    return moves;
  }

  /** One pass over what is to be counted; what could not be is left for the next one. */
  private final class Round {
    private final int room;
    private final int lane;
    private final Map<String, Contribution> wanted = new HashMap<>();
    private final List<Contribution> left = new ArrayList<>();
    private boolean progressed;
    private @Nullable TransactionCanceledException refusal;

    private Round(int tries, List<Contribution> all) {
      this.room = Transaction.LARGEST >> tries;
      this.lane = Math.floorMod(all.getFirst().source().hashCode() + tries, Layout.LANES);
      all.forEach(it -> wanted.put(it.source(), it));
    }

    private void write(List<Move> moves) {
      List<Move> together = new ArrayList<>();
      SortedMap<Key, Counts> changes = new TreeMap<>();
      for (Move move : moves) {
        SortedMap<Key, Counts> more = new TreeMap<>(changes);
        move.changes().forEach((key, counts) -> more.merge(key, counts, Counts::plus));
        if (!together.isEmpty() && together.size() + 1 + more.size() > room) {
          transact(together, changes);
          together.clear();
          changes = new TreeMap<>(move.changes());
        } else {
          changes = more;
        }
        together.add(move);
      }
      if (!together.isEmpty()) {
        transact(together, changes);
      }
    }

    /** Changes that take each other away are not written. */
    private void transact(List<Move> moves, SortedMap<Key, Counts> changes) {
      Transaction all = new Transaction(table.dynamo());
      moves.forEach(move -> all.with(table, move.update()));
      changes.forEach(
          (key, counts) -> {
            if (!counts.isEmpty()) {
              all.with(table, added(key, counts, lane));
            }
          });
      if (!written(all)) {
        moves.forEach(move -> left.add(wanted(move)));
        return;
      }
      progressed = true;
      moves.stream()
          .filter(move -> !move.reaches(wanted(move)))
          .forEach(move -> left.add(wanted(move)));
    }

    /** Not where somebody counted one of them in between, or was in the way of a counter. */
    private boolean written(Transaction all) {
      try {
        return all.write().isEmpty();
      } catch (TransactionCanceledException e) {
        refusal = e;
        return false;
      }
    }

    private Contribution wanted(Move move) {
      return wanted.getOrDefault(move.now().source(), move.now());
    }
  }

  private static Update added(Key key, Counts counts, int lane) {
    Update update = Update.of(key.lane(lane));
    counts.all().forEach(update::add);
    return update;
  }
}
