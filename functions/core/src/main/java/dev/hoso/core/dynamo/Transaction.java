package dev.hoso.core.dynamo;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Conditional writes of several items, all or none. They cost twice as much as writes alone: for
 * what must not be seen by halves.
 */
public final class Transaction {
  /** DynamoDB's own limit. */
  public static final int LARGEST = 100;

  private static final String CONDITION = "ConditionalCheckFailed";

  /** Two transactions that meet at an item are both cancelled at worst, and gone in a moment. */
  private static final int TRIES = 8;

  private final DynamoDbClient dynamo;
  private final List<TransactWriteItem> writes = new ArrayList<>();

  public Transaction(DynamoDbClient dynamo) {
    this.dynamo = dynamo;
  }

  /** Also writes this; an update that sets nothing only asks whether its conditions hold. */
  public Transaction with(Table table, Update update) {
    writes.add(update.transacted(table.name()));
    return this;
  }

  /**
   * Writes.
   *
   * @return empty where all was written; else, and then nothing was, the numbers from 0 of those
   *     whose conditions did not hold
   * @throws TransactionCanceledException where others were in the way every time
   */
  public Set<Integer> write() {
    for (int n = 1; ; n++) {
      try {
        dynamo.transactWriteItems(write -> write.transactItems(writes));
        return Set.of();
      } catch (TransactionCanceledException e) {
        Set<Integer> refused = refused(e.cancellationReasons());
        if (!refused.isEmpty()) {
          return refused;
        }
        if (n == TRIES) {
          throw e;
        }
      }
    }
  }

  private static Set<Integer> refused(List<CancellationReason> reasons) {
    return IntStream.range(0, reasons.size())
        .filter(n -> Objects.equals(reasons.get(n).code(), CONDITION))
        .boxed()
        .collect(Collectors.toSet());
  }
}
