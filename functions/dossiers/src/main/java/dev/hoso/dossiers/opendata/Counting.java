package dev.hoso.dossiers.opendata;

import dev.hoso.core.AtOnce;
import dev.hoso.core.Time;
import dev.hoso.core.dynamo.Item;
import dev.hoso.core.dynamo.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Counts all dossiers of some time, in one pass over their table in segments. Only counts are kept
 * in memory. An index by day would cost a write for each receipt and each decision; a pass over a
 * million dossiers costs two and a half US cents.
 */
final class Counting {
  private static final int SEGMENTS = 8;
  private static final String[] ATTRIBUTES = {
    "procedure", "unit", "receivedAt", "decidedAt", "dueAt", "transfers"
  };

  private final LocalDate from;
  private final LocalDate before;
  private final Map<YearMonth, Map<Cell, Tally>> months = new ConcurrentHashMap<>();

  private Counting(LocalDate from, LocalDate before) {
    this.from = from;
    this.before = before;
  }

  /** What is counted of each month, from a day until before another. */
  static Map<YearMonth, Map<Cell, Tally>> of(Table dossiers, LocalDate from, LocalDate before) {
    Counting counting = new Counting(from, before);
    List<Callable<Void>> segments = new ArrayList<>();
    for (int n = 0; n < SEGMENTS; n++) {
      int segment = n;
      segments.add(() -> counting.count(dossiers.scan(segment, SEGMENTS, ATTRIBUTES)));
    }
    AtOnce.all(SEGMENTS, segments);
    return counting.months;
  }

  private @Nullable Void count(Iterator<Item> dossiers) {
    dossiers.forEachRemaining(this::count);
    return null;
  }

  private void count(Item dossier) {
    Instant receivedAt = dossier.timeOrNull("receivedAt");
    if (receivedAt != null && counted(receivedAt)) {
      tally(dossier, receivedAt).addReceived();
    }
    Instant decidedAt = dossier.timeOrNull("decidedAt");
    if (decidedAt != null && counted(decidedAt)) {
      Instant dueAt = dossier.timeOrNull("dueAt");
      tally(dossier, decidedAt).addDecided(dueAt == null ? null : !decidedAt.isAfter(dueAt));
    }
  }

  private boolean counted(Instant time) {
    LocalDate day = Time.day(time);
    return !day.isBefore(from) && day.isBefore(before);
  }

  private Tally tally(Item dossier, Instant time) {
    LocalDate day = Time.day(time);
    Cell cell = new Cell(day, dossier.text("procedure").intern(), unit(dossier, time).intern());
    return months
        .computeIfAbsent(YearMonth.from(day), month -> new ConcurrentHashMap<>())
        .computeIfAbsent(cell, it -> new Tally());
  }

  /** Where it was at that time. */
  private static String unit(Item dossier, Instant time) {
    return dossier.list("transfers").stream()
        .filter(transfer -> transfer.time("at").isAfter(time))
        .map(transfer -> transfer.text("from"))
        .findFirst()
        .orElseGet(() -> dossier.text("unit"));
  }
}
