package dev.hoso.payments.settlement;

import dev.hoso.core.AtOnce;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/**
 * Matches a file's lines, a portion at a time and many of a portion at once. Lines that name the
 * same payment follow one another as they stand, so a file always comes to the same.
 */
final class Portions {
  private static final int PORTION = 1_000;

  /** As many writes as are under way. */
  private static final int AT_ONCE = 32;

  private final Matching matching;

  Portions(Matching matching) {
    this.matching = matching;
  }

  void match(SettlementFile file, Settled.Run run, Tally tally, Differences differences)
      throws IOException {
    List<Entry> portion = portion(file);
    while (!portion.isEmpty()) {
      Map<Integer, Judgement> judged = judge(portion, run);
      for (Entry entry : portion) {
        add(entry, judged, tally, differences);
      }
      portion = portion(file);
    }
  }

  private static List<Entry> portion(SettlementFile file) throws IOException {
    List<Entry> portion = new ArrayList<>(PORTION);
    Entry next = file.next();
    while (next != null) {
      portion.add(next);
      next = portion.size() < PORTION ? file.next() : null;
    }
    return portion;
  }

  private static void add(
      Entry entry, Map<Integer, Judgement> judged, Tally tally, Differences differences) {
    switch (entry) {
      case Line line -> {
        Judgement judgement = judged.get(line.number());
        if (judgement == null) {
          throw new IllegalStateException("Line " + line.number() + " was not matched");
        }
        tally.add(line, judgement);
        if (judgement.finding().isDifference()) {
          differences.add(Difference.of(line, judgement));
        }
      }
      case Entry.Unreadable unreadable -> {
        tally.add(Finding.UNREADABLE);
        differences.add(Difference.of(unreadable));
      }
      case Entry.Ignored ignored -> tally.add(Finding.IGNORED);
    }
  }

  /** Everything under way ends before the file is given up, to be tried again as a whole. */
  private Map<Integer, Judgement> judge(List<Entry> portion, Settled.Run run) {
    List<Callable<Map<Integer, Judgement>>> tasks = new ArrayList<>();
    for (List<Line> lines : byPayment(portion)) {
      tasks.add(() -> judge(run, lines));
    }
    Map<Integer, Judgement> judged = new LinkedHashMap<>();
    AtOnce.all(AT_ONCE, tasks).forEach(judged::putAll);
    return judged;
  }

  private Map<Integer, Judgement> judge(Settled.Run run, List<Line> lines) {
    Map<Integer, Judgement> judged = new LinkedHashMap<>();
    for (Line line : lines) {
      judged.put(line.number(), matching.judge(run, line));
    }
    return judged;
  }

  private static List<List<Line>> byPayment(List<Entry> portion) {
    Map<Object, List<Line>> byPayment = new LinkedHashMap<>();
    for (Entry entry : portion) {
      if (entry instanceof Line line) {
        Object payment = line.reference() == null ? line : line.reference();
        byPayment.computeIfAbsent(payment, it -> new ArrayList<>()).add(line);
      }
    }
    return List.copyOf(byPayment.values());
  }
}
