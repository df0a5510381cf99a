package dev.hoso.notifications.seen;

import dev.hoso.core.Language;
import dev.hoso.core.Time;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A message's life as a person reads it, from the fact to what became of it. */
final class Steps {
  private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm:ss");
  private final Life life;
  private final boolean vi;
  private final List<Step> steps = new ArrayList<>();

  private Steps(Life life, Language language) {
    this.life = life;
    this.vi = language == Language.VI;
  }

  static List<Step> of(Life life, Language language) {
    return new Steps(life, language).all();
  }

  private List<Step> all() {
    add(life.factAt(), "Có việc cần báo", "There was something to tell", null);
    add(life.sentAt(), "Nhà mạng đã nhận", "Taken by the provider", null);
    add(life.deliveredAt(), "Đã đến nơi", "Delivered", life.deliveryReport());
    switch (life.status()) {
      case "claimed" -> add(life.at(), "Đang chờ gửi", "Waits to be sent", reason());
      case "failed" -> add(life.at(), "Không đến được", "Did not arrive", failed());
      case "suppressed" -> add(life.at(), "Không gửi", "Not sent", reason());
      case "merged" ->
          add(life.at(), "Đã gộp vào tin khác", "Told by another message", life.mergedInto());
      case "standby" -> add(life.at(), "Dự phòng", "Stands by for another channel", null);
      default -> {
        // What was sent has said so above.
      }
    }
    add(life.complaint() == null ? null : life.at(), "Bị báo là tin rác", "Complained of", null);
    add(life.resentAs() == null ? null : life.at(), "Đã gửi lại", "Sent again", again());
    add(life.erasedAt(), "Đã xóa nội dung", "What it said was erased", null);
    return List.copyOf(steps);
  }

  private @Nullable String reason() {
    return vi && life.reasonVi() != null ? life.reasonVi() : life.reason();
  }

  private @Nullable String failed() {
    return life.deliveryReport() == null ? reason() : reason() + " (" + life.deliveryReport() + ")";
  }

  private String again() {
    String by = life.resentBy() == null ? "" : " (" + life.resentBy() + ")";
    return Objects.requireNonNullElse(life.resendReason(), "") + by;
  }

  private void add(
      @Nullable String at, String inVietnamese, String inEnglish, @Nullable String more) {
    if (at != null) {
      String shown = SHOWN.format(Time.vietnam(Time.instant(at)));
      steps.add(
          new Step(shown, at, vi ? inVietnamese : inEnglish, Objects.requireNonNullElse(more, "")));
    }
  }
}
