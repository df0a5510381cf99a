package dev.hoso.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hoso.core.dynamo.Item;
import dev.hoso.core.dynamo.Transaction;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whatever a stream repeats, mixes up and leaves out, the counters say what a plain count says. */
class ExactlyOncePropertiesTest {
  /** The counters and what was counted, kept as the table keeps them, without a database. */
  private static final class Ledger {
    private final Map<String, Contribution> counted = new HashMap<>();
    private final SortedMap<Key, Counts> counters = new TreeMap<>();

    private void count(Contribution now) {
      Contribution before = before(now);
      while (now.newerThan(before)) {
        Move move = Move.of(before, now, 0);
        assertThat(move.items()).isLessThanOrEqualTo(Transaction.LARGEST);
        move.changes().forEach((key, counts) -> counters.merge(key, counts, Counts::plus));
        counted.put(now.source(), move.now());
        before = before(now);
      }
    }

    private Contribution before(Contribution now) {
      return counted.getOrDefault(now.source(), Contribution.nothing(now.source(), now.cell()));
    }

    private SortedMap<Key, Counts> counters() {
      counters.values().removeIf(Counts::isEmpty);
      return counters;
    }
  }

  @Property(tries = 100)
  void anyOrderWithRepetitionsGivesThePlainCount(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int dossiers) {
    Random random = new Random(seed);
    List<Contribution> stream = new ArrayList<>();
    SortedMap<Key, Counts> plain = new TreeMap<>();
    for (int n = 0; n < dossiers; n++) {
      List<Item> images = Histories.of("H26.15-261109-" + (1000 + n), random);
      images.forEach(image -> stream.add(Given.COUNTING.of(image)));
      Contribution last = Given.COUNTING.of(images.getLast());
      Layout.of(last).forEach((key, counts) -> plain.merge(key, counts, Counts::plus));
      // Of those in between some come twice, some not at all.
      stream.addAll(stream.subList(random.nextInt(stream.size()), stream.size()));
    }
    Collections.shuffle(stream, random);

    Ledger ledger = new Ledger();
    stream.forEach(ledger::count);

    assertThat(ledger.counters()).isEqualTo(plain);
  }

  @Property(tries = 30)
  void whatHasMoreDaysThanATransactionHasRoomForIsCountedInParts(
      @ForAll @IntRange(min = 1, max = 200) int days,
      @ForAll @IntRange(min = 1, max = 200) int daysLater,
      @ForAll boolean elsewhere) {
    Contribution first = spread("00004", 1, days);
    Contribution then = spread(elsewhere ? "HN-STP" : "00004", 2, daysLater);

    Ledger ledger = new Ledger();
    ledger.count(first);
    assertThat(ledger.counters()).isEqualTo(new TreeMap<>(Layout.of(first)));
    ledger.count(then);
    assertThat(ledger.counters()).isEqualTo(new TreeMap<>(Layout.of(then)));
  }

  private static Contribution spread(String unit, int version, int days) {
    Tally tally = new Tally();
    for (int n = 0; n < days; n++) {
      tally.add(LocalDate.of(2026, 1, 1).plusDays(n * 7L), Measure.PAID.of("vnpay"), version);
    }
    return new Contribution(
        "dossier A",
        new Version(version, 0),
        new Cell(unit, Given.WITH_FEE),
        null,
        tally.byDay(),
        Bucket.due(LocalDate.of(2026, 12, version)));
  }
}
