package dev.hoso.dossiers.api;

import dev.hoso.core.Settings;
import dev.hoso.core.calendar.WorkingCalendar;
import dev.hoso.core.catalogue.Catalogue;
import dev.hoso.core.dynamo.Table;
import dev.hoso.dossiers.DossierRules;
import dev.hoso.dossiers.Dossiers;
import dev.hoso.dossiers.transfers.MovedUnits;
import dev.hoso.dossiers.transfers.TransferDesk;
import dev.hoso.dossiers.transfers.Transfers;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What the controllers stand on. */
@Factory
final class DossiersBeans {
  /** Where imports and transfers are kept. */
  record Operations(Table table) {}

  @Singleton
  Dossiers dossiers(DynamoDbClient dynamo, Settings settings) {
    return new Dossiers(new Table(dynamo, settings.required("HOSO_DOSSIERS_TABLE")));
  }

  @Singleton
  Messages messages(DynamoDbClient dynamo, Settings settings) {
    return new Messages(new Table(dynamo, settings.required("HOSO_MESSAGES_TABLE")));
  }

  @Singleton
  MovedUnits movedUnits(Operations operations, InstantSource clock) {
    return new MovedUnits(operations.table(), clock);
  }

  @Singleton
  Transfers transfers(Operations operations) {
    return new Transfers(operations.table());
  }

  @Singleton
  TransferDesk transferDesk(
      Transfers transfers, MovedUnits moved, Dossiers dossiers, InstantSource clock) {
    return new TransferDesk(transfers, moved, dossiers.table(), clock);
  }

  @Singleton
  Operations operations(DynamoDbClient dynamo, Settings settings) {
    return new Operations(new Table(dynamo, settings.required("HOSO_OPERATIONS_TABLE")));
  }

  @Singleton
  DossierRules rules(Catalogue catalogue, WorkingCalendar calendar, Settings settings) {
    return DossierRules.of(catalogue, calendar, settings);
  }
}
