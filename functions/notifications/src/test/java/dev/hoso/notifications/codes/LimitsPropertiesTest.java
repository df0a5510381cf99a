package dev.hoso.notifications.codes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hoso.core.DynamoForTests;
import dev.hoso.core.dynamo.Item;
import dev.hoso.core.dynamo.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** The limits over simulated time: whenever somebody asks, and whenever somebody looks. */
class LimitsPropertiesTest {
  private static final Instant START = Instant.parse("2026-11-23T07:30:05.123Z");

  @Property
  void noTimeOfALimitsLengthHasMoreThanItAllows(@ForAll("gaps") List<Duration> gaps) {
    for (List<Limit> limits : all()) {
      List<Instant> allowed = allowed(limits, gaps);
      for (Limit limit : limits) {
        for (Instant first : allowed) {
          assertThat(allowed)
              .filteredOn(it -> !it.isBefore(first) && it.isBefore(first.plus(limit.within())))
              .hasSizeLessThanOrEqualTo(limit.most());
        }
      }
    }
  }

  @Property
  void nobodyIsRefusedWhileALimitLeavesRoom(@ForAll("gaps") List<Duration> gaps) {
    for (List<Limit> limits : all()) {
      List<Instant> allowed = new ArrayList<>();
      for (Instant now : moments(gaps)) {
        boolean room =
            limits.stream()
                .allMatch(
                    limit ->
                        allowed.stream().filter(it -> it.isAfter(now.minus(limit.within()))).count()
                            < limit.most());
        assertThat(CodeRules.allow(limits, allowed, now)).isEqualTo(room);
        if (room) {
          allowed.add(now);
        }
      }
    }
  }

  /** What a table forgets changes nothing. */
  @Property(tries = 20)
  void theTableCountsAsTheRuleDoes(@ForAll("gaps") List<Duration> gaps) {
    Counters counters = new Counters(Shared.TABLE);
    List<Limit> limits = CodeRules.ASKED_FOR_DOSSIER;
    String name = "asked for " + UUID.randomUUID();

    List<Instant> counted =
        moments(gaps).stream().filter(now -> counters.count(name, limits, now)).toList();

    assertThat(counted).isEqualTo(allowed(limits, gaps));
    Item counter = Shared.TABLE.get(Map.of("id", name));
    assertThat(Times.of(counter).all()).hasSizeLessThanOrEqualTo(10);
    assertThat(counter.number("expires"))
        .isGreaterThanOrEqualTo(counted.getLast().plus(Duration.ofDays(1)).getEpochSecond());
  }

  @Property
  void timesAreReadAsTheyWereWritten(@ForAll("gaps") List<Duration> gaps) {
    Times times = new Times(moments(gaps));

    assertThat(Times.of(Item.of(Map.of("times", times.text())))).isEqualTo(times);
    Instant last = times.all().getLast();
    assertThat(times.without(last).all()).hasSize(gaps.size() - 1);
    assertThat(times.without(START.minusSeconds(1))).isEqualTo(times);
  }

  @Provide
  Arbitrary<List<Duration>> gaps() {
    Arbitrary<Long> millis =
        Arbitraries.frequencyOf(
            Tuple.of(4, Arbitraries.longs().between(0, 60_000)),
            Tuple.of(3, Arbitraries.longs().between(0, 1_200_000)),
            Tuple.of(1, Arbitraries.longs().between(0, 50_000_000)),
            Tuple.of(1, Arbitraries.of(899_999L, 900_000L, 3_600_000L, 86_400_000L)));
    return millis.map(Duration::ofMillis).list().ofMinSize(1).ofMaxSize(40);
  }

  private static List<List<Limit>> all() {
    return List.of(
        CodeRules.ASKED_FOR_DOSSIER,
        CodeRules.SENT_TO_CONTACT,
        CodeRules.ASKED_FROM_ADDRESS,
        CodeRules.WRONG_FROM_ADDRESS);
  }

  private static List<Instant> allowed(List<Limit> limits, List<Duration> gaps) {
    Times times = new Times(List.of());
    List<Instant> allowed = new ArrayList<>();
    for (Instant now : moments(gaps)) {
      if (CodeRules.allow(limits, times.all(), now)) {
        times = times.with(now, limits);
        allowed.add(now);
      }
    }
    return allowed;
  }

  private static List<Instant> moments(List<Duration> gaps) {
    List<Instant> moments = new ArrayList<>();
    Instant now = START;
    for (Duration gap : gaps) {
      now = now.plus(gap);
      moments.add(now);
    }
    return moments;
  }

  /** Made once, where it is needed. */
  private static final class Shared {
    static final Table TABLE = DynamoForTests.table("Codes");
  }
}
