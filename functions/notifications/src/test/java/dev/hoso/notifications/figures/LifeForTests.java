package dev.hoso.notifications.figures;

import dev.hoso.core.dynamo.Item;
import dev.hoso.core.lambda.Change;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The images that a message leaves in its stream, one after the other. */
final class LifeForTests {
  static final Instant FACT = Instant.parse("2026-11-23T07:30:05Z");
  private final Map<String, Object> item = new LinkedHashMap<>();
  private final List<Item> images = new ArrayList<>(List.of(Item.EMPTY));

  private LifeForTests(String id, String channel, String template) {
    item.put("id", id);
    item.put("channel", channel);
    item.put("template", template);
    item.put("factAt", FACT);
    then("status", "claimed");
  }

  static LifeForTests of(String id, String channel, String template) {
    return new LifeForTests(id, channel, template);
  }

  LifeForTests then(String name, Object value) {
    item.put(name, value);
    images.add(Item.of(item));
    return this;
  }

  LifeForTests sent(long seconds) {
    item.put("sentAt", FACT.plusSeconds(seconds));
    return then("status", "sent");
  }

  List<Change> changes() {
    List<Change> changes = new ArrayList<>();
    for (int n = 1; n < images.size(); n++) {
      changes.add(new Change(images.get(n - 1), images.get(n)));
    }
    return changes;
  }
}
