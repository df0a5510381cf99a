package dev.hoso.results;

import dev.hoso.core.DossierCode;
import dev.hoso.core.ResultId;
import dev.hoso.core.ResultNumber;
import dev.hoso.core.Time;
import dev.hoso.core.dynamo.Item;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A result as an item of the table Results, which dossiers and the citizens' pages read too. */
final class ResultItem {
  private ResultItem() {}

  static Map<String, String> key(ResultNumber number) {
    return Map.of("dossier", number.dossier().value(), "number", number.value());
  }

  /** Every attribute but the key; null where the item has none. */
  static Map<String, @Nullable Object> attributes(Result result) {
    Map<String, @Nullable Object> all = new LinkedHashMap<>();
    request(result.request(), all);
    Standing standing = result.standing();
    all.put("status", standing.status().code());
    all.put("statusAt", standing.at());
    all.put("version", standing.version());
    Map<String, String> fields = result.sent().fields();
    all.put("fields", fields.isEmpty() ? null : fields);
    all.put("upload", result.sent().upload());
    sealed(result.sealed(), all);
    refusal(result, all);
    history(result.history(), all);
    Instant due = result.due();
    all.put("owed", due == null ? null : Result.OWED);
    all.put("due", due == null ? null : Time.sortable(due));
    return all;
  }

  private static void request(ResultRequest request, Map<String, @Nullable Object> all) {
    all.put("result", request.result().value());
    all.put("source", request.source().code());
    all.put("unit", request.unit());
    all.put("procedure", request.procedure());
    all.put("title", request.title());
    all.put("replaces", text(request.replaces()));
    all.put("request", request.digest());
    all.put("idempotencyKey", request.idempotencyKey());
    all.put("createdAt", request.createdAt());
  }

  private static void sealed(@Nullable Sealed sealed, Map<String, @Nullable Object> all) {
    if (sealed != null) {
      all.put("document", sealed.document());
      all.put("documentVersion", sealed.documentVersion());
      all.put("sha256", sealed.sha256());
      all.put("size", sealed.size());
      all.put("signer", sealed.signer());
      all.put("signedAt", sealed.signedAt());
      all.put("sealedAt", sealed.sealedAt());
    }
  }

  private static void refusal(Result result, Map<String, @Nullable Object> all) {
    if (result.status() == ResultStatus.REFUSED) {
      all.put("refusedOn", Time.day(result.standing().at()).toString());
      all.put(
          "reasons",
          result.reasons().stream()
              .map(reason -> Map.of("type", reason.type(), "detail", reason.detail()))
              .toList());
    }
  }

  private static void history(History history, Map<String, @Nullable Object> all) {
    all.put("issuedAt", history.issuedAt());
    all.put("supersededBy", text(history.supersededBy()));
    Revocation revocation = history.revocation();
    if (revocation != null) {
      all.put("revokedAt", revocation.at());
      all.put("revokedBy", revocation.by());
    }
    all.put("revocationReason", revocation == null ? null : revocation.reason());
    HandOuts handOuts = history.handOuts();
    if (handOuts.count() > 0) {
      all.put("handOuts", handOuts.count());
      all.put("handedOutAt", handOuts.first());
      all.put("lastHandedOutAt", handOuts.last());
      all.put("handOutLog", handOuts.log().stream().map(at -> Map.of("at", at)).toList());
    }
    all.put("documentDeletedAt", history.documentDeletedAt());
  }

  static Result read(Item item) {
    DossierCode dossier = new DossierCode(item.text("dossier"));
    Map<String, String> fields = new LinkedHashMap<>();
    Item kept = item.map("fields");
    kept.attributes().keySet().forEach(name -> fields.put(name, kept.text(name)));
    return new Result(
        request(item, dossier),
        new Standing(
            ResultStatus.of(item.text("status")), item.time("statusAt"), item.number("version")),
        new Sent(item.textOrNull("upload"), fields),
        item.has("document") ? sealed(item) : null,
        item.list("reasons").stream()
            .map(reason -> new Sealer.Reason(reason.text("type"), reason.text("detail")))
            .toList(),
        history(item, dossier),
        item.timeOrNull("due"));
  }

  private static ResultRequest request(Item item, DossierCode dossier) {
    return new ResultRequest(
        ResultNumber.parse("number", dossier, item.text("number")),
        new ResultId(item.text("result")),
        Source.parse("source", item.text("source")),
        item.text("unit"),
        item.text("procedure"),
        item.text("title"),
        number(dossier, item.textOrNull("replaces")),
        item.text("request"),
        item.textOrNull("idempotencyKey"),
        item.time("createdAt"));
  }

  private static Sealed sealed(Item item) {
    return new Sealed(
        item.text("document"),
        item.textOrNull("documentVersion"),
        item.text("sha256"),
        item.number("size"),
        item.text("signer"),
        item.time("signedAt"),
        item.time("sealedAt"));
  }

  private static History history(Item item, DossierCode dossier) {
    Instant revokedAt = item.timeOrNull("revokedAt");
    List<Instant> log = item.list("handOutLog").stream().map(entry -> entry.time("at")).toList();
    return new History(
        item.timeOrNull("issuedAt"),
        number(dossier, item.textOrNull("supersededBy")),
        revokedAt == null
            ? null
            : new Revocation(
                item.textOrNull("revocationReason"), item.text("revokedBy"), revokedAt),
        new HandOuts(item.numberOr("handOuts", 0), item.timeOrNull("handedOutAt"), log),
        item.timeOrNull("documentDeletedAt"));
  }

  private static @Nullable ResultNumber number(DossierCode dossier, @Nullable String text) {
    return text == null ? null : ResultNumber.parse("number", dossier, text);
  }

  private static @Nullable String text(@Nullable ResultNumber number) {
    return number == null ? null : number.value();
  }
}
