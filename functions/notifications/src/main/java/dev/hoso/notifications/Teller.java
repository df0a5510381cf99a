package dev.hoso.notifications;

import dev.hoso.core.catalogue.Catalogue;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells a dossier's applicant a fact: by every channel that leads to the person, or by the one that
 * they named, with the others standing by for it.
 */
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
    String preferred = dossier.applicant().channel();
    List<Told> all =
        channels.stream()
            .sorted(Comparator.comparing(channel -> !channel.name().equals(preferred)))
            .flatMap(channel -> told(dossier, fact, channel).stream())
            .toList();
    if (preferred == null) {
      all.forEach(one -> tell(one, time));
      all.stream().filter(Told::may).forEach(one -> remind(dossier, fact, one));
    } else {
      all.stream().filter(one -> !one.may()).forEach(one -> tell(one, time));
      List<Told> turns = all.stream().filter(Told::may).toList();
      inTurn(turns.stream().map(Told::message).toList())
          .ifPresent(
              first -> {
                tell(new Told(turns.getFirst().channel(), first, null), time);
                remind(dossier, fact, turns.getFirst());
              });
    }
  }

  /**
   * Lets each message stand by for the one before it. They are written down from the last to the
   * first, so none is ever sent whose next is not there yet.
   *
   * @return the first, which is to be sent
   */
  private Optional<Message> inTurn(List<Message> messages) {
    Message next = null;
    for (Message message : messages.reversed()) {
      if (next != null) {
        this.messages.standBy(next, clock.instant());
      }
      next = next == null ? message : message.before(next);
    }
    return Optional.ofNullable(next);
  }

  /** A message, and why it may not be sent; null where it may. */
  private record Told(Channel channel, Message message, @Nullable String obstacle) {
    boolean may() {
      return obstacle == null;
    }
  }

  private void remind(Dossier dossier, Fact fact, Told told) {
    reminders.plan(dossier, fact, told.channel(), told.message().to(), clock.instant());
  }

  private Optional<Told> told(Dossier dossier, Fact fact, Channel channel) {
    Applicant applicant = dossier.applicant();
    return channel
        .recipient(applicant)
        .map(
            recipient ->
                new Told(
                    channel,
                    message(dossier, fact, channel, recipient.to()),
                    obstacle(applicant, recipient)));
  }

  private Message message(Dossier dossier, Fact fact, Channel channel, String to) {
    Letter letter = new Letter(dossier, catalogue, citizenAddress);
    return Message.telling(dossier, fact, channel, to, letter, clock.instant());
  }

  /** Why nothing may be sent there; null where it may. */
  private static @Nullable String obstacle(Applicant applicant, Recipient recipient) {
    return applicant.consent() ? recipient.unreachable() : NO_CONSENT;
  }

  private void tell(Told told, TimeLeft time) {
    Message message = told.message();
    if (told.obstacle() != null) {
      messages.suppress(message, told.obstacle(), clock.instant());
    } else if (time.enough()) {
      delivery.first(message);
    } else {
      delivery.later(message);
    }
  }
}
