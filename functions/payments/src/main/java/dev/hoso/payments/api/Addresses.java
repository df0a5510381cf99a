package dev.hoso.payments.api;

import dev.hoso.core.Settings;
import jakarta.inject.Singleton;

/** Where citizens find what we tell them of. */
@Singleton
final class Addresses {
  private final String citizens;

  Addresses(Settings settings) {
    this.citizens = settings.required("HOSO_CITIZEN_ADDRESS");
  }

  /** The page of a receipt. */
  String receipt(String receipt) {
    return citizens + "/receipts/" + receipt;
  }
}
