package dev.hoso.local.vnpay;

/** What may come of a payment at VNPAY, by its response code and transaction status. */
public enum Outcome {
  PAID("00", "00", "Thanh toán", "Pay"),
  CANCELLED("24", "02", "Hủy giao dịch", "Cancel"),
  POOR("51", "02", "Tài khoản không đủ số dư", "Insufficient balance"),
  SUSPECTED("07", "07", "Trừ tiền, nghi ngờ gian lận", "Money taken, fraud suspected");

  private final String response;
  private final String status;
  private final String vietnamese;
  private final String english;

  Outcome(String response, String status, String vietnamese, String english) {
    this.response = response;
    this.status = status;
    this.vietnamese = vietnamese;
    this.english = english;
  }

  String response() {
    return response;
  }

  String status() {
    return status;
  }

  String label() {
    return vietnamese + " / " + english;
  }

  /** Whether money moved, so that a bank and its transaction can be named. */
  boolean moved() {
    return this == PAID || this == SUSPECTED;
  }
}
