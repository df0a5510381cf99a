package dev.hoso.payments.api;

import dev.hoso.core.web.Body;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a caller says of money that is to go back.
 *
 * @param amount in the payment's currency's smallest unit; null for all that has not gone back
 * @param reason why
 * @param requestedBy who asks for it
 * @param transferReference the bank's name of the transfer, where it was paid back by hand
 */
record RefundRequest(
    @Nullable Long amount, String reason, String requestedBy, @Nullable String transferReference) {
  private static final int LONGEST_REASON = 255;
  private static final int LONGEST_NAME = 64;

  /** What is asked for, as it is sent. */
  @Serdeable
  @Schema(name = "RefundRequest")
  record Sent(
      @Nullable
          @Schema(
              description =
                  "In the payment's currency's smallest unit; left out, all that has not gone back",
              minimum = "1")
          Long amount,
      @Schema(description = "Why, for the records; the citizen does not read it", maxLength = 255)
          String reason,
      @Nullable
          @Schema(
              description = "Who asks for it, an officer's account; left out, whom the token names",
              maxLength = 64)
          String requestedBy,
      @Nullable
          @Schema(
              description =
                  "Only where it was paid back by hand, as at payos, sepay, dvcqg and standard: what"
                      + " the bank calls the transfer",
              maxLength = 64)
          String transferReference) {}

  /**
   * Reads one.
   *
   * @param caller who asks for it, where it does not say
   * @throws dev.hoso.core.Invalid with every fault of it
   */
  static RefundRequest read(Body body, String caller) {
    Long amount = body.wholeNumber("amount");
    if (amount != null && amount < 1) {
      body.fault("amount", "must be a whole number of the smallest unit, at least 1");
    }
    String reason = body.requiredLine("reason", LONGEST_REASON);
    String requestedBy = body.line("requestedBy", LONGEST_NAME);
    String transfer = body.line("transferReference", LONGEST_NAME);
    body.check();
    return new RefundRequest(
        amount,
        Objects.requireNonNull(reason),
        requestedBy == null ? caller : requestedBy,
        transfer);
  }
}
