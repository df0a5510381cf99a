package dev.hoso.indicators;

import dev.hoso.core.Settings;
import dev.hoso.core.calendar.WorkingCalendar;
import dev.hoso.core.catalogue.Catalogue;
import dev.hoso.core.dynamo.Item;
import dev.hoso.core.dynamo.Table;
import java.nio.file.Path;
import java.util.Optional;

/** Counts what happens to dossiers, from their stream. */
public final class DossiersHandler extends CountingHandler {
  private final DossierCounting counting;

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
  }

  static DossierCounting counting(Settings settings) {
    Path city = settings.optional("HOSO_CATALOGUE").map(Path::of).orElse(null);
    return new DossierCounting(Catalogue.load(city), WorkingCalendar.load(city));
  }

  @Override
  Optional<Contribution> contribution(Item dossier) {
    return Optional.of(counting.of(dossier));
  }
}
