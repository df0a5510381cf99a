package dev.hoso.notifications;

import dev.hoso.core.CitizenPages;
import dev.hoso.core.Settings;
import dev.hoso.core.Time;
import dev.hoso.core.catalogue.Catalogue;
import dev.hoso.core.dynamo.Dynamo;
import dev.hoso.core.dynamo.Table;
import dev.hoso.notifications.announcements.Announcements;
import dev.hoso.notifications.announcements.Going;
import dev.hoso.notifications.email.EmailChannel;
import dev.hoso.notifications.gates.Budget;
import dev.hoso.notifications.gates.Budgets;
import dev.hoso.notifications.gates.Night;
import dev.hoso.notifications.gates.Prices;
import dev.hoso.notifications.gates.ProviderPace;
import dev.hoso.notifications.gates.QuietHours;
import dev.hoso.notifications.push.PushChannel;
import dev.hoso.notifications.sms.SmsChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What the handlers are made of. */
record Notifications(
    Teller teller,
    Urgent urgent,
    Reminders reminders,
    Erasure erasure,
    Messages messages,
    Delivery delivery,
    SendAtOnce atOnce,
    InstantSource clock) {

  static Notifications fromEnvironment() {
    Settings settings = Settings.load();
    return of(settings, Dynamo.client(settings), Time.source());
  }

  static Notifications of(Settings settings, DynamoDbClient dynamo, InstantSource clock) {
    return of(
        settings,
        table(settings, dynamo),
        Addresses.of(settings, dynamo),
        channels(settings),
        clock);
  }

  /** All channels, with what is set for them. */
  static List<Channel> channels(Settings settings) {
    Texts texts = new Texts();
    Senders senders = Senders.of(settings);
    return List.of(
        SmsChannel.of(settings, texts, senders),
        EmailChannel.of(settings, texts, senders),
        PushChannel.of(settings, texts, senders));
  }

  static Notifications of(
      Settings settings,
      Table table,
      Addresses addresses,
      List<Channel> channels,
      InstantSource clock) {
    Path city = city(settings);
    Catalogue catalogue = Catalogue.load(city);
    Manners manners = Manners.load(city);
    Duration retention = retention(settings);
    Messages messages = new Messages(table, retention, manners);
    String citizenAddress = CitizenPages.of(settings).address();
    Prices prices = Prices.load(city);
    Merging merging = new Merging(manners, messages, channels);
    List<Renewal> renewals = new ArrayList<>(List.of(merging));
    // Only who sends what waited looks at dossiers.
    settings
        .optional("HOSO_DOSSIERS_TABLE")
        .map(name -> new Table(table.dynamo(), name))
        .map(it -> new ReminderRenewal(it, messages, channels, catalogue, citizenAddress))
        .ifPresent(renewals::add);
    Announcements announcements = new Announcements(table, retention);
    Night night = Night.of(settings);
    Table allowances = new Table(table.dynamo(), settings.required("HOSO_ALLOWANCES_TABLE"));
    // In the order in which they are asked: what closes for good before what opens again, and the
    // provider's pace last.
    List<Gate> gates =
        List.of(
            new Expiry(manners),
            new Reachable(addresses, manners),
            new Going(announcements),
            new QuietHours(manners, night),
            merging,
            new Budget(allowances, manners, prices, Budgets.load(settings, city), night),
            ProviderPace.of(settings, manners, allowances));
    Delivery delivery = new Delivery(messages, addresses, channels, gates, renewals, prices, clock);
    Reminders reminders =
        new Reminders(ReminderDays.load(city), messages, catalogue, citizenAddress);
    Teller teller =
        new Teller(channels, messages, delivery, reminders, catalogue, citizenAddress, clock);
    Urgent urgent = new Urgent(channels, messages, delivery, catalogue, citizenAddress, clock);
    return new Notifications(
        teller,
        urgent,
        reminders,
        new Erasure(table, announcements, clock),
        messages,
        delivery,
        SendAtOnce.of(settings),
        clock);
  }

  private static @Nullable Path city(Settings settings) {
    return settings.optional("HOSO_CATALOGUE").map(Path::of).orElse(null);
  }

  /** The table of messages. */
  static Table table(Settings settings, DynamoDbClient dynamo) {
    return new Table(dynamo, settings.required("HOSO_MESSAGES_TABLE"));
  }

  static Messages messages(Settings settings, DynamoDbClient dynamo) {
    return new Messages(table(settings, dynamo), retention(settings), Manners.load(city(settings)));
  }

  static Duration retention(Settings settings) {
    return Duration.ofDays(Long.parseLong(settings.required("HOSO_RETENTION_DAYS")));
  }
}
