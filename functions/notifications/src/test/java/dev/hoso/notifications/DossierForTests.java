package dev.hoso.notifications;

import dev.hoso.core.dynamo.Item;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** An item of a dossier; a test sets only what it is about. */
final class DossierForTests {
  static final Instant RECEIVED = Instant.parse("2026-11-23T02:00:00Z");
  private final Map<String, Object> item = new LinkedHashMap<>();
  private final Map<String, Object> applicant = new LinkedHashMap<>();
  private final Map<String, Object> payments = new LinkedHashMap<>();

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

  static DossierForTests dossier() {
    return dossier("H26.15-261123-0042");
  }

  static DossierForTests dossier(String code) {
    return new DossierForTests(code);
  }

  DossierForTests with(String name, Object value) {
    item.put(name, value);
    return this;
  }

  DossierForTests status(int status, long version) {
    item.put("status", status);
    item.put("statusVersion", version);
    item.put("statusAt", RECEIVED.plusSeconds(version * 60));
    item.put("version", version);
    return this;
  }

  DossierForTests applicant(String name, Object value) {
    applicant.put(name, value);
    return this;
  }

  DossierForTests without(String contact) {
    applicant.remove(contact);
    return this;
  }

  DossierForTests payment(String reference, String status) {
    return payment(reference, status, 50_000, payments.size());
  }

  /** A payment asked for so many minutes after the dossier was received. */
  DossierForTests payment(String reference, String status, long amount, int minutes) {
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

  Item item() {
    Map<String, Object> all = new LinkedHashMap<>(item);
    all.put("applicant", applicant);
    all.put("payments", payments);
    return Item.of(all);
  }

  Dossier read() {
    return Dossier.of(item());
  }
}
