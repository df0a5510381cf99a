package dev.hoso.indicators;

import dev.hoso.core.Settings;
import dev.hoso.core.calendar.WorkingCalendar;
import dev.hoso.core.catalogue.Catalogue;
import dev.hoso.core.dynamo.Item;
import dev.hoso.core.dynamo.Table;
import dev.hoso.core.lambda.Change;
import dev.hoso.indicators.ratings.LowRatings;
import java.nio.file.Path;
import java.util.Optional;

/** Counts what happens to dossiers, from their stream, and notes whose rating is low. */
public final class DossiersHandler extends CountingHandler {
  private final DossierCounting counting;
  private final LowRatings lowRatings;

  /** As Lambda makes it, from the environment. */
  public DossiersHandler() {
    this(Settings.load());
  }

  private DossiersHandler(Settings settings) {
    this(table(settings), counting(settings));
  }

  DossiersHandler(Table indicators, DossierCounting counting) {
    super(indicators);
    this.counting = counting;
    this.lowRatings = new LowRatings(indicators);
  }

  static DossierCounting counting(Settings settings) {
    Path city = settings.optional("HOSO_CATALOGUE").map(Path::of).orElse(null);
    return new DossierCounting(Catalogue.load(city), WorkingCalendar.load(city));
  }

  @Override
  Optional<Contribution> contribution(Item dossier) {
    return Optional.of(counting.of(dossier));
  }

  @Override
  void also(Change change) {
    lowRatings.owe(change);
  }
}
