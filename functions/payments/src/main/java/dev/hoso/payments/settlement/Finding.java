package dev.hoso.payments.settlement;

import java.util.Arrays;

/** What comes of a line of a settlement file, or of a payment that no line is about. */
public enum Finding {
  /** The gateway settles what we know as paid. */
  MATCHED("matched", false),
  /** The gateway settles what we did not know as paid: by this line it is. */
  RECOVERED("recovered", true),
  /** The gateway took back what we know as given back. */
  REFUND_MATCHED("refundMatched", false),
  /** The gateway took back what we did not know of: by this line we do. */
  REFUND_RECOVERED("refundRecovered", true),
  /** The payment is of another amount or in another currency; more went back than had come. */
  AMOUNT_DIFFERS("amountDiffers", true),
  /** We know no such payment, or the line names none. */
  MISSING_HERE("missingHere", true),
  /** The payment is settled already, by another transaction or another line of this file. */
  DOUBLED("doubled", true),
  /** We know it as paid, and the gateway has not settled it yet. */
  MISSING_THERE("missingThere", true),
  /** The line cannot be read; nothing is known of it. */
  UNREADABLE("unreadable", true),
  /** The line is about something else than a payment or a refund, as the mapping says. */
  IGNORED("ignored", false);

  private final String code;
  private final boolean difference;

  Finding(String code, boolean difference) {
    this.code = code;
    this.difference = difference;
  }

  /** The word in reports and metrics. */
  public String code() {
    return code;
  }

  /** Whether a report lists it one by one. */
  boolean isDifference() {
    return difference;
  }

  /** Whether the money of the line is accounted for. */
  boolean settles() {
    return this == MATCHED || this == RECOVERED;
  }

  /**
   * The finding of a word.
   *
   * @throws IllegalArgumentException for another word: nobody but us writes it
   */
  public static Finding of(String code) {
    return Arrays.stream(values())
        .filter(finding -> finding.code.equals(code))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No finding: " + code));
  }
}
