package dev.hoso.dossiers;

import dev.hoso.core.dynamo.Item;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where a dossier comes from, as it lies in its item. */
final class OriginItem {
  private OriginItem() {}

  static Map<String, @Nullable Object> attributes(Origin origin) {
    Map<String, @Nullable Object> all = new LinkedHashMap<>();
    Imported imported = origin.imported();
    all.put("imported", imported == null ? null : imported.id());
    all.put("importedLine", imported == null ? null : imported.line());
    all.put("tell", (imported != null && imported.tell()) ? true : null);
    all.put(
        "transfers",
        origin.transfers().isEmpty()
            ? null
            : origin.transfers().stream().map(OriginItem::transfer).toList());
    return all;
  }

  static Origin read(Item item) {
    String id = item.textOrNull("imported");
    return new Origin(
        id == null ? null : new Imported(id, (int) item.number("importedLine"), item.flag("tell")),
        item.list("transfers").stream().map(OriginItem::transfer).toList());
  }

  private static Map<String, Object> transfer(Transfer transfer) {
    return Map.of(
        "from", transfer.from(),
        "to", transfer.to(),
        "at", transfer.at(),
        "transfer", transfer.transfer(),
        "reason", transfer.reason());
  }

  private static Transfer transfer(Item item) {
    return new Transfer(
        item.text("from"),
        item.text("to"),
        item.time("at"),
        item.text("transfer"),
        item.text("reason"));
  }
}
