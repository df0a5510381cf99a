package dev.hoso.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hoso.core.DynamoForTests;
import dev.hoso.core.dynamo.Item;
import dev.hoso.core.dynamo.Table;
import dev.hoso.core.dynamo.Update;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was counted, compared with what the tables say. */
class RebuildTest {
  private static final Period YEAR =
      new Period(LocalDate.of(2026, 6, 1), LocalDate.of(2027, 5, 31));

  private final Table dossiers = DynamoForTests.table("Dossiers");
  private final Table messages = DynamoForTests.table("Messages");
  private final Table indicators = DynamoForTests.table("Indicators");
  private final List<Item> all = new ArrayList<>();

  @BeforeEach
  void someDossiers() {
    Random random = new Random(8);
    for (int n = 0; n < 15; n++) {
      Item last = Histories.of("H26.15-261109-" + (1000 + n), random).getLast();
      all.add(last);
      dossiers.dynamo().putItem(put -> put.tableName(dossiers.name()).item(last.attributes()));
    }
  }

  private RebuildReport run(boolean repairs) {
    return new Rebuild(dossiers, messages, indicators, Given.COUNTING, repairs).run();
  }

  private Counts city(Table table) {
    return new Indicators(table).city(YEAR).values().stream().reduce(Counts.NONE, Counts::plus);
  }

  private void count() {
    new Counters(indicators).count(all.stream().map(Given.COUNTING::of).toList());
  }

  @Test
  void whatTheStreamCountedIsWhatTheTablesSay() {
    count();

    RebuildReport report = run(false);

    assertThat(report.agrees()).isTrue();
    assertThat(report.dossiers()).isEqualTo(15);
  }

  @Test
  void countersAreBuiltFromNothing() {
    count();
    Counts streamed = city(indicators);
    Table fresh = DynamoForTests.table("Indicators");
    RebuildReport report = new Rebuild(dossiers, messages, fresh, Given.COUNTING, true).run();

    assertThat(report.behind()).isEqualTo(15);
    assertThat(city(fresh)).isEqualTo(streamed);
    assertThat(new Indicators(fresh).units(YEAR)).isEqualTo(new Indicators(indicators).units(YEAR));
  }

  @Test
  void aWrongCounterIsNamedAndMended() {
    count();
    Counts right = city(indicators);
    Map<String, String> item = new Key(Layout.CITY, "2026-11-09").lane(2);
    indicators.write(Update.of(item).add("received", 3).add("invented", 1));

    assertThat(run(false).differences())
        .containsExactlyInAnyOrder(
            new RebuildReport.Difference("city", "2026-11-09", "received", -3),
            new RebuildReport.Difference("city", "2026-11-09", "invented", -1));
    assertThat(run(true).counters()).isEqualTo(2);
    assertThat(run(false).agrees()).isTrue();
    assertThat(city(indicators)).isEqualTo(right);
  }

  @Test
  void whatCountsOtherwiseByTodaysRulesIsNamedAndMended() {
    Contribution one = Given.COUNTING.of(all.getFirst());
    new Counters(indicators)
        .count(List.of(one.counting(new Cell("HN-SDL", null), new TreeMap<>(), null)));
    new Counters(indicators).count(all.stream().skip(1).map(Given.COUNTING::of).toList());

    assertThat(run(false).countedOtherwise()).isEqualTo(1);
    run(true);
    assertThat(run(false).agrees()).isTrue();
  }

  @Test
  void aDossierThatIsNoLongerKeptStaysCounted() {
    count();
    Map<String, String> key = Map.of("code", all.getFirst().text("code"));
    dossiers
        .dynamo()
        .deleteItem(delete -> delete.tableName(dossiers.name()).key(Item.of(key).attributes()));

    assertThat(run(false).agrees()).isTrue();
  }
}
