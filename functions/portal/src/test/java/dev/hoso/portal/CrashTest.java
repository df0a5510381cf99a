package dev.hoso.portal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hoso.core.DossierStatus;
import dev.hoso.core.DynamoForTests;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** Executions that are cut off, and such that meet. */
class CrashTest {
  private static final String CODE = "H26.15-261123-0042";

  private final PortalRoom room = new PortalRoom();

  @AfterEach
  void close() {
    room.close();
  }

  /** The claim is the first write, the mark the second. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void whatWasCutOffAtAWriteGoesOnAndSendsNothingTwice(int write) {
    room.register(CODE);
    room.change(CODE, DossierStatus.PROCESSING);

    PortalRoom.run(room.another(endingAt(write)));
    room.minutes(7);

    assertThat(room.report().rate()).isEqualTo(100);
    assertThat(room.report().dossiers()).isEqualTo(1);
    assertThat(room.formStatuses(CODE)).containsExactly(4);
    assertThat(room.toldStatuses(CODE)).containsExactly(2, 4);
  }

  @Test
  void aChangeThatComesWhileADossierIsOnItsWayIsSentAfterIt() throws InterruptedException {
    room.register(CODE);
    room.portal.behave("{\"answer\":\"slow\",\"millis\":500,\"path\":\"integration\"}");
    Thread sending = Thread.ofVirtual().start(room::minute);
    while (room.portal.calls() < 2) {
      Thread.onSpinWait();
    }
    room.change(CODE, DossierStatus.PROCESSING);
    sending.join();

    room.minutes(2);

    assertThat(room.formStatuses(CODE)).containsExactly(2, 4);
    assertThat(room.toldStatuses(CODE)).containsExactly(2, 4);
    assertThat(room.report().rate()).isEqualTo(100);
  }

  @Test
  void twoExecutionsAtATimeSendEachDossierOnce() throws InterruptedException {
    List<String> codes = new ArrayList<>();
    for (int n = 0; n < 120; n++) {
      codes.add("H26.15-261123-" + (1000 + n));
    }
    codes.forEach(room::register);

    Thread one =
        Thread.ofVirtual()
            .start(() -> PortalRoom.run(room.another(DynamoForTests.client(it -> {}))));
    PortalRoom.run(room.another(DynamoForTests.client(it -> {})));
    one.join();

    assertThat(room.report().inStep()).isEqualTo(120);
    assertThat(room.report().dossiers()).isEqualTo(120);
    assertThat(codes).allSatisfy(it -> assertThat(room.formStatuses(it)).containsExactly(2));
    assertThat(codes).allSatisfy(it -> assertThat(room.toldStatuses(it)).containsExactly(2));
  }

  /** A client whose writes from this one on do not happen. */
  static DynamoDbClient endingAt(int write) {
    AtomicInteger writes = new AtomicInteger();
    return DynamoForTests.client(
        override ->
            override.addExecutionInterceptor(
                new ExecutionInterceptor() {
                  @Override
                  public void beforeExecution(
                      Context.BeforeExecution context, ExecutionAttributes attributes) {
                    boolean writing =
                        context.request() instanceof UpdateItemRequest
                            || context.request() instanceof TransactWriteItemsRequest;
                    if (writing && writes.incrementAndGet() >= write) {
                      throw new IllegalStateException("cut off");
                    }
                  }
                }));
  }
}
