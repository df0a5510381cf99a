package dev.hoso.payments.api;

import dev.hoso.core.web.Body;
import dev.hoso.payments.PaymentReference;
import dev.hoso.payments.gateways.Gateway;
import dev.hoso.payments.gateways.Gateways;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a caller says of a fee; what is left out has a default.
 *
 * @param gateway where it is paid
 * @param amount in the currency's smallest unit; left out, the catalogue's for the dossier's
 *     channel
 * @param currency by ISO 4217; left out, the gateway's usual one
 * @param description what the citizen reads at the gateway
 * @param reference a name for the payment that the caller already has
 * @param expiresAt until when it can be paid; null for the usual time
 */
record FeeRequest(
    String gateway,
    @Nullable Long amount,
    String currency,
    @Nullable String description,
    @Nullable PaymentReference reference,
    @Nullable Instant expiresAt) {

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
      @Schema(
              type = "string",
              description =
                  "Where it is paid; one that the dossier's unit has switched on. GOV.UK Pay takes"
                      + " pounds, Stripe and standard several currencies, the others đồng",
              allowableValues = {
                "vnpay",
                "momo",
                "zalopay",
                "payos",
                "sepay",
                "dvcqg",
                "stripe",
                "govukpay",
                "standard"
              })
          String gateway,
      @Nullable
          @Schema(
              description =
                  "In the currency's smallest unit (whole đồng, pence, cents); left out, the"
                      + " catalogue's for the dossier's channel, in đồng. At vnpay at most"
                      + " 9999999999, at momo from 1000 to 50000000, at stripe 99999999, at"
                      + " govukpay 10000000",
              minimum = "1",
              maximum = "999999999999999999")
          Long amount,
      @Nullable
          @Schema(
              description =
                  "By ISO 4217; left out, the gateway's usual one: GBP at govukpay, else VND",
              pattern = "^[A-Z]{3}$")
          String currency,
      @Nullable @Schema(description = "What the citizen reads at the gateway", maxLength = 255)
          String description,
      @Nullable
          @Schema(
              description =
                  "A name for the payment that the caller already has, as the gateway can carry it:"
                      + " zalopay a day in Vietnam like 261123 and _ first, payos digits alone,"
                      + " sepay 2 or 3 capital letters and 4 to 12 digits, momo at most 50"
                      + " characters",
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
  static FeeRequest read(Body body, Gateways gateways, Instant now) {
    String name = body.text("gateway");
    Optional<Gateway> gateway = name == null ? Optional.empty() : gateways.find(name);
    if (!body.has("gateway") || (name != null && gateway.isEmpty())) {
      body.fault("gateway", "must be one of: " + String.join(", ", gateways.codes()));
    }
    Long amount = amount(body, gateway);
    String currency = body.text("currency");
    String description = body.line("description", LONGEST_DESCRIPTION);
    String reference = body.text("reference");
    Instant expiresAt = end(body, now);
    PaymentReference named = gateway.map(it -> named(body, it, reference)).orElse(null);
    gateway.ifPresent(it -> check(body, it, currency));
    body.check();
    return new FeeRequest(
        Objects.requireNonNull(name),
        amount,
        currency == null ? gateway.orElseThrow().currencies().getFirst() : currency,
        description,
        named,
        expiresAt);
  }

  /** The end of the time to pay, to the second. */
  Instant end(Instant now) {
    return (expiresAt == null ? now.plus(USUAL_TIME) : expiresAt).truncatedTo(ChronoUnit.SECONDS);
  }

  private static @Nullable Long amount(Body body, Optional<Gateway> gateway) {
    Long amount = body.wholeNumber("amount");
    long least = gateway.map(Gateway::least).orElse(1L);
    long most = gateway.map(Gateway::most).orElse(Long.MAX_VALUE);
    if (amount != null && (amount < least || amount > most)) {
      body.fault(
          "amount",
          "must be a whole number of the smallest unit from %d to %d".formatted(least, most));
    }
    return amount;
  }

  private static void check(Body body, Gateway gateway, @Nullable String currency) {
    if (currency != null && !gateway.currencies().contains(currency)) {
      body.fault(
          "currency",
          "must be one that %s takes: %s"
              .formatted(gateway.code(), String.join(", ", gateway.currencies())));
    }
  }

  private static @Nullable PaymentReference named(
      Body body, Gateway gateway, @Nullable String reference) {
    return reference == null
        ? null
        : body.noting(() -> gateway.references().parse("reference", reference));
  }

  private static @Nullable Instant end(Body body, Instant now) {
    Instant end = body.time("expiresAt");
    if (end != null && (!end.isAfter(now) || end.isAfter(now.plus(LONGEST_TIME)))) {
      body.fault("expiresAt", "must be in the future, at most 30 days ahead");
    }
    return end;
  }
}
