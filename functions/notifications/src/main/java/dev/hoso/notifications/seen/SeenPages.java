package dev.hoso.notifications.seen;

import dev.hoso.core.Language;
import dev.hoso.core.lambda.HttpAnswer;
import dev.hoso.notifications.HtmlPages;
import dev.hoso.notifications.Obstacle;
import dev.hoso.notifications.Resending;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The page of a dossier's messages. */
final class SeenPages {
  private static final int MILLIONTHS = 6;
  private final HtmlPages pages = new HtmlPages(SeenPages.class);

  /**
   * The messages.
   *
   * @param notice what became of the reader's wish; empty where there was none
   * @param mayResend whether the reader may have a message sent again
   */
  HttpAnswer messages(
      int status,
      Language language,
      String code,
      List<Resending.Told> all,
      String notice,
      boolean mayResend) {
    List<ShownMessage> shown = all.stream().map(told -> shown(told, language)).toList();
    // Each page names its requests, so that a form that is sent twice is heard once.
    return pages.page(
        status,
        "messages",
        language,
        Map.of(
            "code",
            code,
            "messages",
            shown,
            "notice",
            notice,
            "mayResend",
            mayResend,
            "key",
            UUID.randomUUID().toString()));
  }

  /** For when there is no such dossier, or it could not be looked up. */
  HttpAnswer problem(int status, Language language, String title, String detail) {
    return pages.page(status, "problem", language, Map.of("title", title, "detail", detail));
  }

  private static ShownMessage shown(Resending.Told told, Language language) {
    Life life = Life.of(told);
    boolean vi = language == Language.VI;
    Obstacle obstacle = told.obstacle();
    return new ShownMessage(
        life,
        channel(life.channel(), vi) + kind(life.kind(), vi),
        state(life.status(), vi),
        size(life.segments(), life.cost(), vi),
        Steps.of(life, language),
        obstacle == null ? "" : obstacle.text(language));
  }

  static String channel(String channel, boolean vi) {
    return switch (channel) {
      case "sms" -> vi ? "Tin nhắn" : "Text message";
      case "email" -> vi ? "Thư điện tử" : "E-mail";
      case "push" -> vi ? "Thông báo trên ứng dụng" : "Notice of the app";
      default -> channel;
    };
  }

  private static String kind(@Nullable String kind, boolean vi) {
    return switch (kind == null ? "" : kind) {
      case "code" -> vi ? ": mã tra cứu" : ": one-time code";
      case "payment" -> vi ? ": thanh toán" : ": payment";
      case "result" -> vi ? ": kết quả" : ": result";
      case "progress" -> vi ? ": diễn biến" : ": progress";
      case "reminder" -> vi ? ": nhắc việc" : ": reminder";
      case "announcement" -> vi ? ": thông báo" : ": announcement";
      default -> "";
    };
  }

  private static String state(String status, boolean vi) {
    return switch (status) {
      case "claimed" -> vi ? "Đang chờ" : "Waiting";
      case "sent" -> vi ? "Đã gửi" : "Sent";
      case "delivered" -> vi ? "Đã đến" : "Delivered";
      case "failed" -> vi ? "Thất bại" : "Failed";
      case "suppressed" -> vi ? "Không gửi" : "Not sent";
      case "merged" -> vi ? "Đã gộp" : "Merged";
      case "standby" -> vi ? "Dự phòng" : "Standing by";
      default -> status;
    };
  }

  /** Parts and cost; empty where neither is known. */
  static String size(@Nullable Long segments, @Nullable Long cost, boolean vi) {
    String parts = segments == null ? "" : segments + (vi ? " phần" : " part(s)");
    if (cost == null) {
      return parts;
    }
    String dollars =
        BigDecimal.valueOf(cost, MILLIONTHS).stripTrailingZeros().toPlainString() + " USD";
    return parts.isEmpty() ? dollars : parts + ", " + dollars;
  }
}
