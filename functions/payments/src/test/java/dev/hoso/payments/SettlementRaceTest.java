package dev.hoso.payments;

import static dev.hoso.payments.SettlementRoom.counts;
import static dev.hoso.payments.SettlementRoom.settles;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hoso.payments.settlement.ReportSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** A payment's webhook and its line in a settlement file come at the same time. */
class SettlementRaceTest {
  private static final int PAYMENTS = 60;

  private final SettlementRoom room = new SettlementRoom();

  @Test
  void whoeverIsFirstThePaymentIsPaidOnceAndSettled() throws Exception {
    List<String> references = new ArrayList<>();
    for (int n = 0; n < PAYMENTS; n++) {
      references.add("TT" + n);
      room.asked("TT" + n);
    }
    String[] lines = references.stream().map(SettlementRoom::settles).toArray(String[]::new);
    List<Callable<Verdict>> webhooks =
        references.stream()
            .map(
                it ->
                    (Callable<Verdict>)
                        () -> room.say(new Confirmation.Paid(room.said(it, "T" + it))))
            .toList();

    ReportSummary report;
    try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<ReportSummary> file = all.submit(() -> room.reconcile(lines));
      for (Future<Verdict> webhook : all.invokeAll(webhooks)) {
        assertThat(webhook.get()).isIn(Verdict.RECORDED, Verdict.ALREADY_KNOWN);
      }
      report = file.get();
    }

    var counts = counts(report);
    assertThat(counts.getOrDefault("matched", 0L) + counts.getOrDefault("recovered", 0L))
        .isEqualTo(PAYMENTS);
    assertThat(counts.keySet()).isSubsetOf("matched", "recovered");
    for (String reference : references) {
      var item = room.door.item("standard", reference);
      assertThat(item.text("status")).isEqualTo("paid");
      assertThat(item.number("version")).isEqualTo(2);
      assertThat(item.has("unsettled")).isFalse();
    }
    assertThat(room.door.anomaliesToday()).isEmpty();
    assertThat(counts(room.reconcile(lines))).isEqualTo(counts);
  }

  @Test
  void aWebhookThatComesAfterTheFileChangesNothing() {
    room.asked("TT1");
    room.reconcile(settles("TT1"));
    var settled = room.door.item("standard", "TT1");

    assertThat(room.say(new Confirmation.Paid(room.said("TT1", "TTT1"))))
        .isEqualTo(Verdict.ALREADY_KNOWN);

    assertThat(room.door.item("standard", "TT1")).isEqualTo(settled);
  }
}
