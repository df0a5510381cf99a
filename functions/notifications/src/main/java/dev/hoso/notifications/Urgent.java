package dev.hoso.notifications;

import dev.hoso.core.Language;
import dev.hoso.core.Settings;
import dev.hoso.core.catalogue.Catalogue;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Tells a one-time code in the very request that asks for it: the person waits, and can ask again.
 * It is sent now or never, whether or not the person agreed to be told: they asked.
 */
public final class Urgent {
  private final List<Channel> channels;
  private final Messages messages;
  private final Delivery delivery;
  private final Catalogue catalogue;
  private final String citizenAddress;
  private final InstantSource clock;

  Urgent(
      List<Channel> channels,
      Messages messages,
      Delivery delivery,
      Catalogue catalogue,
      String citizenAddress,
      InstantSource clock) {
    this.channels = channels;
    this.messages = messages;
    this.delivery = delivery;
    this.catalogue = catalogue;
    this.citizenAddress = citizenAddress;
    this.clock = clock;
  }

  /** With the channels and the table of messages that are set. */
  public static Urgent of(Settings settings, DynamoDbClient dynamo, InstantSource clock) {
    return Notifications.of(settings, dynamo, clock).urgent();
  }

  /** A channel with the contact that it reaches the person at. */
  public record Way(Channel channel, String to) {
    /** Without the contact: a record's text ends up in logs. */
    @Override
    public String toString() {
      return "Way[" + channel.name() + "]";
    }
  }

  /**
   * The way to the dossier's applicant: by the channel that is preferred, else by one that there
   * is.
   *
   * @param preferred the channel's name
   */
  public Optional<Way> way(Dossier dossier, String preferred) {
    return channels.stream()
        .sorted(Comparator.comparing(channel -> !channel.name().equals(preferred)))
        .flatMap(channel -> way(channel, dossier.applicant()).stream())
        .findFirst();
  }

  private static Optional<Way> way(Channel channel, Applicant applicant) {
    return channel
        .recipient(applicant)
        .filter(recipient -> recipient.unreachable() == null)
        .map(recipient -> new Way(channel, recipient.to()));
  }

  /**
   * Sends a code; what is written down is masked.
   *
   * @param language that its reader has asked for
   * @return what the provider said
   */
  public Sending tell(Way way, Dossier dossier, Language language, Fact.OneTimeCode code) {
    return delivery.once(
        message(way, dossier, language, code), message(way, dossier, language, code.masked()));
  }

  /** Writes down that a code was not sent, and why; the code itself needs no digits for that. */
  public void withhold(
      Way way, Dossier dossier, Language language, Fact.OneTimeCode code, String reason) {
    messages.suppress(message(way, dossier, language, code.masked()), reason, clock.instant());
  }

  /** Whether this channel's provider took nothing when it was last called. */
  public boolean failing(String channel) {
    return delivery.failing(channel);
  }

  /** Writes to nobody, so that the first true code finds its classes loaded. */
  public void rehearse() {
    Letter letter = new Letter(Dossier.nobodys(), catalogue, citizenAddress);
    Fact.OneTimeCode code = new Fact.OneTimeCode("code", "000000", 5);
    channels.forEach(channel -> channel.write(code, letter));
  }

  private Message message(Way way, Dossier dossier, Language language, Fact fact) {
    Letter letter = new Letter(dossier, language, catalogue, citizenAddress);
    return Message.telling(dossier, fact, way.channel(), way.to(), letter, clock.instant());
  }
}
