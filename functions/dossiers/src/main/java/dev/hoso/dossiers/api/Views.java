package dev.hoso.dossiers.api;

import dev.hoso.core.CitizenPages;
import dev.hoso.core.catalogue.GatewayOffers;
import dev.hoso.core.web.OfferedGateway;
import dev.hoso.dossiers.Dossier;
import dev.hoso.dossiers.OpenFees;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;

/** How a dossier is shown: with what lies elsewhere. */
@Singleton
final class Views {
  private final Messages messages;
  private final CitizenPages pages;
  private final GatewayOffers offers;
  private final InstantSource clock;

  Views(Messages messages, CitizenPages pages, GatewayOffers offers, InstantSource clock) {
    this.messages = messages;
    this.pages = pages;
    this.offers = offers;
    this.clock = clock;
  }

  /** The dossier with its results, with where to pay and with what the citizen was told. */
  DossierView of(Dossier dossier) {
    return DossierView.of(
        dossier, gateways(dossier), ResultView.all(dossier, pages), messages.of(dossier.code()));
  }

  /** Those that the unit has switched on and that take what can be paid now. */
  private List<OfferedGateway> gateways(Dossier dossier) {
    Set<String> currencies = OpenFees.currencies(dossier, clock.instant());
    return offers.taking(dossier.filing().unit(), currencies).stream()
        .map(OfferedGateway::of)
        .toList();
  }
}
