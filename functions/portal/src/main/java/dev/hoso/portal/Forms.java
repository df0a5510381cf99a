package dev.hoso.portal;

import dev.hoso.core.DossierStatus;
import dev.hoso.core.JsonTypes;
import dev.hoso.core.Sha256;
import dev.hoso.core.catalogue.Catalogue;
import dev.hoso.core.catalogue.Procedure;
import dev.hoso.core.dynamo.Item;
import dev.hoso.portal.protocol.Facts;
import dev.hoso.portal.protocol.Mapping;
import dev.hoso.portal.protocol.Service;
import io.avaje.jsonb.JsonType;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Dossiers and their steps as the portal takes them. The same state always gives the same form.
 *
 * @param citizenAddress of the pages on which results are verified
 */
record Forms(Mapping mapping, Catalogue catalogue, String citizenAddress) {
  private static final JsonType<Object> JSON = JsonTypes.of(Object.class);

  /** What is asked for or was paid; what expired, failed or was cancelled is no fee any more. */
  private static final Set<String> FEES = Set.of("pending", "paid", "partiallyRefunded");

  private static final Set<String> PAID = Set.of("paid", "partiallyRefunded");

  /** The gateway of payments on the national portal itself. */
  private static final String NATIONAL = "dvcqg";

  /** The dossier as it is now. */
  Map<String, Object> dossier(DossierState state) {
    Item item = state.item();
    Item applicant = item.map("applicant");
    Facts facts =
        common(item)
            .with("procedure", item.text("procedure"))
            .with("fieldName", procedure(item, it -> it.field().vi()))
            .with("procedureName", procedure(item, it -> it.name().vi()))
            .with("channel", item.text("channel"))
            .with("applicantName", applicant.textOrNull("name"))
            .with("email", applicant.textOrNull("email"))
            .with("phone", applicant.textOrNull("phone"))
            .with("status", String.valueOf(item.number("status")))
            .with("finishedAt", finishedAt(item))
            .with(
                "returnedAt", status(item) == DossierStatus.RETURNED ? item.time("statusAt") : null)
            .with("paidOnline", paidOnline(item))
            .with("fees", fees(item).map(Forms::fee).toList())
            .with("documents", item.list("documents").stream().map(Forms::document).toList())
            .with("results", parts(item, "results", Forms::issued).map(this::result).toList());
    return mapping.form(Service.DOSSIERS, facts);
  }

  /** A status that the dossier came into. */
  Map<String, Object> step(DossierState state, Step step) {
    Item item = state.item();
    return mapping.form(
        Service.PROGRESS,
        common(item)
            .with("role", item.map("responsible").textOrNull("role"))
            .with("status", String.valueOf(step.status().code()))
            .with("statusTitle", step.status().title().vi())
            .with("at", step.at()));
  }

  /** By this it is known whether the portal has this form already. */
  String digest(Map<String, Object> form) {
    return Sha256.hex(JSON.toJson(form));
  }

  private Facts common(Item item) {
    String unit = item.text("unit");
    return new Facts()
        .with("code", item.text("code"))
        .with("unit", unit)
        .with("unitName", catalogue.unit(unit).map(it -> it.name().vi()).orElse(unit))
        .with("receivedAt", item.timeOrNull("receivedAt"))
        .with("dueAt", item.timeOrNull("dueAt"));
  }

  private @Nullable String procedure(
      Item item, java.util.function.Function<Procedure, String> what) {
    return catalogue.procedure(item.text("procedure")).map(what).orElse(null);
  }

  private static DossierStatus status(Item item) {
    return DossierStatus.of("status", (int) item.number("status"));
  }

  /**
   * When the work was over: 9, else 10, else 8, 3 or 7 (Decision 766's formulas). Of a returned
   * dossier the time of 9 is known where its result was issued here.
   */
  private static @Nullable Instant finishedAt(Item item) {
    DossierStatus status = status(item);
    if (status == DossierStatus.RETURNED) {
      return parts(item, "results", it -> it.has("issuedAt"))
          .map(it -> it.time("issuedAt"))
          .min(Comparator.naturalOrder())
          .orElse(item.time("statusAt"));
    }
    return status == DossierStatus.DONE || status.ended() ? item.time("statusAt") : null;
  }

  private static String paidOnline(Item item) {
    List<String> gateways =
        fees(item)
            .filter(it -> PAID.contains(it.text("status")))
            .map(it -> it.text("gateway"))
            .toList();
    if (gateways.isEmpty()) {
      return "none";
    }
    return gateways.contains(NATIONAL) ? "national" : "own";
  }

  private static Stream<Item> fees(Item item) {
    return parts(item, "payments", it -> FEES.contains(it.text("status")));
  }

  private static Facts fee(Item payment) {
    return new Facts()
        .with("description", payment.textOrNull("description"))
        .with("reference", payment.text("reference"))
        .with("amount", String.valueOf(payment.number("amount")))
        .with("paid", PAID.contains(payment.text("status")));
  }

  private static Facts document(Item document) {
    return new Facts()
        .with("code", document.text("code"))
        .with("digitised", document.flag("digitised"))
        .with("reused", document.flag("reused"));
  }

  private static boolean issued(Item result) {
    return result.text("status").equals("issued");
  }

  private Facts result(Item result) {
    return new Facts()
        .with("title", result.textOrNull("title"))
        .with("number", result.text("number"))
        .with("link", citizenAddress + "/verify/" + result.text("result"));
  }

  /** In the order of their names: DynamoDB's maps have none. */
  private static Stream<Item> parts(Item item, String map, Predicate<Item> which) {
    Item all = item.map(map);
    return new TreeSet<>(all.attributes().keySet())
        .stream().map(all::map).filter(Objects::nonNull).filter(which);
  }
}
