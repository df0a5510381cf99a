package dev.hoso.payments.api;

import dev.hoso.core.Fault;
import dev.hoso.core.Invalid;
import dev.hoso.core.Money;
import dev.hoso.core.Time;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a caller says of a fee; what is left out has a default. */
@Serdeable
@Introspected
@Schema(requiredProperties = "gateway")
public record FeeRequest(
    @Schema(description = "Where it is paid", example = "vnpay") @Nullable String gateway,
    @Schema(
            description = "Whole đồng; left out, it is the catalogue's for the dossier's channel",
            minimum = "1",
            maximum = "9999999999",
            example = "50000")
        @Nullable Long amount,
    @Schema(description = "VND, and nothing else", example = "VND") @Nullable String currency,
    @Schema(description = "What the citizen reads at the gateway", maxLength = 255)
        @Nullable String description,
    @Schema(
            description = "A name for the payment that the caller already has",
            pattern = "^[A-Za-z0-9._-]{1,64}$")
        @Nullable String reference,
    @Schema(
            description =
                "Until when it can be paid, at most 30 days ahead; left out, for 24 hours",
            example = "2026-11-24T14:30:00+07:00")
        @Nullable String expiresAt) {

  /** VNPAY's amounts have at most 12 digits, of which two are behind the đồng. */
  private static final long MOST = 9_999_999_999L;

  private static final int LONGEST = 255;

  /**
   * A day to pay: the citizen hears of it in the evening and pays the next day. VNPAY names no
   * bound, but wants a reference to be used on one day only, so not longer without being asked.
   */
  private static final Duration USUAL_TIME = Duration.ofHours(24);

  private static final Duration LONGEST_TIME = Duration.ofDays(30);

  /**
   * Looks at what does not depend on the dossier.
   *
   * @throws Invalid naming every field that breaks its rule
   */
  void check(Instant now) {
    List<Fault> faults = new ArrayList<>();
    if (currency != null && !currency.equals(Money.CURRENCY)) {
      faults.add(new Fault("currency", "is VND; no other is taken"));
    }
    if (amount != null && (amount < 1 || amount > MOST)) {
      faults.add(new Fault("amount", "is a whole number of đồng from 1 to " + MOST));
    }
    if (description != null && (description.isBlank() || description.length() > LONGEST)) {
      faults.add(new Fault("description", "has 1 to " + LONGEST + " characters"));
    }
    Instant end = end(now);
    if (!end.isAfter(now) || end.isAfter(now.plus(LONGEST_TIME))) {
      faults.add(new Fault("expiresAt", "is in the future, at most 30 days ahead"));
    }
    if (!faults.isEmpty()) {
      throw new Invalid(faults);
    }
  }

  String descriptionOr(String otherwise) {
    return description == null ? otherwise : description.strip();
  }

  /**
   * The end of the time to pay, to the second.
   *
   * @throws Invalid where it is no time
   */
  Instant end(Instant now) {
    Instant end = Time.parse("expiresAt", expiresAt);
    return (end == null ? now.plus(USUAL_TIME) : end).truncatedTo(ChronoUnit.SECONDS);
  }
}
