package dev.hoso.payments;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.hoso.core.JsonTypes;
import dev.hoso.core.Settings;
import dev.hoso.payments.settlement.Difference;
import dev.hoso.payments.settlement.Finding;
import dev.hoso.payments.settlement.Report;
import dev.hoso.payments.settlement.ReportSummary;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The real handler of settlement files over real tables and a real bucket. */
public final class SettlementRoom {
  /** The columns of a file of the gateway {@code standard}, whose form is ours. */
  static final String HEADER = "reference,amount,currency,transactionId,kind,at,fee";

  public static final String DAY = "2026-11-23";
  private static final String STANDARD = "standard";

  final Door door = new Door(Sender.everybodysSettings());
  public final Storage storage = new Storage();
  private final SettlementHandler handler;

  /** Empty. */
  public SettlementRoom() {
    this.handler = handler(door.payments.dynamo());
  }

  SettlementHandler handler(DynamoDbClient dynamo) {
    Map<String, String> settings = new HashMap<>(storage.settings());
    settings.put("HOSO_PAYMENTS_TABLE", door.payments.name());
    settings.put("HOSO_ANOMALIES_TABLE", door.anomalies.name());
    return new SettlementHandler(Settings.of(settings), door.clock, dynamo);
  }

  /** A payment of 50.000đ that is asked for at {@code standard}. */
  public void asked(String reference) {
    door.asked(STANDARD, reference, 50_000, "VND");
  }

  /** One that is paid, as its webhook said, by a transaction of its own. */
  public void paid(String reference) {
    asked(reference);
    say(new Confirmation.Paid(said(reference, "T" + reference)));
  }

  /** What the gateway says of a payment by webhook. */
  Verdict say(Confirmation confirmation) {
    return new Confirmations(new Payments(door.payments), new Anomalies(door.anomalies), door.clock)
        .record(STANDARD, confirmation, Source.WEBHOOK, () -> "test", door.clock.instant());
  }

  Confirmation.Said said(String reference, String transaction) {
    return new Confirmation.Said(
        new PaymentReference(reference),
        50_000,
        "VND",
        transaction,
        door.clock.instant(),
        null,
        "paid");
  }

  /** A line that settles a payment of 50.000đ by the transaction that paid it. */
  public static String settles(String reference) {
    return line(reference, 50_000, "T" + reference, "payment");
  }

  public static String line(String reference, long amount, String transaction, String kind) {
    return "%s,%d,VND,%s,%s,2026-11-23T14:30:05+07:00,550"
        .formatted(reference, amount, transaction, kind);
  }

  /** Puts the day's file of {@code standard} with these lines, and gives what came of it. */
  public ReportSummary reconcile(String... lines) {
    return reconcileAs(DAY, lines);
  }

  /** The same for a file of another name. */
  public ReportSummary reconcileAs(String name, String... lines) {
    String file = HEADER + "\n" + String.join("\n", lines) + "\n";
    return file(STANDARD, name, file.getBytes(UTF_8));
  }

  /** The same for any file of any gateway. */
  public ReportSummary file(String gateway, String name, byte[] bytes) {
    storage.put("settlements/" + gateway + "/" + name + ".csv", bytes);
    told(handler, "settlements/" + gateway + "/" + name + ".csv");
    return JsonTypes.of(ReportSummary.class).fromJson(report(gateway, name, ".json"));
  }

  /** A report in the form whose key ends so. */
  public String report(String gateway, String name, String ending) {
    return storage.text("reports/" + gateway + "/" + name + ending);
  }

  /** Tells a handler of an object as S3 does. */
  void told(SettlementHandler told, String key) {
    String event =
        """
        {"Records":[{"eventVersion":"2.1","eventSource":"aws:s3","eventName":"ObjectCreated:Put",
         "s3":{"bucket":{"name":"%s"},"object":{"key":"%s","size":1}}}]}"""
            .formatted(storage.bucket(), URLEncoder.encode(key, UTF_8));
    try {
      told.handleRequest(
          new ByteArrayInputStream(event.getBytes(UTF_8)), OutputStream.nullOutputStream(), null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  SettlementHandler handler() {
    return handler;
  }

  /** How many came to what, without what came to nothing. */
  static Map<String, Long> counts(ReportSummary summary) {
    Map<String, Long> counts = new HashMap<>();
    for (Finding finding : Finding.values()) {
      Report.Total total = summary.report().total(finding);
      if (total.count() > 0) {
        counts.put(finding.code(), total.count());
      }
    }
    return counts;
  }

  static Difference only(ReportSummary summary) {
    List<Difference> differences = summary.differences();
    if (differences.size() != 1) {
      throw new AssertionError("Not one difference: " + differences);
    }
    return differences.getFirst();
  }

  Payment payment(String reference) {
    return Payment.of(door.item(STANDARD, reference));
  }
}
