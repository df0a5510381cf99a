package dev.hoso.payments.api;

import dev.hoso.core.Name;
import dev.hoso.core.catalogue.PaymentGateway;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** A gateway at which a fee can be paid. */
@Serdeable
@Schema(name = "OfferedGateway")
record OfferedGateway(String code, Name name) {
  static OfferedGateway of(PaymentGateway gateway) {
    return new OfferedGateway(gateway.code(), gateway.name());
  }
}
