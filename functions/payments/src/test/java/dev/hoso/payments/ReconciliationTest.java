package dev.hoso.payments;

import static dev.hoso.payments.SettlementRoom.counts;
import static dev.hoso.payments.SettlementRoom.line;
import static dev.hoso.payments.SettlementRoom.only;
import static dev.hoso.payments.SettlementRoom.settles;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hoso.core.dynamo.Item;
import dev.hoso.payments.settlement.Difference;
import dev.hoso.payments.settlement.Finding;
import dev.hoso.payments.settlement.Report;
import dev.hoso.payments.settlement.ReportSummary;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a settlement file and the payments say of each other. */
class ReconciliationTest {
  private final SettlementRoom room = new SettlementRoom();

  @Test
  void aPaidPaymentThatTheGatewaySettlesAgrees() {
    room.paid("TT1");
    Item before = room.door.item("standard", "TT1");

    ReportSummary report = room.reconcile(settles("TT1"));

    assertThat(counts(report)).isEqualTo(Map.of("matched", 1L));
    assertThat(report.report().total(Finding.MATCHED).sums()).isEqualTo(Map.of("VND", 50_000L));
    assertThat(report.report().lines()).isEqualTo(1);
    assertThat(report.report().fees()).isEqualTo(Map.of("VND", 550L));
    assertThat(report.differences()).isEmpty();
    Item after = room.door.item("standard", "TT1");
    assertThat(after.text("settledOn")).isEqualTo("2026-11-23");
    assertThat(after.text("settledTransaction")).isEqualTo("TTT1");
    assertThat(before.has("unsettled")).isTrue();
    assertThat(after.has("unsettled")).isFalse();
    assertThat(after.number("version")).isEqualTo(before.number("version"));
  }

  @Test
  void aPaymentWhoseWebhookNeverCameIsPaidByTheFile() {
    room.asked("TT1");

    ReportSummary report = room.reconcile(settles("TT1"));

    assertThat(counts(report)).isEqualTo(Map.of("recovered", 1L));
    assertThat(room.payment("TT1").status()).isEqualTo(PaymentStatus.PAID);
    assertThat(room.payment("TT1").gatewayTransactionId()).isEqualTo("TTT1");
    assertThat(room.door.item("standard", "TT1").text("confirmedBy")).isEqualTo("settlement");
    assertThat(room.door.item("standard", "TT1").has("unsettled")).isFalse();
    assertThat(only(report).finding()).isEqualTo("recovered");
    assertThat(only(report).reference()).isEqualTo("TT1");
    assertThat(only(report).line()).isEqualTo(2);
  }

  @Test
  void theReportSaysOnWhichWayWeHadLearntOfWhatIsSettled() {
    room.paid("TT1");
    room.paid("TT2");
    room.asked("TT3");

    ReportSummary report = room.reconcile(settles("TT1"), settles("TT2"), settles("TT3"));

    assertThat(report.report().confirmedBy())
        .isEqualTo(Map.of("webhook", 2L, "query", 0L, "settlement", 1L));
  }

  @Test
  void evenAnExpiredPaymentIsPaidByTheFileAndLate() {
    room.door.clock.advance(Duration.ofDays(2));
    room.asked("TT1");
    room.say(new Confirmation.Expired(room.said("TT1", "TTT1")));

    assertThat(counts(room.reconcile(settles("TT1")))).isEqualTo(Map.of("recovered", 1L));
    assertThat(room.payment("TT1").late()).isTrue();
  }

  @Test
  void anotherAmountChangesNothingAndIsAnAnomaly() {
    room.paid("TT1");
    Item before = room.door.item("standard", "TT1");

    ReportSummary report = room.reconcile(line("TT1", 49_000, "TTT1", "payment"));

    assertThat(counts(report)).isEqualTo(Map.of("amountDiffers", 1L, "missingThere", 1L));
    Difference difference = report.differences().getFirst();
    assertThat(difference.amount()).isEqualTo(49_000);
    assertThat(difference.expectedAmount()).isEqualTo(50_000);
    assertThat(room.door.item("standard", "TT1")).isEqualTo(before);
    assertThat(room.door.anomaliesToday())
        .singleElement()
        .satisfies(it -> assertThat(it.text("kind")).isEqualTo("amountMismatch"));
  }

  @Test
  void anotherAmountDoesNotPayWhatIsPending() {
    room.asked("TT1");

    room.reconcile(line("TT1", 49_000, "TTT1", "payment"));

    assertThat(room.payment("TT1").status()).isEqualTo(PaymentStatus.PENDING);
  }

  @Test
  void anotherCurrencyIsAnotherAmount() {
    room.paid("TT1");

    ReportSummary report = room.reconcile(settles("TT1").replace(",VND,", ",JPY,"));

    assertThat(counts(report)).containsEntry("amountDiffers", 1L);
    assertThat(room.door.anomaliesToday())
        .extracting(it -> it.text("kind"))
        .containsExactly("foreignCurrency");
  }

  @Test
  void moneyForAReferenceThatNobodyKnowsIsMissingHere() {
    ReportSummary report = room.reconcile(settles("NOBODY"), line("", 20_000, "T9", "payment"));

    assertThat(counts(report)).isEqualTo(Map.of("missingHere", 2L));
    assertThat(report.report().total(Finding.MISSING_HERE).sums())
        .isEqualTo(Map.of("VND", 70_000L));
    assertThat(report.differences())
        .extracting(Difference::reference)
        .containsExactly("NOBODY", null);
    assertThat(room.door.anomaliesToday())
        .hasSize(2)
        .allSatisfy(it -> assertThat(it.text("kind")).isEqualTo("unknownReference"));
  }

  @Test
  void whatASecondTransactionPaidIsDoubled() {
    room.paid("TT1");

    ReportSummary report = room.reconcile(settles("TT1"), line("TT1", 50_000, "T2", "payment"));

    assertThat(counts(report)).isEqualTo(Map.of("matched", 1L, "doubled", 1L));
    assertThat(only(report).transaction()).isEqualTo("T2");
    assertThat(room.door.anomaliesToday())
        .extracting(it -> it.text("kind"))
        .containsExactly("paidTwice");
  }

  @Test
  void aLineThatStandsTwiceIsDoubled() {
    room.paid("TT1");

    ReportSummary report = room.reconcile(settles("TT1"), settles("TT1"));

    assertThat(counts(report)).isEqualTo(Map.of("matched", 1L, "doubled", 1L));
    assertThat(only(report).line()).isEqualTo(3);
    assertThat(room.door.anomaliesToday())
        .extracting(it -> it.text("kind"))
        .containsExactly("settledTwice");
  }

  @Test
  void theSameFileAgainGivesTheSameReport() {
    room.paid("TT1");
    room.asked("TT2");
    room.paid("TT3");
    room.paid("TT4");
    String[] lines = {
      settles("TT1"),
      settles("TT2"),
      settles("TT1"),
      line("TT3", 1, "TTT3", "payment"),
      settles("NOBODY"),
      line("TT1", 20_000, "R1", "refund"),
      "TT4,x,VND,T,payment,2026-11-23T14:30:05+07:00,"
    };
    room.reconcile(lines);
    String json = room.report("standard", SettlementRoom.DAY, ".json");
    String csv = room.report("standard", SettlementRoom.DAY, ".csv");
    Item settled = room.door.item("standard", "TT1");

    room.reconcile(lines);

    assertThat(room.report("standard", SettlementRoom.DAY, ".json")).isEqualTo(json);
    assertThat(room.report("standard", SettlementRoom.DAY, ".csv")).isEqualTo(csv);
    assertThat(room.door.item("standard", "TT1").number("version"))
        .isEqualTo(settled.number("version"));
    assertThat(room.door.anomaliesToday())
        .allSatisfy(it -> assertThat(it.number("seen")).isEqualTo(2));
  }

  @Test
  void whatAnotherFileSettledAlreadyByTheSameTransactionAgrees() {
    room.asked("TT1");
    room.reconcile(settles("TT1"));

    ReportSummary report = room.reconcileAs("2026-11-24", settles("TT1"));

    assertThat(counts(report)).isEqualTo(Map.of("matched", 1L));
    assertThat(room.door.item("standard", "TT1").text("settledOn")).isEqualTo("2026-11-23");
  }

  @Test
  void whatTheGatewayHasNotSettledIsMissingThereWithTheDaysThatItWaits() {
    room.paid("OLD");
    room.door.clock.advance(Duration.ofDays(1));
    room.paid("NEW");
    room.paid("SETTLED");
    room.door.clock.advance(Duration.ofDays(1));
    room.paid("TOMORROW");

    ReportSummary report = room.reconcileAs("2026-11-24", settles("SETTLED"));

    assertThat(report.differences())
        .extracting(Difference::finding, Difference::reference, Difference::daysWaiting)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("missingThere", "OLD", 1L),
            org.assertj.core.groups.Tuple.tuple("missingThere", "NEW", 0L));
    assertThat(report.report().waiting())
        .isEqualTo(
            Map.of(
                "0", new Report.Total(1, Map.of("VND", 50_000L)),
                "1", new Report.Total(1, Map.of("VND", 50_000L))));
    assertThat(report.report().lines()).isEqualTo(1);
  }

  @Test
  void whatWasPaidAtAnotherGatewayIsNotMissingThere() {
    room.paid("TT1");
    room.door.asked("vnpay", "TT2", 50_000, "VND");
    room.door.call(Ipn.paid("TT2"));

    ReportSummary report = room.reconcile(settles("TT1"));

    assertThat(counts(report)).isEqualTo(Map.of("matched", 1L));
  }

  @Test
  void theReportInCsvHasEveryDifferenceAndNoFormula() {
    room.paid("TT1");

    room.reconcile(line("TT1", 50_000, "=1+1", "payment"), line("TT1", 50_000, "+2", "payment"));

    assertThat(room.report("standard", SettlementRoom.DAY, ".csv").lines())
        .containsExactly(
            "finding,line,kind,reference,amount,currency,expectedAmount,expectedCurrency,"
                + "transaction,at,daysWaiting,column,rule",
            "doubled,3,payment,TT1,50000,VND,,,'+2,2026-11-23T14:30:05+07:00,,,");
  }

  @Test
  void ofManyDifferencesTheSummaryHasTheFirstAndTheReportAll() {
    String[] lines = new String[1_500];
    for (int at = 0; at < lines.length; at++) {
      lines[at] = settles("NOBODY" + at);
    }

    ReportSummary report = room.reconcile(lines);
    ReportSummary summary =
        dev.hoso.core.JsonTypes.of(ReportSummary.class)
            .fromJson(room.report("standard", SettlementRoom.DAY, ".summary.json"));

    assertThat(report.differences()).hasSize(1_500);
    assertThat(report.differences().get(1_234).reference()).isEqualTo("NOBODY1234");
    assertThat(summary.differences()).hasSize(100).isEqualTo(report.differences().subList(0, 100));
    assertThat(summary.report()).isEqualTo(report.report());
    assertThat(summary.report().differences()).isEqualTo(1_500);
  }
}
