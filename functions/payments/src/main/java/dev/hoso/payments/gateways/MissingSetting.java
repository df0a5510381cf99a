package dev.hoso.payments.gateways;

/** A gateway is not set up, or its settings cannot be had: a fault of ours. */
public final class MissingSetting extends RuntimeException {
  MissingSetting(String gateway, String account, String field) {
    super(
        "Set %s, or the parameter %s"
            .formatted(
                GatewaySettings.variable(gateway, account, field),
                GatewaySettings.parameter(gateway, account, field)));
  }
}
