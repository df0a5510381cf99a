package dev.hoso.indicators.api;

import dev.hoso.core.Settings;
import dev.hoso.core.calendar.WorkingCalendar;
import dev.hoso.core.catalogue.Catalogue;
import dev.hoso.core.dynamo.Table;
import dev.hoso.indicators.Indicators;
import dev.hoso.indicators.OpenDossiers;
import dev.hoso.indicators.decision766.Entries;
import dev.hoso.indicators.decision766.Part;
import dev.hoso.indicators.decision766.ScoreBoard;
import dev.hoso.indicators.late.Lists;
import dev.hoso.indicators.objectives.Measuring;
import dev.hoso.indicators.objectives.Objectives;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What the controllers stand on. */
@Factory
final class IndicatorsBeans {
  @Singleton
  Table table(DynamoDbClient dynamo, Settings settings) {
    return new Table(dynamo, settings.required("HOSO_INDICATORS_TABLE"));
  }

  @Singleton
  Indicators indicators(Table table) {
    return new Indicators(table);
  }

  @Singleton
  ScoreBoard scores(Table table, Indicators indicators, Catalogue catalogue, Settings settings) {
    return new ScoreBoard(
        Part.load(settings.optional("HOSO_CATALOGUE").map(Path::of).orElse(null)),
        indicators,
        new Entries(table),
        catalogue);
  }

  @Singleton
  OpenDossiers dossiers(Table table) {
    return new OpenDossiers(table);
  }

  @Singleton
  Objectives objectives(Table table) {
    return new Objectives(table);
  }

  @Singleton
  Measuring measuring(Indicators indicators, WorkingCalendar calendar) {
    return new Measuring(indicators, calendar);
  }

  @Singleton
  Lists lists(Table table) {
    return new Lists(table);
  }
}
