package dev.hoso.core.web;

import dev.hoso.core.CitizenPages;
import dev.hoso.core.Fault;
import dev.hoso.core.Name;
import dev.hoso.core.Settings;
import dev.hoso.core.Time;
import dev.hoso.core.calendar.WorkingCalendar;
import dev.hoso.core.catalogue.Catalogue;
import dev.hoso.core.catalogue.GatewayOffers;
import dev.hoso.core.dynamo.Dynamo;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Primary;
import io.micronaut.serde.annotation.SerdeImport;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.InstantSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The few things that every API function needs from outside, and the domain's types in its JSON.
 */
@Factory
@SerdeImport(Fault.class)
@SerdeImport(Name.class)
final class Beans {
  @Singleton
  Settings settings() {
    return Settings.load();
  }

  @Singleton
  Catalogue catalogue(Settings settings) {
    return Catalogue.load(settings.optional("HOSO_CATALOGUE").map(Path::of).orElse(null));
  }

  @Singleton
  GatewayOffers gatewayOffers(Settings settings) {
    return GatewayOffers.load(settings.optional("HOSO_CATALOGUE").map(Path::of).orElse(null));
  }

  @Singleton
  WorkingCalendar calendar(Settings settings) {
    return WorkingCalendar.load(settings.optional("HOSO_CATALOGUE").map(Path::of).orElse(null));
  }

  /** Micronaut has one too, which nobody can move. */
  @Singleton
  @Primary
  InstantSource clock() {
    return Time.source();
  }

  @Singleton
  CitizenPages citizenPages(Settings settings) {
    return CitizenPages.of(settings);
  }

  @Singleton
  DynamoDbClient dynamo(Settings settings) {
    return Dynamo.client(settings);
  }
}
