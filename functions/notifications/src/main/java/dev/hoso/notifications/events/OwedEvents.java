package dev.hoso.notifications.events;

import dev.hoso.core.Time;
import dev.hoso.core.dynamo.Item;
import dev.hoso.core.dynamo.Table;
import dev.hoso.core.dynamo.Update;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Events that the topic did not take yet. */
record OwedEvents(Table table) {
  static final String OWED = "event";

  /** Whether any of this dossier waits: what happens after it must wait too. */
  boolean any(String dossier) {
    return !table.beginning("dossier", dossier, "sequence", "0", 1).isEmpty();
  }

  void keep(Notice notice, Instant now) {
    table.write(
        Update.of(key(notice))
            .set("body", notice.body())
            .set("type", notice.type())
            .set("unit", notice.unit())
            .set("procedure", notice.procedure())
            .set("status", notice.status())
            .set("owed", OWED)
            .set("due", Time.sortable(now)));
  }

  /** The dossiers that events are owed of, the longest waiting first. */
  List<String> dossiers(Instant now, int limit) {
    return table.due(OWED, now, limit).stream()
        .map(item -> item.text("dossier"))
        .distinct()
        .toList();
  }

  int count(Instant now, int most) {
    return table.due(OWED, now, most).size();
  }

  /** What is owed of a dossier, in the order in which it happened. */
  List<Notice> of(String dossier) {
    return table.query("dossier", dossier).stream().map(OwedEvents::notice).toList();
  }

  void published(Notice notice) {
    table.delete(key(notice));
  }

  private static Map<String, String> key(Notice notice) {
    return Map.of("dossier", notice.dossier(), "sequence", notice.sequence());
  }

  private static Notice notice(Item item) {
    return new Notice(
        item.text("dossier"),
        item.text("sequence"),
        item.text("body"),
        item.text("type"),
        item.text("unit"),
        item.text("procedure"),
        item.text("status"));
  }
}
