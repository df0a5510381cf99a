package dev.hoso.notifications.figures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hoso.core.DynamoForTests;
import dev.hoso.core.Time;
import dev.hoso.core.lambda.Change;
import dev.hoso.notifications.Manners;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** However often, in whatever portions and by however many a move is brought, it counts once. */
class FiguresPropertiesTest {
  private static final Manners MANNERS = Manners.load(null);

  /** What becomes of a message. */
  record Fate(String channel, boolean prompt, int seconds, String end) {}

  @Property(tries = 25)
  void figuresAreExact(@ForAll("fates") List<Fate> fates, @ForAll Random random) throws Exception {
    Figures figures = new Figures(DynamoForTests.table("Figures"));
    List<Move> moves = new ArrayList<>();
    for (int n = 0; n < fates.size(); n++) {
      changes("m" + n, fates.get(n))
          .forEach(change -> Move.of(change, MANNERS).ifPresent(moves::add));
    }
    List<Move> brought = new ArrayList<>(moves);
    brought.addAll(moves.subList(0, random.nextInt(moves.size() + 1)));
    Collections.shuffle(brought, random);

    try (ExecutorService shards = Executors.newFixedThreadPool(3)) {
      List<Future<?>> done = new ArrayList<>();
      for (int from = 0; from < brought.size(); from += 7) {
        List<Move> batch = brought.subList(from, Math.min(from + 7, brought.size()));
        done.add(shards.submit(() -> counted(figures, batch)));
      }
      for (Future<?> each : done) {
        each.get();
      }
    }

    for (String channel : List.of("sms", "email")) {
      assertThat(day(figures, channel)).isEqualTo(expected(channel, fates));
    }
  }

  /** As Lambda does: what fails is brought again. */
  private static void counted(Figures figures, List<Move> batch) {
    for (int n = 0; ; n++) {
      try {
        figures.count(batch, LifeForTests.FACT);
        return;
      } catch (RuntimeException e) {
        if (n == 50) {
          throw e;
        }
      }
    }
  }

  private static Day day(Figures figures, String channel) {
    return figures.days(Time.day(LifeForTests.FACT), 1).stream()
        .filter(day -> day.channel().equals(channel))
        .findFirst()
        .orElse(Day.of("2026-11-23", channel, figure -> 0));
  }

  private static Day expected(String channel, List<Fate> all) {
    List<Fate> fates = all.stream().filter(it -> it.channel().equals(channel)).toList();
    return Day.of(
        "2026-11-23",
        channel,
        figure ->
            fates.stream()
                .filter(
                    it ->
                        switch (figure) {
                          case MESSAGES -> true;
                          case LEFT -> left(it);
                          case WITHIN -> inTime(it);
                          case PROMPT -> it.prompt();
                          case PROMPT_WITHIN -> it.prompt() && inTime(it);
                          case DELIVERED -> it.end().equals("delivered");
                          case UNDELIVERED ->
                              it.end().equals("returned") || it.end().equals("undelivered");
                        })
                .count());
  }

  private static boolean left(Fate fate) {
    return !fate.end().equals("unsent");
  }

  private static boolean inTime(Fate fate) {
    return left(fate) && fate.seconds() < 10;
  }

  private static List<Change> changes(String id, Fate fate) {
    LifeForTests life =
        LifeForTests.of(
            id, fate.channel(), fate.prompt() ? "payment-confirmed" : "supplement-asked");
    if (!left(fate)) {
      return life.then("attempts", 2).then("status", "failed").changes();
    }
    life.sent(fate.seconds());
    return switch (fate.end()) {
      case "delivered" -> life.then("status", "delivered").then("complaint", "abuse").changes();
      case "returned" -> life.then("status", "delivered").then("status", "failed").changes();
      case "undelivered" -> life.then("status", "failed").changes();
      default -> life.changes();
    };
  }

  @Provide
  Arbitrary<List<Fate>> fates() {
    return Combinators.combine(
            Arbitraries.of("sms", "email"),
            Arbitraries.of(true, false),
            Arbitraries.integers().between(0, 20),
            Arbitraries.of("unsent", "sent", "delivered", "returned", "undelivered"))
        .as(Fate::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(30);
  }
}
