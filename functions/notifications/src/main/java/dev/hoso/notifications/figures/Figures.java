package dev.hoso.notifications.figures;

import dev.hoso.core.TellingChannel;
import dev.hoso.core.dynamo.Item;
import dev.hoso.core.dynamo.Table;
import dev.hoso.core.dynamo.Transaction;
import dev.hoso.core.dynamo.Update;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The counters: an item for each day and channel. A move is counted in the same transaction in
 * which its name is noted, so however often a stream brings it, it counts once. The stream keeps a
 * day; the notes are kept longer, and go.
 */
final class Figures {
  private static final Duration NOTED = Duration.ofDays(3);

  /** A move has a note and at most a counter of its own. */
  private static final int AT_ONCE = Transaction.LARGEST / 2;

  private final Table table;

  Figures(Table table) {
    this.table = table;
  }

  /** A day's counters of a channel. */
  record Counted(LocalDate day, String channel) {
    Map<String, String> key() {
      return Map.of("id", day + " " + channel);
    }
  }

  /** Counts the moves that were not counted yet. */
  void count(List<Move> moves, Instant now) {
    for (int from = 0; from < moves.size(); from += AT_ONCE) {
      countAtOnce(moves.subList(from, Math.min(from + AT_ONCE, moves.size())), now);
    }
  }

  private void countAtOnce(List<Move> moves, Instant now) {
    Map<String, Move> byName = new LinkedHashMap<>();
    moves.forEach(move -> byName.put(move.name(), move));
    List<Move> left = new ArrayList<>(byName.values());
    while (!left.isEmpty()) {
      Set<Integer> counted = write(left, now);
      if (counted.isEmpty()) {
        return;
      }
      List<Move> all = left;
      left =
          IntStream.range(0, all.size())
              .filter(n -> !counted.contains(n))
              .mapToObj(all::get)
              .toList();
    }
  }

  /** The numbers of the moves that were counted before; nothing was written where there are any. */
  private Set<Integer> write(List<Move> moves, Instant now) {
    Transaction all = new Transaction(table.dynamo());
    Map<Counted, Map<Figure, Integer>> sums = new LinkedHashMap<>();
    for (Move move : moves) {
      all.with(
          table,
          Update.of(Map.of("id", "counted " + move.name()))
              .set("expires", now.plus(NOTED).getEpochSecond())
              .ifAbsent("id"));
      Map<Figure, Integer> sum =
          sums.computeIfAbsent(
              new Counted(move.day(), move.channel()), it -> new LinkedHashMap<>());
      move.counts().forEach((figure, by) -> sum.merge(figure, by, Integer::sum));
    }
    sums.forEach((counted, sum) -> all.with(table, added(counted, sum)));
    return all.write();
  }

  private static Update added(Counted counted, Map<Figure, Integer> sum) {
    Update update =
        Update.of(counted.key())
            .set("day", counted.day().toString())
            .set("channel", counted.channel());
    sum.forEach((figure, by) -> update.add(figure.attribute(), by));
    return update;
  }

  /** Of the last so many days, the newest first; those without messages are left out. */
  List<Day> days(LocalDate today, int number) {
    List<Map<String, String>> keys =
        IntStream.range(0, number)
            .mapToObj(today::minusDays)
            .flatMap(
                day ->
                    Arrays.stream(TellingChannel.values())
                        .map(channel -> new Counted(day, channel.code()).key()))
            .toList();
    return table.all(keys).stream()
        .map(Figures::day)
        .sorted(Comparator.comparing(Day::day).reversed().thenComparing(Day::channel))
        .toList();
  }

  private static Day day(Item item) {
    return Day.of(
        item.text("day"), item.text("channel"), figure -> item.numberOr(figure.attribute(), 0));
  }
}
