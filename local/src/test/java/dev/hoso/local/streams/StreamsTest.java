package dev.hoso.local.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hoso.local.Shared;
import dev.hoso.samples.Seen;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class StreamsTest {
  private final DynamoDbClient tables = Shared.tables();

  /** Tests share a stream; each has items of its own. */
  private final String prefix = UUID.randomUUID().toString();

  private void put(String id, int n, String... more) {
    Map<String, AttributeValue> item = new HashMap<>();
    item.put("id", AttributeValue.fromS(prefix + id));
    item.put("n", AttributeValue.fromN(String.valueOf(n)));
    item.put("kind", AttributeValue.fromS("loud"));
    for (int i = 0; i < more.length; i += 2) {
      item.put(more[i], AttributeValue.fromS(more[i + 1]));
    }
    tables.putItem(request -> request.tableName("Items").item(item));
  }

  private List<String> seen(String queue) {
    return Seen.all(queue).stream()
        .filter(one -> one.startsWith(prefix))
        .map(one -> one.substring(prefix.length()))
        .toList();
  }

  private List<String> taken() {
    return seen("Take");
  }

  @Test
  void anItemsChangesReachTheFunctionInOrder() {
    IntStream.rangeClosed(1, 30).forEach(n -> put("a", n));
    List<String> all = IntStream.rangeClosed(1, 30).mapToObj(n -> "a/" + n).toList();
    await().untilAsserted(() -> assertThat(taken()).isEqualTo(all));
  }

  @Test
  void anItemWithEmptyMapsAndListsReachesTheFunction() {
    tables.putItem(
        request ->
            request
                .tableName("Items")
                .item(
                    Map.of(
                        "id", AttributeValue.fromS(prefix + "empty"),
                        "n", AttributeValue.fromN("1"),
                        "kind", AttributeValue.fromS("loud"),
                        "map", AttributeValue.fromM(Map.of()),
                        "list", AttributeValue.fromL(List.of()))));
    await().untilAsserted(() -> assertThat(taken()).containsExactly("empty/1"));
  }

  @Test
  void whatTheFilterLeavesOutNeverReachesTheFunction() {
    put("b", 1, "kind", "silent");
    put("b", 2);
    tables.deleteItem(
        request ->
            request.tableName("Items").key(Map.of("id", AttributeValue.fromS(prefix + "b"))));
    put("c", 3);
    await().untilAsserted(() -> assertThat(taken()).containsExactly("b/2", "c/3"));
  }

  @Test
  void aReportedFailureIsRepeatedFromThereOnWithoutWhatIsDone() {
    put("d", 1);
    put("e", 2, "fault", "once");
    put("f", 3);
    await().untilAsserted(() -> assertThat(taken()).containsExactly("d/1", "e/2", "f/3"));
  }

  @Test
  void aPoisonedRecordGoesToTheQueueAfterItsRetriesAndHoldsUpNoOther() {
    int before = failures().size();
    put("g", 1);
    put("h", 2, "fault", "report");
    put("i", 3);
    await().untilAsserted(() -> assertThat(taken()).containsExactly("g/1", "i/3"));
    await().untilAsserted(() -> assertThat(failures()).hasSizeGreaterThan(before));
    // MaximumRetryAttempts is 1: it is tried by itself twice, and before with its neighbours.
    assertThat(Collections.frequency(seen("Take.tried"), "h/2")).isGreaterThanOrEqualTo(2);
  }

  @Test
  void aBatchThatThrowsIsSplitUntilOnlyThePoisonedRecordIsLeft() {
    put("j", 1);
    put("k", 2, "fault", "throw");
    put("l", 3);
    await().untilAsserted(() -> assertThat(taken()).contains("j/1", "l/3").doesNotContain("k/2"));
  }

  @Test
  void aMessageInTheQueueNamesTheRecordsAndHoldsNoneOfTheirData() {
    put("secret", 1, "fault", "throw");
    await().untilAsserted(() -> assertThat(seen("Take.tried")).contains("secret/1"));
    put("after", 2);
    await().untilAsserted(() -> assertThat(taken()).contains("after/2"));
    JsonNode last = failures().get(failures().size() - 1);
    assertThat(last.path("queue").asText()).isEqualTo("TakeFailures");
    assertThat(last.path("message").path("requestContext").path("condition").asText())
        .isEqualTo("RetryAttemptsExhausted");
    assertThat(last.path("message").path("DDBStreamBatchInfo").path("batchSize").asInt())
        .isEqualTo(1);
    assertThat(last.toString()).doesNotContain("secret");
  }

  private static JsonNode failures() {
    return Shared.CALLER.json("/local/failures").path("failures");
  }
}
