package dev.hoso.dossiers;

import dev.hoso.core.dynamo.Item;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A dossier through its item, without a table. */
final class DossierItems {
  private DossierItems() {}

  static Dossier readBack(Dossier dossier) {
    return DossierItem.read(item(dossier));
  }

  /** All that a table has of it. */
  static Item item(Dossier dossier) {
    Map<String, @Nullable Object> all = new LinkedHashMap<>(DossierItem.attributes(dossier));
    Map<String, Object> payments = new LinkedHashMap<>();
    dossier.payments().forEach((id, payment) -> payments.put(id, payment.facts()));
    all.put("code", dossier.code().value());
    all.put("payments", payments);
    Map<String, Object> results = new LinkedHashMap<>();
    dossier.results().forEach((number, result) -> results.put(number, result.facts()));
    all.put("results", results);
    return Item.of(all);
  }
}
