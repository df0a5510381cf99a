package dev.hoso.payments;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hoso.core.DynamoForTests;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/** A confirmation costs one write and no read, whatever becomes of it; DynamoDB counts. */
class OneWriteTest {
  private final Meter meter = new Meter();

  @ParameterizedTest
  @EnumSource
  void aConfirmationIsOneWriteAndNoRead(Sender sender) {
    Door door = metered(sender);
    Sender.Deal deal = sender.deal(1);
    door.asked(sender.code(), deal.reference(), 50_000, deal.currency());
    meter.forget();

    door.answer(sender.paid(deal));

    assertThat(meter.operations).containsExactly("UpdateItem");
    assertThat(meter.consumed.getFirst().table().capacityUnits()).isEqualTo(1.0);
    // It is no longer due, and not settled yet; whom it belongs to and what its receipt is stay.
    assertThat(meter.consumed.getFirst().globalSecondaryIndexes().keySet())
        .containsExactlyInAnyOrder("due", "unsettled");
  }

  @ParameterizedTest
  @EnumSource
  void soIsOneThatWasKnown(Sender sender) {
    Door door = metered(sender);
    Sender.Deal deal = sender.deal(1);
    door.asked(sender.code(), deal.reference(), 50_000, deal.currency());
    door.answer(sender.paid(deal));
    meter.forget();

    door.answer(sender.paid(deal));

    assertThat(meter.operations).containsExactly("UpdateItem");
    assertThat(meter.consumed).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void whatIsNotProvenTouchesNoPayment(Sender sender) {
    Door door = metered(sender);
    Sender.Deal deal = sender.deal(1);
    Door.Call paid = sender.paid(deal);

    door.answer(
        new Door.Call(
            paid.method(),
            paid.gateway(),
            paid.query().replace("50000", "40000"),
            paid.headers(),
            paid.body() == null ? null : paid.body().replace("50000", "40000"),
            false));

    // The one write is the anomaly's.
    assertThat(meter.tables).containsExactly(door.anomalies.name());
  }

  private Door metered(Sender sender) {
    DynamoDbClient client =
        DynamoForTests.client(override -> override.addExecutionInterceptor(meter));
    return new Door(sender.settings(), client);
  }

  /** Asks for every write's cost and notes what was done. */
  private static final class Meter implements ExecutionInterceptor {
    private final List<String> operations = new ArrayList<>();
    private final List<String> tables = new ArrayList<>();
    private final List<ConsumedCapacity> consumed = new ArrayList<>();

    void forget() {
      operations.clear();
      tables.clear();
      consumed.clear();
    }

    @Override
    public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes attributes) {
      operations.add(context.request().getClass().getSimpleName().replace("Request", ""));
      if (context.request() instanceof UpdateItemRequest update) {
        tables.add(update.tableName());
        return update.toBuilder().returnConsumedCapacity(ReturnConsumedCapacity.INDEXES).build();
      }
      return context.request();
    }

    @Override
    public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
      if (context.response() instanceof UpdateItemResponse response) {
        consumed.add(response.consumedCapacity());
      }
    }
  }
}
