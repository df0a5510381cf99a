package dev.hoso.local.gateways;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a person may do on the pay page, and what then reaches us of it. */
enum Choice {
  PAID(State.PAID, 1, true, "Thanh toán", "Pay"),
  CANCELLED(State.CANCELLED, 1, true, "Hủy giao dịch", "Cancel"),
  POOR(State.FAILED, 1, true, "Tài khoản không đủ số dư", "Insufficient balance"),
  SUSPECTED(
      State.HELD, 1, true, "Trừ tiền, nghi ngờ gian lận", "Money taken, but fraud is suspected"),
  CLOSED(State.PAID, 1, false, "Thanh toán rồi đóng trình duyệt", "Pay, but the browser closes"),
  LOST(State.PAID, 0, true, "Thanh toán, webhook thất lạc", "Pay, but the webhook gets lost"),
  TWICE(State.PAID, 2, true, "Thanh toán, webhook đến hai lần", "Pay, the webhook comes twice");

  private final State state;
  private final int webhooks;
  private final boolean returns;
  private final String vietnamese;
  private final String english;

  Choice(State state, int webhooks, boolean returns, String vietnamese, String english) {
    this.state = state;
    this.webhooks = webhooks;
    this.returns = returns;
    this.vietnamese = vietnamese;
    this.english = english;
  }

  /** The button's value; empty where there is no such button. */
  static Optional<Choice> of(String value) {
    String name = value.toUpperCase(Locale.ROOT);
    return Stream.of(values()).filter(choice -> choice.name().equals(name)).findFirst();
  }

  State state() {
    return state;
  }

  /** How often our webhook is told; each telling is repeated until we take it. */
  int webhooks() {
    return webhooks;
  }

  /** Whether the browser goes back to where the merchant wants it. */
  boolean returns() {
    return returns;
  }

  String label() {
    return vietnamese + " / " + english;
  }
}
