package dev.hoso.citizen.lookup;

import dev.hoso.core.DossierStatus;
import dev.hoso.core.Money;
import dev.hoso.core.Name;
import dev.hoso.core.Time;
import dev.hoso.core.dynamo.Item;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a dossier has been through, as far as it remembers: when it came, when it waited for the
 * applicant, what was paid, what came of it, and where it stands. It keeps no list of its former
 * statuses.
 */
final class Timeline {
  private final List<Step> steps = new ArrayList<>();

  private Timeline() {}

  /** The steps, oldest first. */
  static List<Step> of(Dossier dossier) {
    Timeline line = new Timeline();
    line.arrival(dossier);
    dossier.item().list("pauses").forEach(pause -> line.pause(dossier, pause));
    dossier.payments().forEach(line::payment);
    dossier.results().forEach(line::result);
    line.steps.add(new Step(dossier.statusAt(), dossier.status().title(), null, true));
    line.add(
        dossier.erasedAt(),
        "Đã xoá dữ liệu cá nhân theo yêu cầu",
        "Personal data deleted on request");
    return line.steps.stream().sorted(Comparator.comparing(Step::at)).toList();
  }

  private void arrival(Dossier dossier) {
    Instant receivedAt = dossier.receivedAt();
    boolean early = receivedAt == null || dossier.createdAt().isBefore(receivedAt);
    if (early && dossier.status() != DossierStatus.REGISTERED) {
      add(dossier.createdAt(), "Đăng ký hồ sơ", "Registered");
    }
    // Where it still stands so, the last step says it.
    if (dossier.status() != DossierStatus.RECEIVED || !dossier.statusAt().equals(receivedAt)) {
      add(receivedAt, "Tiếp nhận hồ sơ", "Received");
    }
  }

  /** A pause that is not over is what the status says. */
  private void pause(Dossier dossier, Item pause) {
    String to = pause.textOrNull("to");
    if (to == null) {
      return;
    }
    steps.add(
        new Step(
            start(LocalDate.parse(pause.text("from")), dossier.receivedAt()),
            new Name(
                "Tạm dừng để chờ giấy tờ hoặc phí, lệ phí",
                "On hold, waiting for documents or a fee"),
            LocalDate.parse(to),
            false));
  }

  /** Only the day is known; a pause on the day of receipt comes after it. */
  private static Instant start(LocalDate day, @Nullable Instant receivedAt) {
    return receivedAt != null && Time.day(receivedAt).equals(day)
        ? receivedAt
        : day.atStartOfDay(Time.VIETNAM).toInstant();
  }

  private void payment(Payment payment) {
    Money amount = payment.amount();
    add(payment.paidAt(), "Đã nộp " + amount.vietnamese(), "Paid " + amount.english());
  }

  private void result(Result result) {
    String number = result.shortNumber();
    add(result.issuedAt(), "Có kết quả " + number, "Result " + number + " issued");
    add(result.handedOutAt(), "Đã tải kết quả " + number, "Result " + number + " downloaded");
    add(result.revokedAt(), "Kết quả " + number + " bị thu hồi", "Result " + number + " revoked");
  }

  private void add(@Nullable Instant at, String vi, String en) {
    if (at != null) {
      steps.add(Step.of(at, vi, en));
    }
  }
}
