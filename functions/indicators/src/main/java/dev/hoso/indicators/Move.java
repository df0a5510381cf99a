package dev.hoso.indicators;

import dev.hoso.core.dynamo.Transaction;
import dev.hoso.core.dynamo.Update;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One contribution that takes the place of what was counted before.
 *
 * @param step of what was read, which must still be so when it is written
 * @param changes what the counters change by
 */
record Move(Contribution before, Contribution now, long step, SortedMap<Key, Counts> changes) {
  /** A day of a dossier that goes from one unit to another has at most this many counters. */
  private static final int OF_A_DAY = 12;

  /** Those of what it is open as, before and after, and what was counted. */
  private static final int BESIDES = 11;

  private static final int DAYS = (Transaction.LARGEST - BESIDES) / OF_A_DAY;

  /** To that contribution; or, where one transaction has no room for it, a part of the way. */
  static Move of(Contribution before, Contribution now, long step) {
    Move whole = new Move(before, now, step, now.since(before));
    return whole.items() <= Transaction.LARGEST ? whole : whole.part();
  }

  /** How many items it writes by itself. */
  int items() {
    return 1 + changes.size();
  }

  Update update() {
    return ContributionItem.update(now, step);
  }

  /** Whether it leads to that contribution, or only a part of the way. */
  boolean reaches(Contribution wanted) {
    return now.equals(wanted);
  }

  /**
   * Some days become as they are wanted, under the old version, so that the rest follows. What goes
   * to another unit first leaves the old one.
   */
  private Move part() {
    boolean leaves = !before.cell().equals(now.cell()) && !before.counts().isEmpty();
    Contribution goal = leaves ? before.counting(before.cell(), new TreeMap<>(), null) : now;
    SortedMap<LocalDate, Counts> days = new TreeMap<>(before.counts());
    for (LocalDate day : differing(before, goal)) {
      days.put(day, goal.counts().getOrDefault(day, Counts.NONE));
    }
    Contribution next = before.counting(goal.cell(), days, goal.open());
    return new Move(before, next, step, next.since(before));
  }

  private static List<LocalDate> differing(Contribution before, Contribution goal) {
    List<LocalDate> days = new ArrayList<>(new TreeMap<>(goal.counts()).keySet());
    before.counts().keySet().stream().filter(it -> !days.contains(it)).forEach(days::add);
    return days.stream()
        .filter(
            day ->
                !before
                    .counts()
                    .getOrDefault(day, Counts.NONE)
                    .equals(goal.counts().getOrDefault(day, Counts.NONE)))
        .limit(DAYS)
        .toList();
  }
}
