package dev.hoso.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hoso.core.DynamoForTests;
import dev.hoso.core.dynamo.Item;
import dev.hoso.core.dynamo.Table;
import dev.hoso.core.lambda.Change;
import dev.hoso.core.lambda.StreamEvents;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Counting into a real table, by the handlers that Lambda calls. */
class CountersTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 11, 1);
  private static final Period ALL = new Period(FIRST, LocalDate.of(2026, 12, 31));
  private static final LocalDate DAY = LocalDate.of(2026, 11, 9);

  private final Table table = DynamoForTests.table("Indicators");
  private final DossiersHandler handler = new DossiersHandler(table, Given.COUNTING);
  private final Indicators indicators = new Indicators(table);

  @Property(tries = 3)
  void aStreamInBatchesWithRepetitionsIsThePlainCount(@ForAll long seed) throws Exception {
    Table fresh = DynamoForTests.table("Indicators");
    Random random = new Random(seed);
    Stream stream = Stream.of(12, random);

    race(fresh, stream.batches(random, 4));

    assertPlain(fresh, stream.last());
  }

  @Test
  void handlersThatRunAtTheSameTimeCountEveryDossierOnce() throws Exception {
    Random random = new Random(766);
    Stream stream = Stream.of(40, random);
    List<List<Item>> batches = new ArrayList<>(stream.batches(random, 5));
    batches.addAll(stream.batches(random, 5));

    race(table, batches);

    assertPlain(table, stream.last());
  }

  @Test
  void aTransferTakesTheOpenDossierAndItsCountsAlong() {
    Given dossier = Given.dossier("H26.15-261109-0001");
    count(dossier.item());
    assertThat(indicators.openByUnit(DAY)).containsOnlyKeys("00004");
    count(dossier.with("unit", "HN-STP").next().item());

    assertThat(indicators.openByUnit(DAY)).isEqualTo(Map.of("HN-STP", new Open(1, 0, 0, 0, 0)));
    assertThat(indicators.units(ALL)).containsOnlyKeys("HN-STP");
    assertThat(indicators.city(ALL).get(DAY).of(Measure.RECEIVED)).isEqualTo(1);
  }

  @Test
  void timeMakesDossiersOverdueWithoutAWrite() {
    count(Given.dossier("H26.15-261109-0001").item());
    count(
        Given.dossier("H26.15-261109-0002").with("dueAt", Given.at("2026-12-31T23:59:59")).item());

    assertThat(indicators.openOf("00004", LocalDate.of(2026, 11, 18)).get(Given.WITH_FEE))
        .isEqualTo(new Open(2, 0, 0, 0, 0));
    assertThat(indicators.openByUnit(LocalDate.of(2026, 11, 19)).get("00004"))
        .isEqualTo(new Open(1, 1, 0, 0, 0));
    assertThat(indicators.openByProcedure(LocalDate.of(2027, 1, 1)).get(Given.WITH_FEE))
        .isEqualTo(new Open(0, 2, 0, 0, 0));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-19, WEEK", "2026-11-25, WEEK", "2026-11-26, MONTH", "2026-12-18, MONTH",
    "2026-12-19, QUARTER", "2027-02-16, QUARTER", "2027-02-17, LONGER", "2028-01-01, LONGER"
  })
  void forHowLongSomethingIsOverdueIsKnownToTheDayForThreeMonths(LocalDate day, Age age) {
    count(Given.dossier("H26.15-261109-0001").item());

    assertThat(indicators.agedByUnit(day)).isEqualTo(Map.of("00004", Aged.overdue(1, age)));
  }

  @Test
  void anOlderVersionThatComesAfterANewerOneIsIgnored() {
    Given dossier = Given.dossier("H26.15-261109-0001");
    Item old = dossier.item();
    count(dossier.decided(9, "2026-11-18T10:00:00").next().item());
    count(old, old);

    assertThat(indicators.openByUnit(DAY)).isEmpty();
    assertThat(indicators.unit("00004", Given.WITH_FEE, ALL).values().stream().reduce(Counts::plus))
        .hasValueSatisfying(
            sum ->
                assertThat(sum.all()).containsEntry("decided", 1L).containsEntry("received", 1L));
  }

  @Test
  void whatCannotBeCountedHoldsBackNoOther() {
    Item broken = Given.dossier("H26.15-261109-0001").without("createdAt").item();

    assertThat(count(broken, Given.dossier("H26.15-261109-0002").item()))
        .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"1\"}]}");
    assertThat(indicators.city(ALL).get(DAY).of(Measure.RECEIVED)).isEqualTo(1);
  }

  @Test
  void messagesCountForTheirUnitWithWhatTheyCost() {
    MessagesHandler messages = new MessagesHandler(table);
    Map<String, Object> message = new HashMap<>();
    message.put("id", "m1");
    message.put("message", "received#sms");
    message.put("unit", "00004");
    message.put("channel", "sms");
    message.put("status", "sent");
    message.put("factAt", Given.at("2026-11-09T09:00:00"));
    message.put("sentAt", Given.at("2026-11-09T09:00:01"));
    message.put("cost", 100000);
    message.put("version", 1);
    Item sent = Item.of(message);
    message.put("status", "delivered");
    message.put("version", 2);
    call(messages, new Change(Item.EMPTY, sent), new Change(sent, Item.of(message)));
    call(messages, new Change(Item.EMPTY, sent));

    assertThat(indicators.unit("00004", null, ALL).get(DAY).all())
        .isEqualTo(Map.of("sent:sms", 1L, "delivered:sms", 1L, "cost:sms", 100000L));
    assertThat(indicators.proceduresOf("00004", ALL)).isEmpty();
  }

  private String count(Item... items) {
    return call(handler, changes(List.of(items)));
  }

  private static Change[] changes(List<Item> items) {
    return items.stream().map(it -> new Change(Item.EMPTY, it)).toArray(Change[]::new);
  }

  private static String call(CountingHandler handler, Change... changes) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      handler.handleRequest(new ByteArrayInputStream(StreamEvents.event(changes)), out, null);
      return out.toString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Four functions at once, as four shards of the stream have; what failed comes again. */
  private static void race(Table table, List<List<Item>> batches) throws Exception {
    try (var threads = Executors.newFixedThreadPool(4)) {
      List<Future<?>> all = new ArrayList<>();
      for (List<Item> batch : batches) {
        all.add(threads.submit(() -> countAll(table, batch)));
      }
      for (Future<?> one : all) {
        one.get();
      }
    }
  }

  private static void countAll(Table table, List<Item> batch) {
    DossiersHandler handler = new DossiersHandler(table, Given.COUNTING);
    String answer = call(handler, changes(batch));
    while (!answer.equals("{\"batchItemFailures\":[]}")) {
      answer = call(handler, changes(batch));
    }
  }

  private static void assertPlain(Table table, List<Item> dossiers) {
    SortedMap<LocalDate, Counts> city = new TreeMap<>();
    SortedMap<String, Counts> units = new TreeMap<>();
    SortedMap<String, Counts> procedures = new TreeMap<>();
    SortedMap<String, Long> open = new TreeMap<>();
    for (Item dossier : dossiers) {
      Contribution one = Given.COUNTING.of(dossier);
      one.counts()
          .forEach(
              (day, counts) -> {
                city.merge(day, counts, Counts::plus);
                units.merge(dossier.text("unit"), counts, Counts::plus);
                procedures.merge(dossier.text("procedure"), counts, Counts::plus);
              });
      open.merge(dossier.text("unit"), one.open() == null ? 0L : 1L, Long::sum);
    }
    open.values().removeIf(count -> count == 0);
    Indicators indicators = new Indicators(table);
    assertThat(indicators.city(ALL)).isEqualTo(city);
    assertThat(indicators.units(ALL)).isEqualTo(units);
    assertThat(indicators.procedures(ALL)).isEqualTo(procedures);
    SortedMap<String, Long> openFound = new TreeMap<>();
    indicators.openByUnit(DAY).forEach((unit, of) -> openFound.put(unit, of.all()));
    assertThat(openFound).isEqualTo(open);
  }

  /** What the stream of many dossiers brings. */
  private record Stream(List<List<Item>> histories) {
    static Stream of(int dossiers, Random random) {
      List<List<Item>> histories = new ArrayList<>();
      for (int n = 0; n < dossiers; n++) {
        histories.add(Histories.of("H26.15-261109-" + (1000 + n), random));
      }
      return new Stream(histories);
    }

    List<Item> last() {
      return histories.stream().map(List::getLast).toList();
    }

    List<List<Item>> batches(Random random, int number) {
      List<Item> all = new ArrayList<>(histories.stream().flatMap(List::stream).toList());
      Collections.shuffle(all, random);
      int size = all.size() / number + 1;
      List<List<Item>> batches = new ArrayList<>();
      for (int from = 0; from < all.size(); from += size) {
        batches.add(all.subList(from, Math.min(from + size, all.size())));
      }
      return batches;
    }
  }
}
