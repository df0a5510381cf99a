package dev.hoso.payments.api;

import dev.hoso.core.Settings;
import dev.hoso.core.dynamo.Table;
import dev.hoso.payments.Anomalies;
import dev.hoso.payments.Confirmations;
import dev.hoso.payments.Payments;
import dev.hoso.payments.Refunds;
import dev.hoso.payments.gateways.Counters;
import dev.hoso.payments.gateways.GatewaySettings;
import dev.hoso.payments.gateways.Gateways;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What the controllers are made of. */
@Factory
final class Parts {
  @Singleton
  GatewaySettings gatewaySettings(Settings settings, InstantSource clock) {
    return new GatewaySettings(settings, clock);
  }

  @Singleton
  Gateways gateways(GatewaySettings settings) {
    return new Gateways(settings);
  }

  @Singleton
  Counters counters(GatewaySettings settings) {
    return new Counters(settings);
  }

  @Singleton
  Payments payments(DynamoDbClient dynamo, Settings settings) {
    return new Payments(new Table(dynamo, settings.required("HOSO_PAYMENTS_TABLE")));
  }

  @Singleton
  Anomalies anomalies(DynamoDbClient dynamo, Settings settings) {
    return new Anomalies(new Table(dynamo, settings.required("HOSO_ANOMALIES_TABLE")));
  }

  @Singleton
  Refunds refunds(Payments payments, Anomalies anomalies, Counters counters, InstantSource clock) {
    Confirmations confirmations = new Confirmations(payments, anomalies, clock);
    return new Refunds(payments, confirmations, anomalies, counters);
  }

  @Singleton
  Reports reports(Settings settings) {
    return new Reports(settings);
  }

  @Singleton
  Dossiers dossiers(DynamoDbClient dynamo, Settings settings) {
    return new Dossiers(new Table(dynamo, settings.required("HOSO_DOSSIERS_TABLE")));
  }
}
