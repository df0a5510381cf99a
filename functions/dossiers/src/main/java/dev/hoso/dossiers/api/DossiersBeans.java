package dev.hoso.dossiers.api;

import dev.hoso.core.Settings;
import dev.hoso.core.calendar.WorkingCalendar;
import dev.hoso.core.catalogue.Catalogue;
import dev.hoso.core.dynamo.Table;
import dev.hoso.dossiers.DossierRules;
import dev.hoso.dossiers.Dossiers;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What the controllers stand on. */
@Factory
final class DossiersBeans {
  @Singleton
  Dossiers dossiers(DynamoDbClient dynamo, Settings settings) {
    return new Dossiers(new Table(dynamo, settings.required("HOSO_DOSSIERS_TABLE")));
  }

  @Singleton
  Messages messages(DynamoDbClient dynamo, Settings settings) {
    return new Messages(new Table(dynamo, settings.required("HOSO_MESSAGES_TABLE")));
  }

  @Singleton
  DossierRules rules(Catalogue catalogue, WorkingCalendar calendar, Settings settings) {
    return DossierRules.of(catalogue, calendar, settings);
  }
}
