package dev.hoso.payments;

import static dev.hoso.payments.SettlementRoom.counts;
import static dev.hoso.payments.SettlementRoom.line;
import static dev.hoso.payments.SettlementRoom.only;
import static dev.hoso.payments.SettlementRoom.settles;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hoso.core.dynamo.Item;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Lines of money that went back. */
class RefundReconciliationTest {
  private final SettlementRoom room = new SettlementRoom();

  @Test
  void aRefundThatWeKnowAgrees() {
    room.paid("TT1");
    refunded("TT1", 20_000);
    Item before = room.door.item("standard", "TT1");

    assertThat(counts(room.reconcile(settles("TT1"), refund("TT1", 20_000, "R1"))))
        .isEqualTo(Map.of("matched", 1L, "refundMatched", 1L));

    Item after = room.door.item("standard", "TT1");
    assertThat(after.number("settledRefundedAmount")).isEqualTo(20_000);
    assertThat(after.number("version")).isEqualTo(before.number("version"));
  }

  @Test
  void aRefundThatWeDidNotKnowOfIsRecorded() {
    room.paid("TT1");

    var report = room.reconcile(settles("TT1"), refund("TT1", 20_000, "R1"));

    assertThat(counts(report)).isEqualTo(Map.of("matched", 1L, "refundRecovered", 1L));
    assertThat(only(report).kind()).isEqualTo("refund");
    assertThat(room.payment("TT1").status()).isEqualTo(PaymentStatus.PARTIALLY_REFUNDED);
    assertThat(room.payment("TT1").refundedAmount()).isEqualTo(20_000);
  }

  @Test
  void partsAddUpToTheWhole() {
    room.paid("TT1");
    refunded("TT1", 20_000);

    var report =
        room.reconcile(settles("TT1"), refund("TT1", 20_000, "R1"), refund("TT1", 30_000, "R2"));

    assertThat(counts(report))
        .isEqualTo(Map.of("matched", 1L, "refundMatched", 1L, "refundRecovered", 1L));
    assertThat(room.payment("TT1").status()).isEqualTo(PaymentStatus.REFUNDED);
    assertThat(room.payment("TT1").refundedAmount()).isEqualTo(50_000);
  }

  @Test
  void theSameFileAgainSaysTheSameAndRefundsNothingMore() {
    room.paid("TT1");
    String[] lines = {
      settles("TT1"),
      refund("TT1", 20_000, "R1"),
      refund("TT1", 10_000, "R2"),
      refund("TT1", 20_000, "R1")
    };
    Map<String, Long> first = counts(room.reconcile(lines));

    assertThat(counts(room.reconcile(lines))).isEqualTo(first);
    assertThat(counts(room.reconcileAs("2026-11-23-again", lines))).isEqualTo(first);

    assertThat(first).isEqualTo(Map.of("matched", 1L, "refundRecovered", 2L, "doubled", 1L));
    assertThat(room.payment("TT1").refundedAmount()).isEqualTo(30_000);
  }

  @Test
  void aRefundMayStandBeforeItsPayment() {
    room.asked("TT1");

    var report = room.reconcile(refund("TT1", 20_000, "R1"), settles("TT1"));

    assertThat(counts(report)).isEqualTo(Map.of("refundRecovered", 1L, "recovered", 1L));
    assertThat(room.payment("TT1").status()).isEqualTo(PaymentStatus.PARTIALLY_REFUNDED);
    assertThat(room.payment("TT1").paidAt()).isNotNull();
  }

  @Test
  void moreThanCameCannotGoBack() {
    room.paid("TT1");

    var report =
        room.reconcile(settles("TT1"), refund("TT1", 40_000, "R1"), refund("TT1", 20_000, "R2"));

    assertThat(counts(report))
        .isEqualTo(Map.of("matched", 1L, "refundRecovered", 1L, "amountDiffers", 1L));
    assertThat(room.payment("TT1").refundedAmount()).isEqualTo(40_000);
    assertThat(room.door.anomaliesToday())
        .extracting(it -> it.text("kind"))
        .containsExactly("amountMismatch");
  }

  @Test
  void aRefundOfNobodyKnowsWhatIsMissingHere() {
    assertThat(counts(room.reconcile(refund("NOBODY", 20_000, "R1"))))
        .isEqualTo(Map.of("missingHere", 1L));
  }

  private void refunded(String reference, long amount) {
    room.say(new Confirmation.Refunded(room.said(reference, "T" + reference), amount));
  }

  private static String refund(String reference, long amount, String transaction) {
    return line(reference, amount, transaction, "refund");
  }
}
