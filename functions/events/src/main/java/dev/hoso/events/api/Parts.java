package dev.hoso.events.api;

import dev.hoso.core.Settings;
import dev.hoso.events.Desk;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What the controller is made of. */
@Factory
final class Parts {
  @Singleton
  Desk desk(Settings settings, DynamoDbClient dynamo, InstantSource clock) {
    return Desk.of(settings, dynamo, clock);
  }
}
