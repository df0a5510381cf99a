package dev.hoso.payments;

import dev.hoso.core.Crockford;
import dev.hoso.core.Sha256;
import dev.hoso.core.dynamo.Outcome;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Something a person should look at: it proved nothing, or it does not fit what we know.
 *
 * @param reference the payment it names, where that is proven
 * @param amount what came, in the currency's smallest unit, where that is proven
 * @param expectedAmount what was asked for
 * @param received what was received, without its signature
 */
public record Anomaly(
    String gateway,
    Kind kind,
    @Nullable String reference,
    @Nullable Long amount,
    @Nullable Long expectedAmount,
    String received) {

  /** What is odd. */
  public enum Kind {
    /** The signature is absent or wrong: forged, cut off, or a secret of ours is. */
    BAD_SIGNATURE("badSignature"),
    /** Well signed, but for another merchant than us. */
    WRONG_MERCHANT("wrongMerchant"),
    /** Well signed, but without what it must say. */
    NOT_UNDERSTOOD("notUnderstood"),
    /** Well signed, for a payment that we never asked for. */
    UNKNOWN_REFERENCE("unknownReference"),
    /** Well signed, with another amount than we asked for. */
    AMOUNT_MISMATCH("amountMismatch"),
    /** A second transaction paid what was paid. */
    PAID_TWICE("paidTwice"),
    /** Money that the gateway holds back: it waits for a decision there. */
    UNDECIDED("undecided"),
    /** Well signed, in another currency than we asked for. */
    FOREIGN_CURRENCY("foreignCurrency"),
    /** Well signed, at another time: repeated by somebody else, late, or a clock is wrong. */
    STALE("stale"),
    /** No JSON, no UTF-8, no base64, or nested too deep. */
    MALFORMED("malformed"),
    /** The same name stands twice, which everybody reads differently. */
    DUPLICATE_NAME("duplicateName"),
    /** More than any gateway sends; what it was is not kept. */
    OVERSIZE("oversize"),
    /** The payer's bank wants the money back: somebody must answer at the gateway. */
    DISPUTED("disputed"),
    /** The gateway could not give the money back. */
    REFUND_FAILED("refundFailed"),
    /** Its time is over and its gateway could not be asked: money may have come for it. */
    UNANSWERED("unanswered"),
    /** One transaction stands twice in a settlement file. */
    SETTLED_TWICE("settledTwice");

    private final String code;

    Kind(String code) {
      this.code = code;
    }

    /** The word in JSON and in the table. */
    public String code() {
      return code;
    }
  }

  /** What is odd about a proven confirmation, seen what became of it; empty where nothing is. */
  static Optional<Anomaly> in(
      Confirmation confirmation, String gateway, Outcome outcome, Supplier<String> received) {
    Confirmation.Said said = confirmation.said();
    Long amount = said.amount() == Confirmation.Said.NO_AMOUNT ? null : said.amount();
    Long expected = outcome.item().isEmpty() ? null : outcome.item().number("amount");
    return oddity(confirmation, outcome)
        .map(
            kind ->
                new Anomaly(
                    gateway, kind, said.reference().value(), amount, expected, received.get()));
  }

  private static Optional<Kind> oddity(Confirmation confirmation, Outcome outcome) {
    Kind kind =
        switch (Verdict.of(confirmation, outcome)) {
          case UNKNOWN_REFERENCE -> Kind.UNKNOWN_REFERENCE;
          case WRONG_AMOUNT -> Kind.AMOUNT_MISMATCH;
          case WRONG_CURRENCY -> Kind.FOREIGN_CURRENCY;
          default -> ofItself(confirmation, outcome);
        };
    return Optional.ofNullable(kind);
  }

  /** What a person must see though it fits. */
  private static @Nullable Kind ofItself(Confirmation confirmation, Outcome outcome) {
    return switch (confirmation) {
      case Confirmation.Paid paid -> Verdict.paidTwice(paid, outcome) ? Kind.PAID_TWICE : null;
      case Confirmation.Undecided undecided -> undecided.held() ? Kind.UNDECIDED : null;
      case Confirmation.Disputed disputed -> Kind.DISPUTED;
      case Confirmation.Failed failed -> null;
      case Confirmation.Cancelled cancelled -> null;
      case Confirmation.Expired expired -> null;
      case Confirmation.Refunded refunded -> null;
      case Confirmation.Hint hint -> null;
    };
  }

  /** The same for every repeat of the same thing. */
  String id() {
    byte[] digest = Sha256.of(gateway, kind.code(), received);
    return Crockford.text(digest).substring(0, 26).toLowerCase(Locale.ROOT);
  }
}
