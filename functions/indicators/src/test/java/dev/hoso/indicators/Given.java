package dev.hoso.indicators;

import dev.hoso.core.calendar.WorkingCalendar;
import dev.hoso.core.catalogue.Catalogue;
import dev.hoso.core.dynamo.Item;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A dossier as its table has it, at one version after the other; tests say only what matters to
 * them. It was received on Monday 9/11/2026 at nine and is promised for the end of Wednesday 18/11.
 */
public final class Given {
  static final DossierCounting COUNTING =
      new DossierCounting(Catalogue.load(null), WorkingCalendar.load(null));

  /** A copy is certified: 8,000 đồng in person, and a paper is returned. */
  public static final String WITH_FEE = "2.000635";

  private final Map<String, Object> item = new LinkedHashMap<>();

  private Given(String code) {
    item.put("code", code);
    item.put("procedure", WITH_FEE);
    item.put("unit", "00004");
    item.put("channel", "inPerson");
    item.put("createdAt", at("2026-11-09T09:00:00"));
    item.put("receivedAt", at("2026-11-09T09:00:00"));
    item.put("dueAt", at("2026-11-18T23:59:59"));
    item.put("documents", List.of());
    item.put("payments", new LinkedHashMap<String, Object>());
    item.put("results", new LinkedHashMap<String, Object>());
    item.put("version", 1);
    status(2, "2026-11-09T09:00:00");
  }

  public static Given dossier(String code) {
    return new Given(code);
  }

  public static Instant at(String local) {
    return Instant.parse(local + "+07:00");
  }

  public Given with(String name, Object value) {
    item.put(name, value);
    return this;
  }

  public Given without(String name) {
    item.remove(name);
    return this;
  }

  public Given status(int code, String local) {
    return with("status", code).with("statusAt", at(local));
  }

  public Given decided(int code, String local) {
    return status(code, local).with("decidedAt", at(local));
  }

  public Given papers(boolean... digitised) {
    List<Object> papers = new ArrayList<>();
    for (boolean it : digitised) {
      papers.add(Map.of("code", "p" + papers.size(), "digitised", it, "reused", !it));
    }
    return with("documents", papers);
  }

  public Given paid(String gateway, String reference, long amount, String currency, String local) {
    Map<String, Object> payment =
        new LinkedHashMap<>(
            Map.of("gateway", gateway, "amount", amount, "currency", currency, "status", "paid"));
    payment.put("paidAt", at(local));
    map("payments").put(gateway + "/" + reference, payment);
    return this;
  }

  public Given result(int number, String status, String local) {
    map("results").put("KQ" + number, Map.of("status", status, "issuedAt", at(local)));
    return this;
  }

  public Given rated(int value, String local) {
    return with("rating", value).with("ratedAt", at(local)).with("ratedFirstAt", at(local));
  }

  @SuppressWarnings("unchecked")
  Map<String, Object> map(String name) {
    return (Map<String, Object>) item.get(name);
  }

  /** The next version; what was taken before stays as it was. */
  public Given next() {
    item.put("version", (Integer) item.get("version") + 1);
    return this;
  }

  public Item item() {
    return Item.of(item);
  }

  Contribution contribution() {
    return COUNTING.of(item());
  }
}
