package dev.hoso.notifications;

import dev.hoso.core.DynamoForTests;
import dev.hoso.core.dynamo.Table;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** A client whose process ends at a certain write, or at which something else happens first. */
final class CutClient implements ExecutionInterceptor {
  private final int last;
  private final boolean written;
  private final Runnable then;
  private int writes;

  private CutClient(int last, boolean written, Runnable then) {
    this.last = last;
    this.written = written;
    this.then = then;
  }

  /** The process ends here. */
  static final class Kill extends Error {}

  /**
   * A table whose writer dies.
   *
   * @param last the number of its last write, from 1
   * @param written whether that one still comes through
   */
  static Table dying(Table table, int last, boolean written) {
    return with(
        table,
        new CutClient(
            last,
            written,
            () -> {
              throw new Kill();
            }));
  }

  /** A table where something happens just before a write of this number. */
  static Table before(Table table, int write, Runnable something) {
    return with(table, new CutClient(write, false, something));
  }

  private static Table with(Table table, CutClient cut) {
    return new Table(
        DynamoForTests.client(override -> override.addExecutionInterceptor(cut)), table.name());
  }

  @Override
  public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
    if (context.request() instanceof UpdateItemRequest && ++writes == last && !written) {
      then.run();
    }
  }

  @Override
  public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
    if (context.request() instanceof UpdateItemRequest && writes == last && written) {
      then.run();
    }
  }
}
