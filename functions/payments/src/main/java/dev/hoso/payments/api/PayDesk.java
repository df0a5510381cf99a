package dev.hoso.payments.api;

import dev.hoso.core.CitizenPages;
import dev.hoso.core.Language;
import dev.hoso.core.Log;
import dev.hoso.core.Refused;
import dev.hoso.payments.Asked;
import dev.hoso.payments.PaymentReference;
import dev.hoso.payments.PaymentRequest;
import dev.hoso.payments.gateways.Asking;
import dev.hoso.payments.gateways.Counters;
import dev.hoso.payments.gateways.GatewaySettings;
import dev.hoso.payments.gateways.GatewayTrouble;
import dev.hoso.payments.gateways.MissingSetting;
import dev.hoso.payments.gateways.PayPage;
import jakarta.inject.Singleton;
import java.util.Map;
import software.amazon.awssdk.core.exception.SdkException;

/** Asks gateways to take payments, and says so where they cannot. */
@Singleton
final class PayDesk {
  /** The kind of problem where the gateway, or we, know the reference from another request. */
  static final String REFERENCE_TAKEN = "reference-taken";

  private final Counters counters;
  private final GatewaySettings settings;
  private final CitizenPages pages;

  PayDesk(Counters counters, GatewaySettings settings, CitizenPages pages) {
    this.counters = counters;
    this.settings = settings;
    this.pages = pages;
  }

  /**
   * Opens the way to pay. Where a gateway has none that we could open, the payment begins
   * elsewhere, under our reference, and the receipt's page says what is to be paid.
   *
   * @throws Refused where the gateway is not set up, does not answer or refuses
   */
  Asked ask(PaymentRequest request, Language language, String ipAddress) {
    String receipt = pages.receipt(request.receipt());
    String webhook = pages.address() + "/webhooks/" + request.gateway();
    PayPage page = new PayPage(request, language, ipAddress, receipt, webhook);
    try {
      return counters
          .find(request.gateway(), Asking.class)
          .map(asking -> asking.ask(page))
          .orElseGet(() -> new Asked.Address(receipt));
    } catch (MissingSetting | SdkException e) {
      Log.error("gatewayNotSetUp", Map.of("gateway", request.gateway()), e);
      throw new Refused(
          503,
          "gateway-not-set-up",
          "The gateway " + request.gateway() + " is not set up here. Tell the operator.");
    } catch (GatewayTrouble e) {
      Log.error("gatewayNotAsked", Map.of("gateway", e.gateway(), "kind", e.kind().name()), e);
      throw refused(e, request.reference());
    }
  }

  /** Whether there is a way to pay at a gateway that we could open. */
  boolean asks(String gateway) {
    return counters.find(gateway, Asking.class).isPresent();
  }

  /** Whether a citizen can be led to a gateway; not where we cannot find out. */
  boolean leads(String gateway) {
    try {
      return asks(gateway) && settings.know(gateway);
    } catch (SdkException e) {
      Log.error("gatewayNotSetUp", Map.of("gateway", gateway), e);
      return false;
    }
  }

  private static Refused refused(GatewayTrouble trouble, PaymentReference reference) {
    return trouble.kind() == GatewayTrouble.Kind.TAKEN
        ? new Refused(
            409,
            REFERENCE_TAKEN,
            "%s knows the reference %s already. Name another one, or none."
                .formatted(trouble.gateway(), reference))
        : new Refused(
            503,
            "gateway-trouble",
            "The gateway %s does not take payments now. Try again, or name another gateway."
                .formatted(trouble.gateway()));
  }
}
