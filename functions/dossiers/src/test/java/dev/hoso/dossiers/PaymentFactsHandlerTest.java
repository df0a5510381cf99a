package dev.hoso.dossiers;

import static dev.hoso.dossiers.Given.NOW;
import static dev.hoso.dossiers.Given.payment;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hoso.core.DossierStatus;
import dev.hoso.core.DynamoForTests;
import dev.hoso.dossiers.Command.Register;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The stream's events as Lambda hands them over, on DynamoDB Local. */
class PaymentFactsHandlerTest {
  /** ParallelizationFactor in template.yaml: so many read the stream at once. */
  private static final int READERS = 10;

  private Dossiers dossiers;
  private PaymentFactsHandler handler;

  @BeforeEach
  void aDossierThatWaitsForItsFee() {
    dossiers = new Dossiers(DynamoForTests.table("Dossiers"));
    handler = new PaymentFactsHandler(new Intake(dossiers, Given.RULES, () -> NOW));
    Register register = new Register(Given.CODE, Given.filing(NOW), DossierStatus.FEE_DUE, null);
    dossiers.create(Given.CODE, now -> Given.RULES.decide(now, register, NOW));
  }

  @Test
  void aPaidPaymentStandsInItsDossierWhichGoesOn() {
    assertThat(took(payment("A", 2, "paid"))).isTrue();
    assertThat(dossier().status()).isEqualTo(DossierStatus.PROCESSING);
    assertThat(dossier().version()).isEqualTo(2);
    Payment payment = dossier().payments().get("vnpay/A");
    assertThat(payment.facts().text("gatewayTransactionId")).isEqualTo("TA");
    assertThat(payment.facts().flag("late")).isFalse();
    assertThat(payment.refundDue()).isFalse();
  }

  @Test
  void aRepeatedChangeWritesNothing() {
    took(payment("A", 2, "paid"));
    Dossier before = dossier();
    assertThat(took(payment("A", 2, "paid"))).isTrue();
    assertThat(dossier()).isEqualTo(before);
  }

  @Test
  void aChangeThatRaisesNoVersionIsNoNewsAndReadsNothing() {
    Map<String, Object> settled = payment("S", 2, "paid");
    settled.put("dossier", "H26.15-260310-9999");
    assertThat(answer(StreamEvents.changed("id", settled, settled)))
        .isEqualTo("{\"batchItemFailures\":[]}");
  }

  @Test
  void anOlderChangeThatComesAfterANewerOneWritesNothing() {
    took(payment("A", 3, "paid"));
    assertThat(took(payment("A", 1, "pending"))).isTrue();
    assertThat(dossier().payments().get("vnpay/A").status()).isEqualTo("paid");
  }

  @Test
  void theSecondMoneyForOneFeeIsFlagged() {
    took(payment("A", 2, "paid"));
    took(payment("B", 2, "paid"));
    assertThat(dossier().payments().get("vnpay/A").refundDue()).isFalse();
    assertThat(dossier().payments().get("vnpay/B").refundDue()).isTrue();
  }

  @Test
  void aPaymentOfAnUnknownDossierFailsAndHoldsBackNoOther() {
    Map<String, Object> lost = payment("L", 1, "paid");
    lost.put("dossier", "H26.15-260310-9999");
    assertThat(answer(StreamEvents.of("id", List.of(lost, payment("A", 2, "paid")))))
        .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"1\"}]}");
    assertThat(dossier().payments()).containsOnlyKeys("vnpay/A");
  }

  @Test
  void aPaymentThatIsRemovedIsNoFact() {
    String removed =
        """
        {"Records":[{"eventName":"REMOVE","dynamodb":{"SequenceNumber":"1",
          "Keys":{"id":{"S":"vnpay/A"}},"OldImage":{"id":{"S":"vnpay/A"}}}}]}""";
    assertThat(answer(removed)).isEqualTo("{\"batchItemFailures\":[]}");
    assertThat(dossier().version()).isEqualTo(1);
  }

  @Test
  void ofAHundredPaymentsAtOnceNoneIsLost() throws Exception {
    List<Callable<Boolean>> all =
        IntStream.range(0, 100)
            .<Callable<Boolean>>mapToObj(n -> () -> took(payment("P" + n, 1, "paid")))
            .toList();
    assertThat(together(all, Executors.newFixedThreadPool(READERS))).containsOnly(true);
    Dossier dossier = dossier();
    assertThat(dossier.payments()).hasSize(100);
    assertThat(dossier.version()).isEqualTo(101);
    assertThat(dossier.payments().values()).filteredOn(it -> !it.refundDue()).hasSize(1);
  }

  @Test
  void aHundredDeliveriesOfOneChangeAreOneChange() throws Exception {
    Callable<Boolean> delivery = () -> took(payment("A", 2, "paid"));
    assertThat(together(Collections.nCopies(100, delivery), Executors.newFixedThreadPool(100)))
        .containsOnly(true);
    assertThat(dossier().version()).isEqualTo(2);
  }

  private static List<Boolean> together(List<Callable<Boolean>> all, ExecutorService pool)
      throws Exception {
    try (ExecutorService threads = pool) {
      List<Boolean> done = new ArrayList<>();
      for (Future<Boolean> future : threads.invokeAll(all)) {
        done.add(future.get());
      }
      return done;
    }
  }

  private Dossier dossier() {
    return dossiers.find(Given.CODE).orElseThrow();
  }

  private boolean took(Map<String, Object> payment) {
    return StreamEvents.taken(answer(StreamEvents.of("id", List.of(payment))));
  }

  private String answer(String event) {
    return StreamEvents.answer(handler, event);
  }
}
