package dev.hoso.results.api;

import dev.hoso.core.ResultId;
import dev.hoso.core.Settings;
import jakarta.inject.Singleton;

/** Where anybody verifies a result. */
@Singleton
final class VerifyAddresses {
  private final String citizens;

  VerifyAddresses(Settings settings) {
    this.citizens = settings.required("HOSO_CITIZEN_ADDRESS");
  }

  /** The page that the QR code on the document leads to. */
  String of(ResultId result) {
    return citizens + "/verify/" + result.value();
  }
}
