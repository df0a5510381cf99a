package dev.hoso.core.web;

import dev.hoso.core.Name;
import dev.hoso.core.catalogue.PaymentGateway;
import io.micronaut.serde.annotation.Serdeable;

/** A gateway at which a fee can be paid. */
@Serdeable
public record OfferedGateway(String code, Name name) {
  /** As JSON has it. */
  public static OfferedGateway of(PaymentGateway gateway) {
    return new OfferedGateway(gateway.code(), gateway.name());
  }
}
