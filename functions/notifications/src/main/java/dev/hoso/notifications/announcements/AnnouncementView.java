package dev.hoso.notifications.announcements;

import dev.hoso.core.Language;
import dev.hoso.core.Time;
import dev.hoso.core.dynamo.Item;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An announcement as it is shown. */
final class AnnouncementView {
  private AnnouncementView() {}

  /** What there is to say of it without counting its messages. */
  static Map<String, Object> brief(Announcement it) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("id", it.id());
    view.put("name", it.name());
    view.put("status", it.state().code());
    put(view, "failure", it.failure());
    view.put("text", byCode(it.text()));
    if (!it.subject().isEmpty()) {
      view.put("subject", byCode(it.subject()));
    }
    put(view, "channel", it.channel());
    view.put("list", it.list());
    view.put("createdAt", Time.text(it.createdAt()));
    put(view, "readAt", Time.textOrNull(it.progress().readAt()));
    view.put("lines", it.progress().lines());
    return view;
  }

  /**
   * With what became of its messages.
   *
   * @param counts by state
   * @param refused the first lines that were refused
   */
  static Map<String, Object> whole(Announcement it, Map<String, Long> counts, List<Item> refused) {
    Map<String, Object> view = brief(it);
    Map<String, Object> progress = new LinkedHashMap<>();
    progress.put("lines", it.progress().lines());
    counts.forEach(
        (state, count) -> progress.put(state.equals("claimed") ? "waiting" : state, count));
    view.put("progress", progress);
    view.put("refusedLines", refused.stream().map(AnnouncementView::line).toList());
    return view;
  }

  private static Map<String, Object> line(Item item) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("line", item.number("line"));
    line.put("column", item.text("column"));
    line.put("rule", item.text("rule"));
    return line;
  }

  private static Map<String, Object> byCode(Map<Language, String> texts) {
    Map<String, Object> byCode = new LinkedHashMap<>();
    for (Language language : Language.values()) {
      put(byCode, language.code(), texts.get(language));
    }
    return byCode;
  }

  private static void put(Map<String, Object> view, String name, @Nullable Object value) {
    if (value != null) {
      view.put(name, value);
    }
  }
}
