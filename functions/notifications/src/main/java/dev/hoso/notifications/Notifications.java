package dev.hoso.notifications;

import dev.hoso.core.CitizenPages;
import dev.hoso.core.Settings;
import dev.hoso.core.Time;
import dev.hoso.core.catalogue.Catalogue;
import dev.hoso.core.dynamo.Dynamo;
import dev.hoso.core.dynamo.Table;
import dev.hoso.notifications.email.EmailChannel;
import dev.hoso.notifications.sms.SmsChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What the handlers are made of. */
record Notifications(
    Teller teller,
    Urgent urgent,
    Erasure erasure,
    Messages messages,
    Delivery delivery,
    InstantSource clock) {

  static Notifications fromEnvironment() {
    Settings settings = Settings.load();
    return of(settings, Dynamo.client(settings), Time.source());
  }

  static Notifications of(Settings settings, DynamoDbClient dynamo, InstantSource clock) {
    Texts texts = new Texts();
    return of(
        settings,
        table(settings, dynamo),
        Addresses.of(settings, dynamo),
        List.of(SmsChannel.of(settings, texts), EmailChannel.of(settings, texts)),
        clock);
  }

  static Notifications of(
      Settings settings,
      Table table,
      Addresses addresses,
      List<Channel> channels,
      InstantSource clock) {
    Messages messages = new Messages(table, retention(settings));
    Path city = settings.optional("HOSO_CATALOGUE").map(Path::of).orElse(null);
    Catalogue catalogue = Catalogue.load(city);
    Delivery delivery =
        new Delivery(messages, channels, gates(addresses, Manners.load(city)), clock);
    String citizenAddress = CitizenPages.of(settings).address();
    Teller teller = new Teller(channels, messages, delivery, catalogue, citizenAddress, clock);
    Urgent urgent = new Urgent(channels, messages, delivery, catalogue, citizenAddress, clock);
    return new Notifications(teller, urgent, new Erasure(table, clock), messages, delivery, clock);
  }

  /** In the order in which they are asked: what closes for good before what opens again. */
  private static List<Gate> gates(Addresses addresses, Manners manners) {
    return List.of(new Expiry(manners), new Reachable(addresses, manners));
  }

  /** The table of messages. */
  static Table table(Settings settings, DynamoDbClient dynamo) {
    return new Table(dynamo, settings.required("HOSO_MESSAGES_TABLE"));
  }

  static Messages messages(Settings settings, DynamoDbClient dynamo) {
    return new Messages(table(settings, dynamo), retention(settings));
  }

  static Duration retention(Settings settings) {
    return Duration.ofDays(Long.parseLong(settings.required("HOSO_RETENTION_DAYS")));
  }
}
