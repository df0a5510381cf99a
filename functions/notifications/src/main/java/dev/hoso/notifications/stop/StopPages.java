package dev.hoso.notifications.stop;

import dev.hoso.core.Language;
import dev.hoso.core.lambda.HttpAnswer;
import dev.hoso.notifications.HtmlPages;
import dev.hoso.notifications.Kind;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the pages say to whoever was written to. */
final class StopPages {
  private final HtmlPages pages = new HtmlPages(StopPages.class);

  /** What can be chosen. */
  HttpAnswer choice(Language language, Set<Kind> kinds, Set<Kind> optedOut, boolean saved) {
    List<Choice> choices =
        kinds.stream()
            .sorted()
            .map(kind -> new Choice(kind.code(), title(kind, language), !optedOut.contains(kind)))
            .toList();
    return page(200, "choice", language, Map.of("choices", choices, "saved", saved));
  }

  /** For an address that is not quite ours. */
  HttpAnswer unknown(Language language) {
    return page(404, "unknown", language, Map.of());
  }

  /** For when it could not be looked up or saved. */
  HttpAnswer failed(Language language) {
    return page(503, "failed", language, Map.of());
  }

  private HttpAnswer page(int status, String name, Language language, Map<String, Object> values) {
    return pages.page(status, name, language, values);
  }

  private static String title(Kind kind, Language language) {
    boolean vi = language == Language.VI;
    return switch (kind) {
      case PROGRESS -> vi ? "Diễn biến của hồ sơ" : "How my dossier goes on";
      case REMINDER ->
          vi ? "Nhắc những việc tôi còn phải làm" : "Reminders of what I must still do";
      case ANNOUNCEMENT -> vi ? "Thông báo chung" : "Announcements to everybody";
      case CODE -> vi ? "Mã tra cứu" : "One-time codes";
      case PAYMENT -> vi ? "Thanh toán" : "Payments";
      case RESULT -> vi ? "Kết quả" : "Results";
    };
  }
}
