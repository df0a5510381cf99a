package dev.hoso.payments;

import dev.hoso.core.Log;
import dev.hoso.core.Time;
import dev.hoso.core.dynamo.Item;
import dev.hoso.core.dynamo.Table;
import dev.hoso.core.dynamo.Update;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What a person should look at, kept for 90 days. Repeats of the same thing are counted in one. */
public final class Anomalies {
  private static final Duration KEPT = Duration.ofDays(90);
  private static final Duration WRITE_TIME = Duration.ofSeconds(2);
  private static final int LONGEST_RECEIVED = 2048;

  private final Table table;

  public Anomalies(Table table) {
    this.table = table;
  }

  /** Keeps an anomaly. Never fails and never takes long: the gateway's answer comes first. */
  public void keep(Anomaly anomaly, Instant now) {
    Map<String, String> labels =
        Map.of("gateway", anomaly.gateway(), "kind", anomaly.kind().code());
    Log.metric("PaymentAnomalies", 1, labels);
    try {
      table.write(update(anomaly, now));
    } catch (RuntimeException e) {
      Log.error("anomalyNotKept", labels, e);
    }
  }

  /** The anomalies last seen on a day in Vietnam, newest first. */
  public List<Item> of(LocalDate day, int limit) {
    return table.newest("byDay", "day", day.toString(), limit);
  }

  private static Update update(Anomaly anomaly, Instant now) {
    return Update.of(Map.of("id", anomaly.id()))
        .set("day", Time.day(now).toString())
        .setOnce("firstSeenAt", now)
        .set("lastSeenAt", now)
        .add("seen", 1)
        .set("gateway", anomaly.gateway())
        .set("kind", anomaly.kind().code())
        .set("reference", anomaly.reference())
        .set("amount", anomaly.amount())
        .set("expectedAmount", anomaly.expectedAmount())
        .set("received", start(anomaly.received()))
        .set("expires", now.plus(KEPT).getEpochSecond())
        .within(WRITE_TIME);
  }

  private static String start(String received) {
    return received.substring(0, Math.min(received.length(), LONGEST_RECEIVED));
  }
}
