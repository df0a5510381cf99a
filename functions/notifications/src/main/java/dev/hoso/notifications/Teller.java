package dev.hoso.notifications;

import dev.hoso.core.catalogue.Catalogue;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells a dossier's applicant a fact, by every channel that leads to the person. */
final class Teller {
  private static final String NO_CONSENT = "The applicant has not agreed to be told";
  private final List<Channel> channels;
  private final Messages messages;
  private final Delivery delivery;
  private final Reminders reminders;
  private final Catalogue catalogue;
  private final String citizenAddress;
  private final InstantSource clock;

  Teller(
      List<Channel> channels,
      Messages messages,
      Delivery delivery,
      Reminders reminders,
      Catalogue catalogue,
      String citizenAddress,
      InstantSource clock) {
    this.channels = channels;
    this.messages = messages;
    this.delivery = delivery;
    this.reminders = reminders;
    this.catalogue = catalogue;
    this.citizenAddress = citizenAddress;
    this.clock = clock;
  }

  /** Writes a message to nobody, so that the first true one finds its classes loaded. */
  void rehearse() {
    Letter letter = new Letter(Dossier.nobodys(), catalogue, citizenAddress);
    channels.forEach(channel -> channel.write(new Fact.DossierReceived(), letter));
  }

  /**
   * Tells a fact; whoever was told it already is not told again. Who has something to do is
   * reminded of it by the same channels.
   *
   * @param time when it is nearly over, messages are kept for the next minute
   */
  void tell(Dossier dossier, Fact fact, TimeLeft time) {
    for (Channel channel : channels) {
      channel
          .recipient(dossier.applicant())
          .ifPresent(
              recipient -> {
                Message message = message(dossier, fact, channel, recipient.to());
                String obstacle = obstacle(dossier.applicant(), recipient);
                tell(message, obstacle, time);
                if (obstacle == null) {
                  reminders.plan(dossier, fact, channel, recipient.to(), clock.instant());
                }
              });
    }
  }

  private Message message(Dossier dossier, Fact fact, Channel channel, String to) {
    Letter letter = new Letter(dossier, catalogue, citizenAddress);
    return Message.telling(dossier, fact, channel, to, letter, clock.instant());
  }

  /** Why nothing may be sent there; null where it may. */
  private static @Nullable String obstacle(Applicant applicant, Recipient recipient) {
    return applicant.consent() ? recipient.unreachable() : NO_CONSENT;
  }

  private void tell(Message message, @Nullable String obstacle, TimeLeft time) {
    if (obstacle != null) {
      messages.suppress(message, obstacle, clock.instant());
    } else if (time.enough()) {
      delivery.first(message);
    } else {
      delivery.later(message);
    }
  }
}
