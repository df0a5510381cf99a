package dev.hoso.indicators.objectives;

import dev.hoso.core.Name;
import dev.hoso.core.dynamo.Item;
import dev.hoso.indicators.objectives.Objective.Kind;
import dev.hoso.indicators.objectives.Objective.Link;
import dev.hoso.indicators.objectives.Objective.Reported;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An objective and its reports as items; numbers with a point are texts. */
final class ObjectiveItem {
  private ObjectiveItem() {}

  /** What is entered of it: all but its keys and what was reported. */
  static Map<String, @Nullable Object> entered(Objective objective) {
    Map<String, @Nullable Object> all = new LinkedHashMap<>();
    Link link = objective.link();
    all.put("kind", objective.kind().code());
    all.put("vi", objective.title().vi());
    all.put("en", objective.title().en());
    all.put("unit", objective.unit());
    all.put("role", objective.role());
    all.put("from", objective.from().toString());
    all.put("target", objective.target().toPlainString());
    all.put("indicator", link == null ? null : link.gauge().code());
    all.put("ofUnit", link == null ? null : link.unit());
    all.put("ofProcedure", link == null ? null : link.procedure());
    return all;
  }

  static Objective read(Item item) {
    String indicator = item.textOrNull("indicator");
    return new Objective(
        item.text("at"),
        item.text("kind").equals(Kind.TASK.code()) ? Kind.TASK : Kind.KEY_RESULT,
        new Name(item.text("vi"), item.text("en")),
        item.text("unit"),
        item.text("role"),
        LocalDate.parse(item.text("from")),
        LocalDate.parse(item.text("due")),
        new BigDecimal(item.text("target")),
        indicator == null
            ? null
            : new Link(
                new Gauge(indicator), item.textOrNull("ofUnit"), item.textOrNull("ofProcedure")),
        reported(item));
  }

  private static @Nullable Reported reported(Item item) {
    Instant at = item.timeOrNull("valueAt");
    return at == null ? null : new Reported(new BigDecimal(item.text("value")), at);
  }

  static Report report(Item item) {
    return new Report(
        item.time("reportedAt"),
        item.text("by"),
        new BigDecimal(item.text("value")),
        item.textOrNull("note"));
  }
}
