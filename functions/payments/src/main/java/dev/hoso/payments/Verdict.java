package dev.hoso.payments;

import dev.hoso.core.dynamo.Item;
import dev.hoso.core.dynamo.Outcome;

/** What we make of a webhook's call; each gateway has its own words for it. */
public enum Verdict {
  /** It is recorded, by this call. */
  RECORDED,
  /** The payment is where nothing that was said leads on from. */
  ALREADY_KNOWN,
  /** Proven, and not about a payment's money: a test, an agreement, an event of another kind. */
  IGNORED,
  /** No payment has that reference. */
  UNKNOWN_REFERENCE,
  /** The payment is of another amount. */
  WRONG_AMOUNT,
  /** The payment is in another currency. */
  WRONG_CURRENCY,
  /** Proven, but for another merchant or account than ours. */
  NOT_OURS,
  /** It is not proven that the gateway said it. */
  NOT_PROVEN,
  /** Proven, but it does not say what it must. */
  NOT_UNDERSTOOD,
  /** More than any gateway sends: not read at all. */
  TOO_LARGE,
  /** Something is wrong at ours: the gateway should call again. */
  OUR_TROUBLE;

  /** Reads what became of a confirmation's write. In the order of checks that VNPAY asks for. */
  static Verdict of(Confirmation confirmation, Outcome outcome) {
    Item item = outcome.item();
    if (outcome.written()) {
      return RECORDED;
    }
    if (item.isEmpty()) {
      return UNKNOWN_REFERENCE;
    }
    if (confirmation.ofThePaymentsMoney()) {
      if (!item.text("currency").equals(confirmation.said().currency())) {
        return WRONG_CURRENCY;
      }
      if (item.number("amount") != confirmation.said().amount()) {
        return WRONG_AMOUNT;
      }
    }
    return saidAgain(confirmation, item) ? RECORDED : ALREADY_KNOWN;
  }

  /** Whether other money came for a payment that is paid already. */
  static boolean paidTwice(Confirmation confirmation, Outcome outcome) {
    String transaction = confirmation.said().gatewayTransactionId();
    return confirmation instanceof Confirmation.Paid
        && of(confirmation, outcome) == ALREADY_KNOWN
        && transaction != null
        && !transaction.equals(outcome.item().textOrNull("gatewayTransactionId"));
  }

  /** What is undecided still is: no end of the payment that a gateway could stop at. */
  private static boolean saidAgain(Confirmation confirmation, Item item) {
    return confirmation instanceof Confirmation.Undecided
        && confirmation.from().contains(PaymentStatus.of(item.text("status")));
  }
}
