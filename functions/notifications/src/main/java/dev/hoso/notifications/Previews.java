package dev.hoso.notifications;

import dev.hoso.core.CitizenPages;
import dev.hoso.core.Grant;
import dev.hoso.core.Invalid;
import dev.hoso.core.Language;
import dev.hoso.core.Settings;
import dev.hoso.core.catalogue.Catalogue;
import dev.hoso.core.catalogue.Unit;
import dev.hoso.notifications.gates.Prices;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Shows what a message says before anybody is told it, and sends it to those who test. */
public final class Previews {
  /** Whoever that is: prices go by a number's beginning. */
  private static final String PHONE = "+84912345678";

  private final List<Channel> channels;
  private final Senders senders;
  private final Catalogue catalogue;
  private final Examples examples;
  private final Prices prices;
  private final TestContacts contacts;
  private final Settings settings;
  private final InstantSource clock;

  private Previews(Settings settings, Catalogue catalogue, Prices prices, InstantSource clock) {
    this.channels = Notifications.channels(settings);
    this.senders = Senders.of(settings);
    this.catalogue = catalogue;
    this.examples = new Examples(catalogue, CitizenPages.of(settings).address());
    this.prices = prices;
    this.contacts = TestContacts.of(settings);
    this.settings = settings;
    this.clock = clock;
  }

  /** With the channels, the catalogue and the contacts that are set. */
  public static Previews of(Settings settings, InstantSource clock) {
    Path city = settings.optional("HOSO_CATALOGUE").map(Path::of).orElse(null);
    return new Previews(settings, Catalogue.load(city), Prices.load(city), clock);
  }

  /** Which message: its template, its channel, its language, and whose it is. */
  public record Choice(String template, String channel, Language language, String unit) {}

  /**
   * A message as it would leave.
   *
   * @param from the name that a telephone shows, or the address that an e-mail comes from; empty
   *     for a notice of the app
   * @param cost in millionths of a US dollar
   */
  public record Preview(Choice choice, String from, Wording wording, long cost) {}

  /** The templates, in the order of a dossier's life. */
  public static List<String> templates() {
    return Examples.facts(Language.VI).stream().map(Fact::template).toList();
  }

  /** The channels' names. */
  public List<String> channels() {
    return channels.stream().map(Channel::name).toList();
  }

  /** The units of the catalogue. */
  public List<Unit> units() {
    return catalogue.units();
  }

  /**
   * What a message says, with the longest values that are real.
   *
   * @throws Invalid where there is no such template, channel or unit
   */
  public Preview of(Choice choice) {
    Message message = message(choice, PHONE);
    return new Preview(choice, from(choice), message.wording(), prices.of(message));
  }

  /**
   * Sends it to somebody who tests. It is no message of a dossier: it is kept nowhere, and waits
   * for nobody.
   *
   * @return empty where the contact is not among those that are named
   * @throws Invalid where there is no such message, or this channel does not send to the contact
   */
  public Optional<Sending> send(Choice choice, String to) {
    Channel channel = channel(choice.channel());
    return contacts
        .named(choice.channel(), to)
        .map(it -> message(choice, it).named("test " + Grant.token()))
        .map(channel::send);
  }

  private Message message(Choice choice, String to) {
    return Message.telling(
        examples.dossier(unit(choice.unit()), choice.language()),
        fact(choice),
        channel(choice.channel()),
        to,
        examples.letter(choice.unit(), choice.language()),
        clock.instant());
  }

  private static Fact fact(Choice choice) {
    return Examples.facts(choice.language()).stream()
        .filter(it -> it.template().equals(choice.template()))
        .findFirst()
        .orElseThrow(() -> new Invalid("template", "must be one of " + templates()));
  }

  private Channel channel(String name) {
    return channels.stream()
        .filter(it -> it.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new Invalid("channel", "must be one of " + channels()));
  }

  private String unit(String code) {
    if (catalogue.unit(code).isEmpty()) {
      throw new Invalid("unit", "must be a unit of the catalogue, see /units");
    }
    return code;
  }

  private String from(Choice choice) {
    return switch (choice.channel()) {
      case "sms" ->
          senders.smsSender(choice.unit()).orElseGet(() -> settings.required("HOSO_SMS_SENDER"));
      case "email" -> {
        String address = settings.required("HOSO_EMAIL_SENDER");
        yield senders
            .emailFrom(choice.unit())
            .map(it -> "%s <%s>".formatted(it, address))
            .orElse(address);
      }
      default -> "";
    };
  }
}
