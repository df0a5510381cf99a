package dev.hoso.notifications;

import dev.hoso.core.dynamo.Item;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** An item of a dossier; a test sets only what it is about. */
public final class DossierForTests {
  static final Instant RECEIVED = Instant.parse("2026-11-23T02:00:00Z");
  private final Map<String, Object> item = new LinkedHashMap<>();
  private final Map<String, Object> applicant = new LinkedHashMap<>();
  private final Map<String, Object> payments = new LinkedHashMap<>();
  private final Map<String, Object> results = new LinkedHashMap<>();

  private DossierForTests(String code) {
    item.put("code", code);
    item.put("procedure", "1.001193");
    item.put("unit", "HN-TTHCC-01");
    item.put("channel", "online");
    item.put("receivedAt", RECEIVED);
    item.put("dueAt", RECEIVED.plusSeconds(4 * 86_400));
    applicant.put("name", "Nguyễn Thị Hoa");
    applicant.put("phone", "+84912345678");
    applicant.put("email", "hoa@example.vn");
    applicant.put("language", "vi");
    applicant.put("consent", true);
    status(2, 1);
  }

  public static DossierForTests dossier() {
    return dossier("H26.15-261123-0042");
  }

  public static DossierForTests dossier(String code) {
    return new DossierForTests(code);
  }

  public DossierForTests with(String name, Object value) {
    item.put(name, value);
    return this;
  }

  public DossierForTests status(int status, long version) {
    item.put("status", status);
    item.put("statusVersion", version);
    item.put("statusAt", RECEIVED.plusSeconds(version * 60));
    item.put("updatedAt", RECEIVED.plusSeconds(version * 60));
    item.put("version", version);
    return this;
  }

  public DossierForTests applicant(String name, Object value) {
    applicant.put(name, value);
    return this;
  }

  public DossierForTests without(String contact) {
    applicant.remove(contact);
    return this;
  }

  public DossierForTests payment(String reference, String status) {
    return payment(reference, status, 50_000, payments.size());
  }

  /** A payment asked for so many minutes after the dossier was received. */
  public DossierForTests payment(String reference, String status, long amount, int minutes) {
    Map<String, Object> payment = new LinkedHashMap<>();
    Instant createdAt = RECEIVED.plusSeconds(minutes * 60L);
    payment.put("reference", reference);
    payment.put("gateway", "vnpay");
    payment.put("amount", amount);
    payment.put("currency", "VND");
    payment.put("status", status);
    payment.put("receipt", "k7PqX2mNvB9tRw4z");
    payment.put("createdAt", createdAt);
    payment.put("expiresAt", createdAt.plusSeconds(86_400));
    payment.put("version", 1);
    if (status.equals("paid")) {
      payment.put("paidAt", createdAt.plusSeconds(19_800));
      payment.put("gatewayTransactionId", "14022345");
    }
    payments.put("vnpay/" + reference, payment);
    return this;
  }

  /** So much of a payment went back, an hour after it came. */
  public DossierForTests refunded(String reference, long amount) {
    Map<String, Object> payment = new LinkedHashMap<>();
    ((Map<?, ?>) payments.get("vnpay/" + reference))
        .forEach((name, value) -> payment.put((String) name, value));
    payment.put("status", payment.get("amount").equals(amount) ? "refunded" : "partiallyRefunded");
    payment.put("refundedAmount", amount);
    payment.put("refundedAt", RECEIVED.plusSeconds(23_400));
    payments.put("vnpay/" + reference, payment);
    return this;
  }

  /** A result of this ordinal; the status decides which of its times are there. */
  public DossierForTests result(int ordinal, String status) {
    return result(ordinal, status, Map.of());
  }

  /** A result of this ordinal, with other attributes; null takes one away. */
  public DossierForTests result(int ordinal, String status, Map<String, ?> others) {
    Map<String, Object> result = new LinkedHashMap<>();
    String number = item.get("code") + "-KQ" + ordinal;
    result.put("number", number);
    result.put("status", status);
    result.put("sealedAt", RECEIVED);
    if (!status.equals("sealed")) {
      result.put("issuedAt", RECEIVED);
    }
    result.putAll(others);
    result.values().removeIf(Objects::isNull);
    results.put(number, result);
    return this;
  }

  /** As the dossier is after the applicant's data was erased. */
  public DossierForTests erased(Instant at) {
    item.put("erasedAt", at);
    item.remove("statusReason");
    applicant.keySet().retainAll(List.of("language"));
    applicant.put("name", "");
    applicant.put("consent", false);
    return this;
  }

  public Item item() {
    Map<String, Object> all = new LinkedHashMap<>(item);
    all.put("applicant", applicant);
    all.put("payments", payments);
    if (!results.isEmpty()) {
      all.put("results", results);
    }
    return Item.of(all);
  }

  Dossier read() {
    return Dossier.of(item());
  }
}
