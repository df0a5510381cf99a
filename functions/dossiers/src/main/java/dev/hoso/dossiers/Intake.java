package dev.hoso.dossiers;

import dev.hoso.core.DossierCode;
import dev.hoso.core.Settings;
import dev.hoso.core.Time;
import dev.hoso.core.calendar.WorkingCalendar;
import dev.hoso.core.catalogue.Catalogue;
import dev.hoso.core.dynamo.Dynamo;
import dev.hoso.core.dynamo.Table;
import java.nio.file.Path;
import java.time.InstantSource;

/** What the consumers of others' streams stand on. */
record Intake(Dossiers dossiers, DossierRules rules, InstantSource clock) {
  /** As Lambda makes it, from its environment. */
  static Intake of(Settings settings) {
    Path city = settings.optional("HOSO_CATALOGUE").map(Path::of).orElse(null);
    return new Intake(
        new Dossiers(new Table(Dynamo.client(settings), settings.required("HOSO_DOSSIERS_TABLE"))),
        DossierRules.of(Catalogue.load(city), WorkingCalendar.load(city), settings),
        Time.source());
  }

  /** Takes what was reported of a dossier into it. */
  Decision take(DossierCode code, Command reported) {
    return dossiers.change(code, now -> rules.decide(now, reported, clock.instant()));
  }
}
