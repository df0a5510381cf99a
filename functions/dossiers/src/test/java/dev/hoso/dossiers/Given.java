package dev.hoso.dossiers;

import dev.hoso.core.DossierCode;
import dev.hoso.core.DossierStatus;
import dev.hoso.core.EmailAddress;
import dev.hoso.core.FilingChannel;
import dev.hoso.core.Language;
import dev.hoso.core.PhoneNumber;
import dev.hoso.core.PushEndpoint;
import dev.hoso.core.calendar.WorkingCalendar;
import dev.hoso.core.catalogue.Catalogue;
import dev.hoso.core.dynamo.Item;
import dev.hoso.dossiers.Command.ChangeStatus;
import dev.hoso.dossiers.Command.Register;
import dev.hoso.dossiers.Command.TakePayment;
import dev.hoso.dossiers.Command.TakeResult;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What tests begin with; each names only what matters to it. */
final class Given {
  /** Takes 8 working days. */
  static final String EIGHT_DAYS = "1.000689";

  /** Its fee comes before its result: 20,000 đồng in person, nothing online, unknown by post. */
  static final String FEE_FIRST = "1.004222";

  static final DossierCode CODE = new DossierCode("H26.15-260310-0001");

  /** A device with the city's app. */
  static final String ENDPOINT =
      "arn:aws:sns:ap-southeast-1:123456789012:endpoint/GCM/ihanoi/"
          + "5e3e9847-3183-3f18-a7e8-671c3a57d4b3";

  static final Instant NOW = Instant.parse("2026-03-10T07:30:00Z");
  static final DossierRules RULES =
      new DossierRules(
          new DueDates(Catalogue.load(null), WorkingCalendar.load(null)), Duration.ofDays(730));

  private Given() {}

  static Instant at(String local) {
    return Instant.parse(local + "+07:00");
  }

  static Filing filing(Instant receivedAt) {
    return new Filing(
        EIGHT_DAYS,
        "HN-STP",
        FilingChannel.IN_PERSON,
        applicant("An"),
        receivedAt,
        List.of(),
        null);
  }

  static Filing filing(String procedure, FilingChannel channel) {
    return new Filing(procedure, "HN-STP", channel, applicant("An"), NOW, List.of(), null);
  }

  static Applicant applicant(String name) {
    return new Applicant(
        name,
        new PhoneNumber("+84912345678"),
        new EmailAddress("an@example.vn"),
        new PushEndpoint(ENDPOINT),
        Language.VI,
        true,
        null);
  }

  static Register register(Instant receivedAt) {
    return new Register(CODE, filing(receivedAt), null, null);
  }

  /** A new dossier that stands at this status. */
  static Dossier dossier(DossierStatus status) {
    return changed(RULES.decide(null, new Register(CODE, filing(NOW), status, null), NOW));
  }

  /** The same of a procedure whose fee comes before its result. */
  static Dossier feeFirst(DossierStatus status) {
    Filing filing = filing(FEE_FIRST, FilingChannel.IN_PERSON);
    return changed(RULES.decide(null, new Register(CODE, filing, status, null), NOW));
  }

  static ChangeStatus to(DossierStatus status) {
    return new ChangeStatus(status, null, null, null);
  }

  static ChangeStatus to(DossierStatus status, Instant at) {
    return new ChangeStatus(status, null, at, null);
  }

  static Dossier after(Dossier dossier, Command... commands) {
    Dossier now = dossier;
    for (Command command : commands) {
      now = changed(RULES.decide(now, command, now.updatedAt()));
    }
    return now;
  }

  static Dossier changed(Decision decision) {
    return ((Decision.Changed) decision).dossier();
  }

  /** A payment of 50,000 đồng as the table Payments has it. */
  static Map<String, Object> payment(String reference, long version, String status) {
    Map<String, Object> item = new LinkedHashMap<>();
    item.put("id", "vnpay/" + reference);
    item.put("reference", reference);
    item.put("gateway", "vnpay");
    item.put("dossier", CODE.value());
    item.put("amount", 50_000L);
    item.put("currency", "VND");
    item.put("description", "Lệ phí");
    item.put("status", status);
    item.put("version", version);
    item.put("receipt", "R" + reference);
    item.put("createdAt", NOW);
    item.put("expiresAt", NOW.plusSeconds(900));
    if (status.equals("paid")) {
      item.put("paidAt", NOW.plusSeconds(60));
      item.put("gatewayTransactionId", "T" + reference);
    }
    return item;
  }

  static TakePayment payment(String reference, String status) {
    return take(payment(reference, 2, status));
  }

  /** The dossier's first, second … result as the table Results has it. */
  static Map<String, Object> result(int ordinal, long version, String status) {
    Map<String, Object> item = new LinkedHashMap<>();
    item.put("dossier", CODE.value());
    item.put("number", number(ordinal));
    // Up to the fourth: the check digit of a small number is its double.
    item.put("result", "0".repeat(15) + ordinal + 2 * ordinal);
    item.put("status", status);
    item.put("statusAt", NOW);
    item.put("version", version);
    item.put("createdAt", NOW);
    item.put("unit", "HN-STP");
    item.put("procedure", FEE_FIRST);
    item.put("title", "Giấy của An");
    item.put("sha256", "ab".repeat(32));
    item.put("sealedAt", NOW);
    item.put("signer", "Sở Tư pháp");
    if (status.equals("revoked")) {
      item.put("revokedAt", NOW.plusSeconds(120));
      item.put("revocationReason", "Sai tên An");
    }
    return item;
  }

  static String number(int ordinal) {
    return CODE + "-KQ" + ordinal;
  }

  static Result kq(Dossier dossier, int ordinal) {
    return dossier.results().get(number(ordinal));
  }

  static TakeResult takeResult(Map<String, Object> result) {
    return new TakeResult(Result.reported(Item.of(result)));
  }

  static TakeResult result(int ordinal, String status) {
    return takeResult(result(ordinal, 2, status));
  }

  /** A sealed result that corrects another one. */
  static TakeResult correction(int ordinal, int of) {
    Map<String, Object> item = result(ordinal, 2, "sealed");
    item.put("replaces", number(of));
    return takeResult(item);
  }

  static TakePayment take(Map<String, Object> payment) {
    return new TakePayment((String) payment.get("id"), Payment.reported(Item.of(payment)));
  }
}
