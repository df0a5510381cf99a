package dev.hoso.payments;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Where a payment stands. */
public enum PaymentStatus {
  /** Asked for; nothing is known yet. */
  PENDING("pending"),
  /** The money arrived. Only a refund leads out of here. */
  PAID("paid"),
  /** An attempt failed; a later one may still be paid. */
  FAILED("failed"),
  /** The time was over; the money may still arrive. */
  EXPIRED("expired"),
  /** No longer asked for; the money may still arrive. */
  CANCELLED("cancelled"),
  /** All of it went back. */
  REFUNDED("refunded"),
  /** A part of it went back. */
  PARTIALLY_REFUNDED("partiallyRefunded");

  /** Those from which the citizen can go on to pay. */
  static final Set<PaymentStatus> OPEN = Set.of(PENDING, FAILED);

  private final String code;

  PaymentStatus(String code) {
    this.code = code;
  }

  /** The word in JSON and in the table. */
  public String code() {
    return code;
  }

  /** The words of several. */
  static List<String> codes(Collection<PaymentStatus> statuses) {
    return statuses.stream().map(PaymentStatus::code).toList();
  }

  /**
   * The status of a stored word.
   *
   * @throws IllegalArgumentException for another word: nobody but us writes it
   */
  public static PaymentStatus of(String code) {
    return Arrays.stream(values())
        .filter(status -> status.code.equals(code))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No payment status: " + code));
  }
}
