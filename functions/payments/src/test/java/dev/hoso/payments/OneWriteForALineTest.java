package dev.hoso.payments;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hoso.core.DynamoForTests;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/** A line that agrees costs one write and no read. */
class OneWriteForALineTest {
  private final SettlementRoom room = new SettlementRoom();
  private final Queue<String> operations = new ConcurrentLinkedQueue<>();

  @Test
  void theUsualLineIsOneWriteAndNoRead() {
    List<String> references = IntStream.range(0, 50).mapToObj(n -> "TT" + n).toList();
    references.forEach(room::paid);
    String file =
        SettlementRoom.HEADER
            + "\n"
            + String.join("\n", references.stream().map(SettlementRoom::settles).toList());
    room.storage.put("settlements/standard/2026-11-23.csv", file.getBytes());
    SettlementHandler watched =
        room.handler(
            DynamoForTests.client(
                override ->
                    override.addExecutionInterceptor(
                        new ExecutionInterceptor() {
                          @Override
                          public void beforeExecution(
                              Context.BeforeExecution context, ExecutionAttributes attributes) {
                            operations.add(context.request().getClass().getSimpleName());
                          }
                        })));

    room.told(watched, "settlements/standard/2026-11-23.csv");

    assertThat(operations).filteredOn("UpdateItemRequest"::equals).hasSize(50);
    // One look at each share of what is still awaited.
    assertThat(operations).filteredOn("QueryRequest"::equals).hasSize(8);
    assertThat(operations).hasSize(58);
  }
}
