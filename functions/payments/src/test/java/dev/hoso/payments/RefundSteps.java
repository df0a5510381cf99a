package dev.hoso.payments;

import dev.hoso.core.Settings;
import dev.hoso.core.Time;
import dev.hoso.core.dynamo.Item;
import dev.hoso.core.dynamo.Table;
import dev.hoso.core.dynamo.Update;
import dev.hoso.payments.gateways.Counters;
import dev.hoso.payments.gateways.GatewaySettings;
import dev.hoso.payments.gateways.Wire;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** What happens to payments in the tables of the API's tests, before and after the API is asked. */
public final class RefundSteps {
  private final Table payments;
  private final Table anomalies;
  private final Wire wire;

  public RefundSteps(Table payments, Table anomalies, Wire wire) {
    this.payments = payments;
    this.anomalies = anomalies;
    this.wire = wire;
  }

  /** Asks for a payment. */
  public void asked(String gateway, String reference, long amount) {
    new Payments(payments)
        .create(
            Door.request(gateway, reference, amount, "VND"),
            new Asked.Address("https://pay.example/" + reference));
  }

  /** Asks for a payment, and pays it. */
  public void paid(String gateway, String reference, long amount, String transaction) {
    asked(gateway, reference, amount);
    payments.write(
        Update.of(Payment.key(gateway, new PaymentReference(reference)))
            .set("status", "paid")
            .set("paidAt", Instant.parse("2026-11-23T07:00:00Z"))
            .set("gatewayTransactionId", transaction)
            .remove("owed")
            .remove("due"));
  }

  /** What the minutes do until then. */
  public void later(Duration wait) {
    InstantSource then = InstantSource.fixed(Instant.now().plus(wait));
    Payments kept = new Payments(payments);
    Anomalies odd = new Anomalies(anomalies);
    Counters counters = new Counters(new GatewaySettings(Settings.of(wire.environment()), then));
    new Following(kept, new Confirmations(kept, odd, then), odd, counters, then).run(() -> true);
  }

  public Item item(String gateway, String reference) {
    return payments.get(Payment.key(gateway, new PaymentReference(reference)));
  }

  /** The kinds of what was odd about a payment today. */
  public List<String> anomalies(String reference) {
    String today = Time.day(Instant.now()).toString();
    return anomalies.newest("byDay", "day", today, 1000).stream()
        .filter(anomaly -> reference.equals(anomaly.textOrNull("reference")))
        .map(anomaly -> anomaly.text("kind"))
        .toList();
  }
}
