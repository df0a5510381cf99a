package dev.hoso.dossiers;

import dev.hoso.core.DossierCode;
import dev.hoso.core.DossierStatus;
import dev.hoso.core.EmailAddress;
import dev.hoso.core.FilingChannel;
import dev.hoso.core.Language;
import dev.hoso.core.PhoneNumber;
import dev.hoso.core.Time;
import dev.hoso.core.calendar.Pause;
import dev.hoso.core.dynamo.Item;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A dossier as an item of the table Dossiers, which notifications and payments read too. */
final class DossierItem {
  private DossierItem() {}

  /** Every attribute but the key and the payments; null where the item has none. */
  static Map<String, @Nullable Object> attributes(Dossier dossier) {
    Map<String, @Nullable Object> all = new LinkedHashMap<>(filing(dossier.filing()));
    Standing standing = dossier.standing();
    all.put("status", standing.status().code());
    all.put("statusAt", standing.at());
    all.put("statusVersion", standing.version());
    all.put("statusReason", standing.reason());
    all.put("resumesTo", standing.resumesTo() == null ? null : standing.resumesTo().code());
    Due due = dossier.due();
    all.put("dueAt", due == null ? null : due.at());
    all.put("dueSource", due == null ? null : due.source().code());
    all.put("dueProvisional", due != null && due.provisional());
    all.put("calendarVersion", due == null ? null : due.calendarVersion());
    all.put("pauses", dossier.pauses().stream().map(DossierItem::pause).toList());
    all.put("registration", dossier.registration());
    all.put("version", dossier.version());
    all.put("createdAt", dossier.createdAt());
    all.put("updatedAt", dossier.updatedAt());
    Instant expires = dossier.expires();
    all.put("expires", expires == null ? null : expires.getEpochSecond());
    return all;
  }

  /** What was registered, in values that are the same in JSON. */
  static Map<String, @Nullable Object> filing(Filing filing) {
    Map<String, @Nullable Object> all = new LinkedHashMap<>();
    all.put("procedure", filing.procedure());
    all.put("unit", filing.unit());
    all.put("channel", filing.channel().code());
    all.put("applicant", applicant(filing.applicant()));
    all.put("receivedAt", filing.receivedAt() == null ? null : Time.text(filing.receivedAt()));
    all.put("documents", filing.documents().stream().map(DossierItem::document).toList());
    Responsible responsible = filing.responsible();
    all.put(
        "responsible",
        responsible == null
            ? null
            : new TreeMap<>(Map.of("unit", responsible.unit(), "role", responsible.role())));
    return all;
  }

  static Dossier read(Item item) {
    Map<String, Payment> payments = new LinkedHashMap<>();
    Item paid = item.map("payments");
    paid.attributes().keySet().forEach(id -> payments.put(id, new Payment(paid.map(id))));
    return new Dossier(
        new DossierCode(item.text("code")),
        filing(item),
        item.text("registration"),
        standing(item),
        due(item),
        item.list("pauses").stream().map(DossierItem::pause).toList(),
        payments,
        item.number("version"),
        item.time("createdAt"),
        item.time("updatedAt"),
        item.has("expires") ? Instant.ofEpochSecond(item.number("expires")) : null);
  }

  private static Map<String, @Nullable Object> applicant(Applicant applicant) {
    Map<String, @Nullable Object> all = new LinkedHashMap<>();
    all.put("name", applicant.name());
    if (applicant.phone() != null) {
      all.put("phone", applicant.phone().e164());
    }
    if (applicant.email() != null) {
      all.put("email", applicant.email().value());
    }
    all.put("language", applicant.language().code());
    all.put("consent", applicant.consent());
    return all;
  }

  private static Map<String, Object> document(Document document) {
    return new TreeMap<>(
        Map.of(
            "code", document.code(),
            "digitised", document.digitised(),
            "reused", document.reused()));
  }

  private static Map<String, String> pause(Pause pause) {
    LocalDate to = pause.to();
    return to == null
        ? Map.of("from", pause.from().toString())
        : Map.of("from", pause.from().toString(), "to", to.toString());
  }

  private static Pause pause(Item pause) {
    String to = pause.textOrNull("to");
    return new Pause(LocalDate.parse(pause.text("from")), to == null ? null : LocalDate.parse(to));
  }

  private static Filing filing(Item item) {
    Item responsible = item.map("responsible");
    return new Filing(
        item.text("procedure"),
        item.text("unit"),
        FilingChannel.parse("channel", item.text("channel")),
        applicant(item.map("applicant")),
        item.timeOrNull("receivedAt"),
        item.list("documents").stream().map(DossierItem::document).toList(),
        responsible.isEmpty()
            ? null
            : new Responsible(responsible.text("unit"), responsible.text("role")));
  }

  private static Applicant applicant(Item item) {
    String phone = item.textOrNull("phone");
    String email = item.textOrNull("email");
    return new Applicant(
        item.text("name"),
        phone == null ? null : new PhoneNumber(phone),
        email == null ? null : new EmailAddress(email),
        Language.parse("language", item.text("language")),
        item.flag("consent"));
  }

  private static Document document(Item item) {
    return new Document(item.text("code"), item.flag("digitised"), item.flag("reused"));
  }

  private static Standing standing(Item item) {
    return new Standing(
        status(item, "status"),
        item.time("statusAt"),
        item.number("statusVersion"),
        item.textOrNull("statusReason"),
        item.has("resumesTo") ? status(item, "resumesTo") : null);
  }

  private static DossierStatus status(Item item, String name) {
    return DossierStatus.of(name, (int) item.number(name));
  }

  private static @Nullable Due due(Item item) {
    Instant at = item.timeOrNull("dueAt");
    if (at == null) {
      return null;
    }
    return item.text("dueSource").equals(Due.Source.SENT.code())
        ? Due.sent(at)
        : new Due(
            at,
            Due.Source.COMPUTED,
            item.flag("dueProvisional"),
            item.textOrNull("calendarVersion"));
  }
}
