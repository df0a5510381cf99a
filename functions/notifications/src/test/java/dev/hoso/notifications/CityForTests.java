package dev.hoso.notifications;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.hoso.core.DynamoForTests;
import dev.hoso.core.KeysForTests;
import dev.hoso.core.Settings;
import dev.hoso.core.TimeForTests;
import dev.hoso.core.dynamo.Item;
import dev.hoso.core.dynamo.Table;
import dev.hoso.core.lambda.Change;
import dev.hoso.notifications.email.EmailChannel;
import dev.hoso.notifications.events.Publisher;
import dev.hoso.notifications.push.PushChannel;
import dev.hoso.notifications.sms.SmsChannel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The handlers on tables of their own, with providers on the wire and a clock to move. */
public final class CityForTests implements AutoCloseable {
  static {
    System.setProperty("aws.accessKeyId", "test");
    System.setProperty("aws.secretAccessKey", "test");
  }

  public final ProvidersForTests providers = new ProvidersForTests();
  public final MovedClock clock = new MovedClock();
  public final KeysForTests keys = new KeysForTests();
  public final Table table = DynamoForTests.table("Messages");
  public final Table addresses = DynamoForTests.table("Addresses");
  public final Table dossiers = DynamoForTests.table("Dossiers");
  public final Table owedEvents = DynamoForTests.table("OwedEvents");
  final Table allowances = DynamoForTests.table("Allowances");
  public final Table figures = DynamoForTests.table("Figures");
  private final Map<String, String> environment =
      Map.ofEntries(
          Map.entry("AWS_REGION", "ap-southeast-1"),
          Map.entry("AWS_ENDPOINT_URL_SNS", providers.endpoint()),
          Map.entry("AWS_ENDPOINT_URL_SES", providers.endpoint()),
          Map.entry("AWS_ENDPOINT_URL_KMS", keys.endpoint()),
          Map.entry("HOSO_CITIZEN_ADDRESS", "https://hoso.example.gov.vn"),
          Map.entry("HOSO_RETENTION_DAYS", "730"),
          Map.entry("HOSO_MESSAGES_TABLE", table.name()),
          Map.entry("HOSO_DOSSIERS_TABLE", dossiers.name()),
          Map.entry("HOSO_ALLOWANCES_TABLE", allowances.name()),
          Map.entry("HOSO_FIGURES_TABLE", figures.name()),
          Map.entry("HOSO_ADDRESSES_TABLE", addresses.name()),
          Map.entry("HOSO_ADDRESSES_KEY", KeysForTests.KEY),
          Map.entry("HOSO_RATINGS_KEY", KeysForTests.KEY),
          Map.entry("HOSO_OWED_EVENTS_TABLE", owedEvents.name()),
          Map.entry("HOSO_DOSSIER_EVENTS_TOPIC", "arn:aws:sns:ap-southeast-1:1:DossierEvents"),
          Map.entry("HOSO_QUIET_FROM", "22:00"),
          Map.entry("HOSO_QUIET_TO", "07:00"),
          Map.entry("HOSO_SMS_SENDER", "HANOI"),
          Map.entry("HOSO_SMS_MAX_PRICE", "0.10"),
          Map.entry("HOSO_SMS_REPORTED_WITHIN", "15"),
          Map.entry("HOSO_EMAIL_SENDER", "hoso@example.gov.vn"),
          Map.entry("HOSO_EMAIL_CONFIGURATION_SET", "hoso-emails"));
  public final Settings settings;
  private final Texts texts = new Texts();
  private Notifications notifications;

  public CityForTests() {
    this(Map.of());
  }

  /** A city with these settings besides or in place of the usual ones. */
  public CityForTests(Map<String, String> others) {
    Map<String, String> all = new HashMap<>(environment);
    all.putAll(others);
    settings = Settings.of(all);
    notifications = notifications(table, UnaryOperator.identity());
  }

  /** From now on the channels are what this makes of them. */
  void channels(UnaryOperator<Channel> change) {
    notifications = notifications(table, change);
  }

  /** From now on the messages are in this table. */
  void table(Table other) {
    notifications = notifications(other, UnaryOperator.identity());
  }

  private Notifications notifications(Table table, UnaryOperator<Channel> change) {
    Senders senders = Senders.of(settings);
    List<Channel> channels =
        List.of(
            change.apply(SmsChannel.of(settings, texts, senders)),
            change.apply(EmailChannel.of(settings, texts, senders)),
            change.apply(PushChannel.of(settings, texts, senders)));
    return Notifications.of(
        settings, table, Addresses.of(settings, table.dynamo()), channels, clock);
  }

  /** What tells other systems, as a new execution has it. */
  public Publisher publisher() {
    return Publisher.of(settings, table.dynamo(), clock);
  }

  /** Hands a batch to the consumer and gives its answer. */
  public String changed(Change... changes) {
    return changed(25_000, changes);
  }

  /** Hands a batch to the consumer, with so much time for it. */
  String changed(int millis, Change... changes) {
    return call(
        new DossierFactsHandler(notifications, publisher()),
        StreamEvents.event(changes),
        new TimeForTests(millis));
  }

  /** Writes a dossier into its table; its stream has not brought that yet. */
  void written(DossierForTests dossier) {
    dossiers
        .dynamo()
        .putItem(put -> put.tableName(dossiers.name()).item(dossier.item().attributes()));
  }

  /** A dossier becomes another, and its stream brings that. */
  void becomes(DossierForTests before, DossierForTests after) {
    written(after);
    changed(new Change(before.item(), after.item()));
  }

  /** So many minutes of the scheduler, one after the other. */
  void minutes(int count) {
    for (int n = 0; n < count; n++) {
      clock.advance(Duration.ofMinutes(1));
      minute();
    }
  }

  /** What was sent by SMS. */
  List<String> texts() {
    return providers.sms.stream().map(form -> form.get("Message")).toList();
  }

  /** Hands a batch to another execution, whatever this one's channels and table are. */
  void changedElsewhere(Change... changes) {
    Notifications other = notifications(table, UnaryOperator.identity());
    call(
        new DossierFactsHandler(other, publisher()),
        StreamEvents.event(changes),
        new TimeForTests(25_000));
  }

  /** What tells codes, with the channels as they are now. */
  Urgent urgent() {
    return notifications.urgent();
  }

  /** A dossier that is new. */
  public static Change registered(DossierForTests dossier) {
    return new Change(Item.EMPTY, dossier.item());
  }

  /** The scheduler's minute. */
  public void minute() {
    minute(25_000);
  }

  /** The scheduler's minute, with so much time for it. */
  void minute(int millis) {
    byte[] event = "{}".getBytes(StandardCharsets.UTF_8);
    call(new DueHandler(notifications), event, new TimeForTests(millis));
  }

  /** So much time for an invocation. */
  public static Context time(int millis) {
    return new TimeForTests(millis);
  }

  public Item message(String fact, String channel) {
    return message("H26.15-261123-0042", fact, channel);
  }

  public Item message(String dossier, String fact, String channel) {
    return table.get(Map.of("dossier", dossier, "message", fact + "#" + channel));
  }

  @Override
  public void close() {
    providers.close();
    keys.close();
  }

  public static String call(RequestStreamHandler handler, byte[] event, Context context) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      handler.handleRequest(new ByteArrayInputStream(event), out, context);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString(StandardCharsets.UTF_8);
  }
}
