package dev.hoso.dossiers.api;

import dev.hoso.core.CitizenPages;
import dev.hoso.dossiers.Dossier;
import jakarta.inject.Singleton;

/** How a dossier is shown: with what lies elsewhere. */
@Singleton
final class Views {
  private final Messages messages;
  private final CitizenPages pages;

  Views(Messages messages, CitizenPages pages) {
    this.messages = messages;
    this.pages = pages;
  }

  /** The dossier with its results and with what the citizen was told. */
  DossierView of(Dossier dossier) {
    return DossierView.of(dossier, ResultView.all(dossier, pages), messages.of(dossier.code()));
  }
}
