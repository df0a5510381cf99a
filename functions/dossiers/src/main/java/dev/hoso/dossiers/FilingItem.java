package dev.hoso.dossiers;

import dev.hoso.core.EmailAddress;
import dev.hoso.core.FilingChannel;
import dev.hoso.core.Language;
import dev.hoso.core.PhoneNumber;
import dev.hoso.core.PushEndpoint;
import dev.hoso.core.TellingChannel;
import dev.hoso.core.Time;
import dev.hoso.core.dynamo.Item;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What was registered, as it lies in the dossier's item. */
final class FilingItem {
  private FilingItem() {}

  /** In values that are the same in JSON. */
  static Map<String, @Nullable Object> attributes(Filing filing) {
    Map<String, @Nullable Object> all = new LinkedHashMap<>();
    all.put("procedure", filing.procedure());
    all.put("unit", filing.unit());
    all.put("channel", filing.channel().code());
    all.put("applicant", applicant(filing.applicant()));
    all.put("receivedAt", Time.textOrNull(filing.receivedAt()));
    all.put("documents", filing.documents().stream().map(FilingItem::document).toList());
    Responsible responsible = filing.responsible();
    all.put(
        "responsible",
        responsible == null
            ? null
            : new TreeMap<>(Map.of("unit", responsible.unit(), "role", responsible.role())));
    return all;
  }

  static Filing read(Item item) {
    Item responsible = item.map("responsible");
    return new Filing(
        item.text("procedure"),
        item.text("unit"),
        FilingChannel.parse("channel", item.text("channel")),
        applicant(item.map("applicant")),
        item.timeOrNull("receivedAt"),
        item.list("documents").stream().map(FilingItem::document).toList(),
        responsible.isEmpty()
            ? null
            : new Responsible(responsible.text("unit"), responsible.text("role")));
  }

  private static Applicant applicant(Item item) {
    String phone = item.textOrNull("phone");
    String email = item.textOrNull("email");
    String endpoint = item.textOrNull("pushEndpoint");
    return new Applicant(
        item.text("name"),
        phone == null ? null : new PhoneNumber(phone),
        email == null ? null : new EmailAddress(email),
        endpoint == null ? null : new PushEndpoint(endpoint),
        Language.parse("language", item.text("language")),
        item.flag("consent"),
        TellingChannel.parse("channel", item.textOrNull("channel")));
  }

  private static Document document(Item item) {
    return new Document(item.text("code"), item.flag("digitised"), item.flag("reused"));
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
    if (applicant.pushEndpoint() != null) {
      all.put("pushEndpoint", applicant.pushEndpoint().arn());
    }
    all.put("language", applicant.language().code());
    all.put("consent", applicant.consent());
    if (applicant.channel() != null) {
      all.put("channel", applicant.channel().code());
    }
    return all;
  }

  private static Map<String, Object> document(Document document) {
    return new TreeMap<>(
        Map.of(
            "code", document.code(),
            "digitised", document.digitised(),
            "reused", document.reused()));
  }
}
