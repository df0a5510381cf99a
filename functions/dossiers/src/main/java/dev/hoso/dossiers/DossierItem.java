package dev.hoso.dossiers;

import dev.hoso.core.DossierCode;
import dev.hoso.core.DossierStatus;
import dev.hoso.core.calendar.Pause;
import dev.hoso.core.dynamo.Item;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A dossier as an item of the table Dossiers, which all other functions read too. */
final class DossierItem {
  private DossierItem() {}

  /** Every attribute but the key, the payments and the results; null where the item has none. */
  static Map<String, @Nullable Object> attributes(Dossier dossier) {
    Map<String, @Nullable Object> all =
        new LinkedHashMap<>(FilingItem.attributes(dossier.filing()));
    Standing standing = dossier.standing();
    all.put("status", standing.status().code());
    all.put("statusAt", standing.at());
    all.put("statusVersion", standing.version());
    all.put("statusReason", standing.reason());
    all.put("resumesTo", code(standing.resumesTo()));
    all.put("statusThrough", code(standing.through()));
    Due due = dossier.due();
    all.put("dueAt", due == null ? null : due.at());
    all.put("dueSource", due == null ? null : due.source().code());
    all.put("dueProvisional", due != null && due.provisional());
    all.put("calendarVersion", due == null ? null : due.calendarVersion());
    all.put("pauses", dossier.pauses().stream().map(DossierItem::pause).toList());
    all.put("supplementsAsked", dossier.clock().supplementsAsked());
    all.put("decidedAt", dossier.clock().decidedAt());
    all.put("registration", dossier.registration());
    all.putAll(OriginItem.attributes(dossier.origin()));
    all.putAll(OpenIn.attributes(dossier));
    all.putAll(RatingItem.attributes(dossier.facts().rating()));
    all.put("version", dossier.version());
    Lifetime lifetime = dossier.lifetime();
    all.put("createdAt", lifetime.createdAt());
    all.put("updatedAt", lifetime.updatedAt());
    Instant expires = lifetime.expires();
    all.put("expires", expires == null ? null : expires.getEpochSecond());
    all.put("erasedAt", lifetime.erasedAt());
    return all;
  }

  private static @Nullable Integer code(@Nullable DossierStatus status) {
    return status == null ? null : status.code();
  }

  static Dossier read(Item item) {
    return new Dossier(
        new DossierCode(item.text("code")),
        FilingItem.read(item),
        item.textOrNull("registration"),
        OriginItem.read(item),
        standing(item),
        new Clock(
            due(item),
            item.list("pauses").stream().map(DossierItem::pause).toList(),
            (int) item.numberOr("supplementsAsked", 0),
            item.timeOrNull("decidedAt")),
        new Facts(
            entries(item.map("payments"), Payment::new),
            entries(item.map("results"), Result::new),
            RatingItem.read(item)),
        lifetime(item));
  }

  private static <T> Map<String, T> entries(Item map, Function<Item, T> of) {
    Map<String, T> all = new LinkedHashMap<>();
    map.attributes().keySet().forEach(name -> all.put(name, of.apply(map.map(name))));
    return all;
  }

  private static Lifetime lifetime(Item item) {
    return new Lifetime(
        item.number("version"),
        item.time("createdAt"),
        item.time("updatedAt"),
        item.has("expires") ? Instant.ofEpochSecond(item.number("expires")) : null,
        item.timeOrNull("erasedAt"));
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

  private static Standing standing(Item item) {
    return new Standing(
        status(item, "status"),
        item.time("statusAt"),
        item.number("statusVersion"),
        item.textOrNull("statusReason"),
        item.has("resumesTo") ? status(item, "resumesTo") : null,
        item.has("statusThrough") ? status(item, "statusThrough") : null);
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
