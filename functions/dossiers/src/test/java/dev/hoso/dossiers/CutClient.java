package dev.hoso.dossiers;

import dev.hoso.core.DynamoForTests;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** A client whose process ends at a certain write: nothing more of it comes through. */
public final class CutClient implements ExecutionInterceptor {
  private final int last;
  private final boolean written;
  private final AtomicInteger writes = new AtomicInteger();

  private CutClient(int last, boolean written) {
    this.last = last;
    this.written = written;
  }

  /** The process ends here. */
  public static final class Kill extends Error {}

  /**
   * A client whose process dies.
   *
   * @param last the number of its last write, from 1
   * @param written whether that one still comes through
   */
  public static DynamoDbClient dying(int last, boolean written) {
    return DynamoForTests.client(
        override -> override.addExecutionInterceptor(new CutClient(last, written)));
  }

  @Override
  public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
    if (context.request() instanceof UpdateItemRequest) {
      int write = writes.incrementAndGet();
      if (write > last || (write == last && !written)) {
        throw new Kill();
      }
    }
  }
}
