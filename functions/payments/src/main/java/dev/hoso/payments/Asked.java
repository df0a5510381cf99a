package dev.hoso.payments;

import dev.hoso.core.dynamo.Update;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a citizen can pay, once a gateway was asked: an address, or what to transfer to whom. */
public sealed interface Asked {
  /** Where the citizen goes to pay. */
  String payUrl();

  /** Adds it to the write that makes the payment. */
  default Update addTo(Update update) {
    return update.set("payUrl", payUrl());
  }

  /** An address that was made here, without a call; also our own page where a gateway has none. */
  record Address(String payUrl) implements Asked {}

  /**
   * A page that the gateway opened for us.
   *
   * @param ids the gateway's own names for it, for later questions: {@code paymentLinkId}
   * @param qr what a QR code for the citizen's bank says, by EMVCo and NAPAS; null where it gave
   *     none
   */
  record Opened(String payUrl, Map<String, String> ids, @Nullable String qr) implements Asked {
    /** One without a QR code. */
    public Opened(String payUrl, Map<String, String> ids) {
      this(payUrl, ids, null);
    }

    @Override
    public Update addTo(Update update) {
      return update.set("payUrl", payUrl).set("gatewayIds", ids).set("qr", qr);
    }
  }

  /**
   * A bank transfer.
   *
   * @param payUrl our own page that shows it
   * @param qr what the QR code says, by EMVCo and NAPAS; null where the bank's number is not known
   * @param transfer what a person types who cannot scan it: {@code bank} and {@code accountName}
   *     where they are known, {@code accountNumber}, {@code content}
   */
  record Transfer(String payUrl, @Nullable String qr, Map<String, String> transfer)
      implements Asked {
    @Override
    public Update addTo(Update update) {
      return update.set("payUrl", payUrl).set("qr", qr).set("transfer", transfer);
    }
  }
}
