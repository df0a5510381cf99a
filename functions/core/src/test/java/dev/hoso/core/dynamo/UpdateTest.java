package dev.hoso.core.dynamo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hoso.core.DynamoForTests;
import dev.hoso.core.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UpdateTest {
  private final Table table = DynamoForTests.table("Payments");

  @Test
  void aWriteGivesTheItemAsItIsAfterwards() {
    Outcome outcome = table.write(update("a").set("amount", 50_000L).add("version", 1));

    assertThat(outcome.written()).isTrue();
    assertThat(outcome.item().number("amount")).isEqualTo(50_000);
    assertThat(outcome.item().number("version")).isEqualTo(1);
  }

  @Test
  void aFailedConditionGivesTheItemAsItIs() {
    table.write(update("b").set("status", "paid"));

    Outcome outcome =
        table.write(
            update("b").set("status", "failed").ifOneOf("status", List.of("pending", "expired")));

    assertThat(outcome).isEqualTo(new Outcome.Kept(table.get(Map.of("id", "b"))));
    assertThat(outcome.item().text("status")).isEqualTo("paid");
  }

  @Test
  void aFailedConditionOnAnItemThatIsNotThereGivesNone() {
    Outcome outcome = table.write(update("c").set("status", "paid").ifEquals("status", "pending"));

    assertThat(outcome.written()).isFalse();
    assertThat(outcome.item().isEmpty()).isTrue();
    assertThat(table.get(Map.of("id", "c")).isEmpty()).isTrue();
  }

  @Test
  void aListGrowsAtItsEndAndIsTakenFromByNumber() {
    table.write(update("list").appendAll("steps", List.of(Map.of("n", 1), Map.of("n", 2))));
    table.write(update("list").append("steps", Map.of("n", 3)));

    table.write(update("list").removeFrom("steps", 0).removeFrom("steps", 1));

    assertThat(table.get(Map.of("id", "list")).list("steps"))
        .extracting(it -> it.number("n"))
        .containsExactly(3L);
  }

  @Test
  void whatMayBeAbsentOrOverIsEither() {
    assertThat(written(update("lease").ifAbsentOrAtMost("due", "2"))).isTrue();
    table.write(update("lease").set("due", "2"));
    assertThat(written(update("lease").ifAbsentOrAtMost("due", "2"))).isTrue();
    assertThat(written(update("lease").ifAbsentOrAtMost("due", "1"))).isFalse();
  }

  @Test
  void whatMustBeThereMustBeThereAndWhatMayBeAbsentMay() {
    table.write(update("q").set("transaction", "T1").set("refundedAmount", 20_000));

    assertThat(written(update("q").ifPresent("transaction"))).isTrue();
    assertThat(written(update("q").ifPresent("paidAt"))).isFalse();
    assertThat(written(update("q").ifAbsentOrEquals("transaction", "T1"))).isTrue();
    assertThat(written(update("q").ifAbsentOrEquals("transaction", "T2"))).isFalse();
    assertThat(written(update("q").ifAbsentOrEquals("other", "T2"))).isTrue();
    assertThat(written(update("q").ifAtLeast("refundedAmount", 20_000))).isTrue();
    assertThat(written(update("q").ifAtLeast("refundedAmount", 20_001))).isFalse();
    assertThat(written(update("q").ifAtLeast("amount", 0))).isFalse();
  }

  @Test
  void anotherValueIsWantedUnlessASecondAttributeIsExactlyThis() {
    table.write(update("r").set("run", "A").set("line", 2));

    assertThat(written(update("r").ifNotUnless("run", "B", "line", 3))).isTrue();
    assertThat(written(update("r").ifNotUnless("run", "A", "line", 2))).isTrue();
    assertThat(written(update("r").ifNotUnless("run", "A", "line", 3))).isFalse();
    assertThat(written(update("s").ifNotUnless("run", "A", "line", 3))).isTrue();
  }

  private boolean written(Update update) {
    return table.write(update.set("seen", true)).written();
  }

  @Test
  void anAttributeCanBeWhatAnotherOneIs() {
    table.write(update("o").set("refund", "refunded"));

    assertThat(table.write(update("o").setOr("status", "refund", "paid")).item().text("status"))
        .isEqualTo("refunded");
    assertThat(table.write(update("p").setOr("status", "refund", "paid")).item().text("status"))
        .isEqualTo("paid");
  }

  @Test
  void aTimeCanBeABound() {
    Instant end = Instant.parse("2026-11-24T06:30:00Z");
    table.write(update("q").set("expiresAt", end));

    assertThat(table.write(update("q").add("n", 1).ifAtMost("expiresAt", end)).written()).isTrue();
    assertThat(
            table
                .write(update("q").add("n", 1).ifAtMost("expiresAt", end.minusSeconds(1)))
                .written())
        .isFalse();
    assertThat(table.write(update("none").add("n", 1).ifAtMost("expiresAt", end)).written())
        .isFalse();
  }

  @Test
  void ofAHundredRacingWritesOneWins() throws Exception {
    table.write(update("d").set("status", "pending"));
    CountDownLatch start = new CountDownLatch(1);
    try (ExecutorService racers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Boolean>> outcomes =
          IntStream.range(0, 100)
              .mapToObj(
                  n ->
                      racers.submit(
                          () -> {
                            start.await();
                            return table
                                .write(
                                    update("d").set("status", "paid").ifEquals("status", "pending"))
                                .written();
                          }))
              .toList();
      start.countDown();
      int winners = 0;
      for (Future<Boolean> outcome : outcomes) {
        winners += outcome.get() ? 1 : 0;
      }
      assertThat(winners).isEqualTo(1);
    }
  }

  @Test
  void anotherValueThanTheNamedOneMayBeThereOrNone() {
    table.write(update("f").set("status", "pending"));

    assertThat(table.write(update("f").set("code", "07").ifNot("code", "07")).written()).isTrue();
    assertThat(table.write(update("f").set("code", "07").ifNot("code", "07")).written()).isFalse();
    assertThat(table.write(update("f").set("code", "01").ifNot("code", "01")).written()).isTrue();
  }

  @Test
  void aListGrowsAtItsEnd() {
    table.write(update("l").append("handOuts", Map.of("channel", "sms")));
    Outcome outcome = table.write(update("l").append("handOuts", Map.of("channel", "email")));

    assertThat(outcome.item().list("handOuts"))
        .extracting(it -> it.text("channel"))
        .containsExactly("sms", "email");
  }

  @Test
  void aWriteWithALimitIsAWrite() {
    assertThat(table.write(update("g").set("a", 1).within(Duration.ofSeconds(20))).written())
        .isTrue();
  }

  @Test
  void theNewestOfAnIndexComeFirst() {
    Table anomalies = DynamoForTests.table("Anomalies");
    for (String time : List.of("T1", "T3", "T2")) {
      anomalies.write(update("at" + time).set("day", "2026-11-23").set("lastSeenAt", time));
    }

    assertThat(anomalies.newest("byDay", "day", "2026-11-23", 2))
        .extracting(item -> item.text("lastSeenAt"))
        .containsExactly("T3", "T2");
  }

  @Test
  void aPathLeadsIntoMapsByNamesWithAnyCharacters() {
    table.write(update("e").set("payments", Map.of()));

    Outcome newer = report("e", 2);
    Outcome older = report("e", 1);

    assertThat(newer.written()).isTrue();
    assertThat(older.written()).isFalse();
    assertThat(older.item().map("payments").map("vnpay/TT.1").number("version")).isEqualTo(2);
  }

  @Test
  void whatIsOwedIsFoundWhenItIsDueAndNotBefore() {
    Instant now = Instant.parse("2026-11-23T07:30:00Z");
    table.write(
        update("late").set("owed", "payment").set("due", Time.sortable(now.minusSeconds(60))));
    table.write(
        update("soon").set("owed", "payment").set("due", Time.sortable(now.plusSeconds(60))));

    assertThat(table.due("payment", now, 10))
        .extracting(item -> item.text("id"))
        .containsExactly("late");
  }

  private Outcome report(String id, long version) {
    return table.write(
        update(id)
            .setAt(Map.of("version", version), "payments", "vnpay/TT.1")
            .ifAbsentOrBelow(version, "payments", "vnpay/TT.1", "version"));
  }

  private static Update update(String id) {
    return Update.of(Map.of("id", id));
  }
}
