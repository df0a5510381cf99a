package dev.hoso.payments.gateways;

import dev.hoso.core.Language;
import dev.hoso.payments.PaymentRequest;

/**
 * What a gateway's page for paying needs to know.
 *
 * @param ipAddress where the request for it came from
 * @param returnUrl where the citizen comes back to; what is told there changes nothing
 * @param webhookUrl where the gateway is to confirm it, at those that want to be told with each
 *     payment
 */
public record PayPage(
    PaymentRequest request,
    Language language,
    String ipAddress,
    String returnUrl,
    String webhookUrl) {
  /** The same for a gateway that adds nothing to it: by this the page knows who comes back. */
  String paidUrl() {
    return returnUrl + "?back=1";
  }
}
