package dev.hoso.notifications;

import dev.hoso.core.CitizenPages;
import dev.hoso.core.Language;
import dev.hoso.core.Settings;
import dev.hoso.core.Sha256;
import dev.hoso.core.catalogue.Catalogue;
import dev.hoso.core.dynamo.Item;
import dev.hoso.core.dynamo.Outcome;
import dev.hoso.core.dynamo.Table;
import dev.hoso.notifications.email.EmailChannel;
import dev.hoso.notifications.sms.SmsChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Keeps the messages of announcements; they are sent when nothing more urgent waits. */
public final class Announcing {
  /** 128 bits of a hash: two contacts of one announcement do not meet by chance. */
  private static final int CONTACT_DIGITS = 32;

  private final Messages messages;
  private final Map<String, Channel> channels;
  private final Catalogue catalogue;
  private final String citizenAddress;

  private Announcing(
      Messages messages,
      Map<String, Channel> channels,
      Catalogue catalogue,
      String citizenAddress) {
    this.messages = messages;
    this.channels = channels;
    this.catalogue = catalogue;
    this.citizenAddress = citizenAddress;
  }

  /** With the channels that are set. */
  public static Announcing of(Settings settings, Table messages) {
    Path city = settings.optional("HOSO_CATALOGUE").map(Path::of).orElse(null);
    Texts texts = new Texts();
    Senders senders = Senders.of(settings);
    Duration kept = Duration.ofDays(Long.parseLong(settings.required("HOSO_RETENTION_DAYS")));
    return new Announcing(
        new Messages(messages, kept, Manners.load(city)),
        Stream.of(
                SmsChannel.of(settings, texts, senders), EmailChannel.of(settings, texts, senders))
            .collect(Collectors.toMap(Channel::name, Function.identity())),
        Catalogue.load(city),
        CitizenPages.of(settings).address());
  }

  /**
   * Whom a line of a list names.
   *
   * @param dossier what it is about, with which the message is kept; null for none
   */
  public record Addressee(@Nullable String dossier, String channel, String to, Language language) {
    /** Without the contact: a record's text ends up in logs. */
    @Override
    public String toString() {
      return "Addressee[" + channel + "]";
    }
  }

  /**
   * Keeps an announcement's message to one addressee.
   *
   * @param salt of the announcement: its messages' names get into logs, and there are so few phone
   *     numbers that a plain hash of each could be tried out
   * @return the line that asked for it first: another one, where the same contact stands there
   *     before, else this
   */
  public long keep(
      String announcement,
      String salt,
      long line,
      Addressee addressee,
      String text,
      @Nullable String subject,
      Instant now) {
    Channel channel = channels.get(addressee.channel());
    if (channel == null) {
      throw new IllegalStateException("There is no channel " + addressee.channel());
    }
    String name = name(announcement, salt, addressee.to());
    String dossier = addressee.dossier();
    Dossier about =
        Dossier.nobodys(dossier == null ? key(announcement) : dossier, Senders.ANNOUNCEMENTS);
    Message message =
        Message.telling(
            about,
            new Fact.Announcement(name, dossier, text, subject),
            channel,
            addressee.to(),
            new Letter(about, addressee.language(), catalogue, citizenAddress),
            now);
    Outcome outcome = messages.announce(message, announcement, line, now);
    return outcome.item().number("line");
  }

  /** What an announcement to a contact is called. */
  static String name(String announcement, String salt, String to) {
    String contact = Sha256.hex(salt, to).substring(0, CONTACT_DIGITS);
    return "announcement %s %s".formatted(announcement, contact);
  }

  /** Under what an announcement's messages are kept that are about no dossier. */
  static String key(String announcement) {
    return "announcement " + announcement;
  }

  /** Calls a message off that is not sent yet. */
  public void callOff(Item key, String reason, Instant now) {
    messages.callOff(key, reason, now);
  }
}
