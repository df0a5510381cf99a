package dev.hoso.payments.api;

import dev.hoso.core.Money;
import dev.hoso.core.web.Body;
import dev.hoso.payments.PaymentReference;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a caller says of a fee; what is left out has a default.
 *
 * @param gateway where it is paid
 * @param amount whole đồng; left out, the catalogue's for the dossier's channel
 * @param description what the citizen reads at the gateway
 * @param reference a name for the payment that the caller already has
 * @param expiresAt until when it can be paid; null for the usual time
 */
record FeeRequest(
    String gateway,
    @Nullable Long amount,
    @Nullable String description,
    @Nullable PaymentReference reference,
    @Nullable Instant expiresAt) {

  /** VNPAY's amounts have at most 12 digits, of which two are behind the đồng. */
  private static final long MOST = 9_999_999_999L;

  private static final int LONGEST_DESCRIPTION = 255;

  /**
   * A day to pay: the citizen hears of it in the evening and pays the next day. VNPAY names no
   * bound, but wants a reference to be used on one day only, so not longer without being asked.
   */
  private static final Duration USUAL_TIME = Duration.ofHours(24);

  private static final Duration LONGEST_TIME = Duration.ofDays(30);

  /** What is asked for, as it is sent. */
  @Schema(name = "FeeRequest")
  record Sent(
      @Schema(description = "Where it is paid: vnpay") String gateway,
      @Nullable
          @Schema(
              description = "Whole đồng; left out, the catalogue's for the dossier's channel",
              minimum = "1",
              maximum = "9999999999")
          Long amount,
      @Nullable @Schema(pattern = "^VND$") String currency,
      @Nullable @Schema(description = "What the citizen reads at the gateway", maxLength = 255)
          String description,
      @Nullable
          @Schema(
              description = "A name for the payment that the caller already has",
              pattern = "^[A-Za-z0-9._-]{1,64}$")
          String reference,
      @Nullable
          @Schema(
              description = "Until when it can be paid, at most 30 days ahead; else for 24 hours",
              format = "date-time")
          String expiresAt) {}

  /**
   * Reads one.
   *
   * @throws dev.hoso.core.Invalid with every fault of it
   */
  static FeeRequest read(Body body, List<String> gateways, Instant now) {
    String gateway = body.text("gateway");
    if (!body.has("gateway") || (gateway != null && !gateways.contains(gateway))) {
      body.fault("gateway", "must be one of: " + String.join(", ", gateways));
    }
    Long amount = amount(body);
    String description = body.line("description", LONGEST_DESCRIPTION);
    String reference = body.text("reference");
    PaymentReference named =
        reference == null
            ? null
            : body.noting(() -> PaymentReference.parse("reference", reference));
    Instant expiresAt = end(body, now);
    body.check();
    return new FeeRequest(Objects.requireNonNull(gateway), amount, description, named, expiresAt);
  }

  /** The end of the time to pay, to the second. */
  Instant end(Instant now) {
    return (expiresAt == null ? now.plus(USUAL_TIME) : expiresAt).truncatedTo(ChronoUnit.SECONDS);
  }

  private static @Nullable Long amount(Body body) {
    Long amount = body.wholeNumber("amount");
    if (amount != null && (amount < 1 || amount > MOST)) {
      body.fault("amount", "must be a whole number of đồng from 1 to " + MOST);
    }
    String currency = body.text("currency");
    if (currency != null && !currency.equals(Money.CURRENCY)) {
      body.fault("currency", "must be VND; no other is taken");
    }
    return amount;
  }

  private static @Nullable Instant end(Body body, Instant now) {
    Instant end = body.time("expiresAt");
    if (end != null && (!end.isAfter(now) || end.isAfter(now.plus(LONGEST_TIME)))) {
      body.fault("expiresAt", "must be in the future, at most 30 days ahead");
    }
    return end;
  }
}
