package dev.hoso.core.dynamo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hoso.core.DynamoForTests;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TableTest {
  private final Table table = DynamoForTests.table("Payments");

  @Test
  void whatIsBeforeABoundComesInItsOrderHoweverMuchItIs() {
    for (int n = 299; n >= 0; n--) {
      table.write(
          Update.of(Map.of("id", "p" + n))
              .set("unsettled", "vnpay/0")
              .set("paidAt", "2026-11-23T%05d".formatted(n))
              .set("text", "x".repeat(8_000)));
    }
    table.write(
        Update.of(Map.of("id", "other")).set("unsettled", "vnpay/1").set("paidAt", "2026-11-22"));

    List<String> found = new ArrayList<>();
    table
        .before("unsettled", "unsettled", "vnpay/0", "paidAt", "2026-11-23T00250")
        .forEachRemaining(item -> found.add(item.text("id")));

    assertThat(found).isEqualTo(IntStream.range(0, 250).mapToObj(n -> "p" + n).toList());
  }

  @Test
  void whatLiesBetweenTwoSortKeysIsFoundWithBoth() {
    Table messages = DynamoForTests.table("Messages");
    for (String name : List.of("a", "b 1", "c", "d")) {
      messages.write(Update.of(Map.of("dossier", "D", "message", name)).set("text", name));
    }

    assertThat(messages.between("dossier", "D", "message", "b", "c"))
        .extracting(item -> item.text("text"))
        .containsExactly("b 1", "c");
  }

  @Test
  void aScanBringsEverything() {
    Table all = DynamoForTests.table("Payments");
    for (int n = 0; n < 8; n++) {
      all.write(Update.of(Map.of("id", "p" + n)).set("text", "x".repeat(300_000)));
    }

    List<String> found = new ArrayList<>();
    all.scan().forEachRemaining(item -> found.add(item.text("id")));

    assertThat(found).hasSize(8).doesNotHaveDuplicates();
  }

  @Test
  void manyItemsAreReadAtOnceAlsoMoreThanOneAnswerHolds() {
    List<Map<String, String>> keys =
        IntStream.range(0, 100).mapToObj(n -> Map.of("id", "large" + n)).toList();
    keys.subList(0, 60)
        .forEach(key -> table.write(Update.of(key).set("text", "x".repeat(300_000))));

    List<Item> found = table.all(keys);

    assertThat(found)
        .extracting(item -> item.text("id"))
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, 60).mapToObj(n -> "large" + n).toList());
  }

  @Test
  void allOfAKeyIsBroughtAndCountedAndWhatIsNotReadyLeftOut() {
    Table dossiers = DynamoForTests.table("Dossiers");
    for (int n = 1; n <= 3; n++) {
      Update update =
          Update.of(Map.of("code", "d" + n)).set("portal", "first/0").set("portalSince", "" + n);
      dossiers.write(n == 1 ? update : update.set("portalDue", "" + n));
    }

    assertThat(codes(dossiers.ready("portal", "portal", "first/0", "portalDue", "2")))
        .containsExactly("d1", "d2");
    assertThat(codes(dossiers.all("portal", "portal", "first/0")))
        .containsExactly("d1", "d2", "d3");
    assertThat(dossiers.count("portal", "portal", "first/0")).isEqualTo(3);
  }

  private static List<String> codes(Iterator<Item> items) {
    List<String> codes = new ArrayList<>();
    items.forEachRemaining(item -> codes.add(item.text("code")));
    return codes;
  }
}
