package dev.hoso.indicators.dashboard;

import dev.hoso.core.Name;
import dev.hoso.indicators.Counts;
import dev.hoso.indicators.Measure;
import java.util.Arrays;
import java.util.Optional;

/** What the dashboard shows a number of, and has a list by unit behind. */
public enum Figure {
  RECEIVED(Measure.RECEIVED, "Tiếp nhận", "Received"),
  SYNCHRONISED(Measure.SYNCHRONISED, "Đã đồng bộ", "Synchronised"),
  DECIDED(Measure.DECIDED, "Giải quyết xong", "Decided"),
  LATE(Measure.LATE, "Giải quyết quá hạn", "Decided late"),
  DONE(Measure.DONE, "Có kết quả", "With a result"),
  ELECTRONIC(Measure.ELECTRONIC, "Kết quả có bản điện tử", "With an electronic result"),
  RETURNED(Measure.RETURNED, "Đã trả kết quả", "Handed over"),
  RESULTS(Measure.RESULTS, "Kết quả điện tử phát hành", "Electronic results issued"),
  PAID(Measure.PAID, "Lượt thanh toán", "Payments"),
  PAID_AMOUNT(Measure.PAID_AMOUNT, "Số tiền (đồng)", "Amount (VND)"),
  SENT(Measure.SENT, "Tin nhắn đã gửi", "Messages sent"),
  DELIVERED(Measure.DELIVERED, "Tin nhắn đã đến", "Messages delivered"),
  FAILED(Measure.FAILED, "Tin nhắn không đến", "Messages failed");

  private final Measure measure;
  private final String vi;
  private final String en;

  Figure(Measure measure, String vi, String en) {
    this.measure = measure;
    this.vi = vi;
    this.en = en;
  }

  /** The figure of a code; empty where there is none. */
  static Optional<Figure> find(String code) {
    return Arrays.stream(values()).filter(it -> it.code().equals(code)).findFirst();
  }

  /** The measure's word. */
  public String code() {
    return measure.code();
  }

  public Name title() {
    return new Name(vi, en);
  }

  /** How much of it; of payments and messages, of all gateways or channels together. */
  public long of(Counts counts) {
    return counts.of(measure)
        + counts.byPart(measure).values().stream().mapToLong(Long::longValue).sum();
  }
}
