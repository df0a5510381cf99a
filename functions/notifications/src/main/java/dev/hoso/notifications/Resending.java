package dev.hoso.notifications;

import dev.hoso.core.Settings;
import dev.hoso.core.dynamo.Item;
import dev.hoso.core.dynamo.Table;
import dev.hoso.core.dynamo.Update;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Sends a message again when an officer asks for it. Only the wish is written down, as a message
 * that is owed: the next minute takes it through the gates like any other.
 */
public final class Resending {
  private final Messages messages;
  private final Table dossiers;
  private final List<Channel> channels;
  private final InstantSource clock;

  Resending(Messages messages, Table dossiers, List<Channel> channels, InstantSource clock) {
    this.messages = messages;
    this.dossiers = dossiers;
    this.channels = channels;
    this.clock = clock;
  }

  /** With the channels and tables that are set. */
  public static Resending of(Settings settings, DynamoDbClient dynamo, InstantSource clock) {
    return new Resending(
        Notifications.messages(settings, dynamo),
        new Table(dynamo, settings.required("HOSO_DOSSIERS_TABLE")),
        Notifications.channels(settings),
        clock);
  }

  /**
   * A message as it stands.
   *
   * @param obstacle why it cannot be sent again now; null where it can
   */
  public record Told(Item item, @Nullable Obstacle obstacle) {
    /** Its name to the outside. */
    public String id() {
      return Message.identity(item.text("dossier"), item.text("message"));
    }
  }

  /** What became of a wish. */
  public sealed interface Answer {}

  /** It is granted, now or when it was heard before; the message with this name is owed. */
  public record Granted(String id, String fact) implements Answer {}

  /** It is not. */
  public record Denied(Obstacle obstacle) implements Answer {}

  /** There is no such message. */
  public enum Unknown implements Answer {
    UNKNOWN
  }

  /** All that was told about a dossier; empty where there is no such dossier. */
  public Optional<List<Told>> all(String code) {
    Dossier dossier = dossier(code);
    List<Item> items = messages.of(code);
    if (dossier == null && items.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        items.stream().map(item -> new Told(item, obstacle(item, dossier))).toList());
  }

  /**
   * Takes a wish in.
   *
   * @param id the message's name to the outside
   */
  public Answer resend(String code, String id, Resend wish) {
    Dossier dossier = dossier(code);
    Item old = message(code, id);
    if (old.isEmpty()) {
      return Unknown.UNKNOWN;
    }
    if (repeated(old, wish)) {
      return granted(old);
    }
    Obstacle obstacle = obstacle(old, dossier);
    return obstacle == null ? resend(old, wish, to(old, dossier)) : new Denied(obstacle);
  }

  private Answer resend(Item old, Resend wish, String to) {
    Message again = Message.of(old).again(to, clock.instant());
    Update stillThere =
        Update.of(Map.of("code", again.dossier())).ifPresent("code").ifAbsent("erasedAt");
    if (messages.again(old, again, wish, dossiers, stillThere)) {
      return new Granted(again.identity(), again.fact());
    }
    // Somebody else has changed it since it was read: what holds is what it is now.
    Item now = message(again.dossier(), Message.of(old).identity());
    if (repeated(now, wish)) {
      return granted(now);
    }
    Obstacle obstacle = obstacle(now, dossier(again.dossier()));
    return new Denied(obstacle == null ? Obstacle.MOVING : obstacle);
  }

  private static boolean repeated(Item old, Resend wish) {
    return wish.key() != null && wish.key().equals(old.textOrNull("resendKey"));
  }

  private static Granted granted(Item old) {
    String fact = old.text("resentAs");
    return new Granted(
        Message.identity(old.text("dossier"), fact + "#" + old.text("channel")), fact);
  }

  private Item message(String code, String id) {
    return messages.of(code).stream()
        .filter(item -> Message.identity(code, item.text("message")).equals(id))
        .findFirst()
        .orElse(Item.EMPTY);
  }

  private @Nullable Dossier dossier(String code) {
    return Dossier.of(dossiers.get(Map.of("code", code)));
  }

  private @Nullable Obstacle obstacle(Item message, @Nullable Dossier dossier) {
    return dossier == null
        ? Obstacle.ERASED
        : Obstacle.of(message, dossier, recipient(message, dossier).orElse(null));
  }

  private String to(Item message, @Nullable Dossier dossier) {
    return Optional.ofNullable(dossier)
        .flatMap(it -> recipient(message, it))
        .map(Recipient::to)
        .orElseThrow();
  }

  private Optional<Recipient> recipient(Item message, Dossier dossier) {
    return channels.stream()
        .filter(channel -> channel.name().equals(message.text("channel")))
        .findFirst()
        .flatMap(channel -> channel.recipient(dossier.applicant()));
  }
}
