package dev.hoso.dossiers.api;

import dev.hoso.core.Settings;
import dev.hoso.dossiers.Dossier;
import jakarta.inject.Singleton;

/** How a dossier is shown: with what lies elsewhere. */
@Singleton
final class Views {
  private final Messages messages;
  private final String citizenAddress;

  Views(Messages messages, Settings settings) {
    this.messages = messages;
    this.citizenAddress = settings.required("HOSO_CITIZEN_ADDRESS");
  }

  /** The dossier with its results and with what the citizen was told. */
  DossierView of(Dossier dossier) {
    return DossierView.of(
        dossier, ResultView.all(dossier, citizenAddress), messages.of(dossier.code()));
  }
}
