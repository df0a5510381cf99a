package dev.hoso.payments;

import static dev.hoso.payments.SettlementRoom.line;
import static dev.hoso.payments.SettlementRoom.settles;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hoso.payments.settlement.Report;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** In whatever order its lines stand, and however often, a file comes to the same. */
class SettlementPropertiesTest {
  private static final SettlementRoom ROOM = new SettlementRoom();
  private static final AtomicInteger COUNT = new AtomicInteger();

  @Property(tries = 15)
  void anyOrderComesToTheSameTotals(
      @ForAll Random random, @ForAll @IntRange(min = 1, max = 40) int payments) {
    List<String> lines = day(random, payments);
    Report first = reconcile(lines);
    Collections.shuffle(lines, random);
    Report other = reconcile(copyOfDay(lines));

    assertThat(settled(other)).isEqualTo(settled(first));
    assertThat(other.confirmedBy()).isEqualTo(first.confirmedBy());
    assertThat(other.lines()).isEqualTo(first.lines());
  }

  @Property(tries = 15)
  void aLineThatStandsAgainIsDoubledAndSettlesNothingMore(
      @ForAll Random random, @ForAll @IntRange(min = 1, max = 20) int payments) {
    List<String> lines = new ArrayList<>();
    for (int n = 0; n < payments; n++) {
      lines.add(settles(paid()));
    }
    List<String> more = new ArrayList<>(lines);
    int again = random.nextInt(1, 10);
    for (int n = 0; n < again; n++) {
      more.add(lines.get(random.nextInt(lines.size())));
    }
    Collections.shuffle(more, random);

    Map<String, Report.Total> totals = reconcile(more).totals();

    assertThat(totals.get("matched"))
        .isEqualTo(new Report.Total(payments, Map.of("VND", payments * 50_000L)));
    assertThat(totals.get("doubled").count()).isEqualTo(again);
  }

  @Property(tries = 10)
  void theSameFileAgainComesToTheSame(
      @ForAll Random random, @ForAll @IntRange(min = 1, max = 40) int payments) {
    List<String> lines = day(random, payments);
    Collections.shuffle(lines, random);

    assertThat(reconcile(lines)).isEqualTo(reconcile(lines));
  }

  /** Paid, not heard of, of another amount, nobody's, refunded; some of them twice. */
  private static List<String> day(Random random, int payments) {
    List<String> lines = new ArrayList<>();
    for (int n = 0; n < payments; n++) {
      lines.addAll(
          switch (random.nextInt(7)) {
            case 0 -> List.of(settles(asked()));
            case 1 -> List.of(line(asked(), 49_000, "T", "payment"));
            case 2 -> List.of(settles("NOBODY" + COUNT.incrementAndGet()));
            case 3 -> both(paid(), "T2");
            case 4 -> refunded(paid());
            case 5 -> Collections.nCopies(2, settles(paid()));
            default -> List.of(settles(paid()));
          });
    }
    return lines;
  }

  /** The same day of other payments that stood where these had stood. */
  private static List<String> copyOfDay(List<String> lines) {
    Map<String, String> copies = new java.util.HashMap<>();
    List<String> copied = new ArrayList<>();
    for (String line : lines) {
      String reference = line.substring(0, line.indexOf(','));
      String copy = copies.computeIfAbsent(reference, SettlementPropertiesTest::copyOf);
      copied.add(copy + line.substring(line.indexOf(',')));
    }
    return copied;
  }

  private static String copyOf(String reference) {
    return reference.startsWith("PAID")
        ? paid()
        : reference.startsWith("ASKED") ? asked() : reference;
  }

  private static List<String> both(String reference, String second) {
    return List.of(settles(reference), line(reference, 50_000, second, "payment"));
  }

  private static List<String> refunded(String reference) {
    return List.of(settles(reference), line(reference, 20_000, "R" + reference, "refund"));
  }

  private static String paid() {
    String reference = "PAID" + COUNT.incrementAndGet();
    ROOM.paid(reference);
    return reference;
  }

  private static String asked() {
    String reference = "ASKED" + COUNT.incrementAndGet();
    ROOM.asked(reference);
    return reference;
  }

  private static Report reconcile(List<String> lines) {
    return ROOM.reconcile(lines.toArray(String[]::new)).report();
  }

  /** Without what other tries left to be settled. */
  private static Map<String, Report.Total> settled(Report report) {
    Map<String, Report.Total> totals = new java.util.HashMap<>(report.totals());
    totals.remove("missingThere");
    return totals;
  }
}
