package dev.hoso.notifications;

import dev.hoso.core.DossierStatus;
import dev.hoso.core.Language;
import dev.hoso.core.catalogue.Catalogue;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells a dossier's applicant a fact, by every channel that leads to the person. */
final class Teller {
  private static final String NO_CONSENT = "The applicant has not agreed to be told";
  private final List<Channel> channels;
  private final Messages messages;
  private final Delivery delivery;
  private final Catalogue catalogue;
  private final String citizenAddress;
  private final InstantSource clock;

  Teller(
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

  /** Writes a message to nobody, so that the first true one finds its classes loaded. */
  void rehearse() {
    Applicant nobody = new Applicant(null, null, Language.VI, false);
    Dossier dossier =
        new Dossier(
            "H26.15-260101-0001",
            "1.001193",
            "01",
            DossierStatus.RECEIVED,
            Instant.EPOCH,
            1,
            null,
            nobody,
            Instant.EPOCH,
            null,
            false,
            Map.of());
    Letter letter = new Letter(dossier, catalogue, citizenAddress);
    channels.forEach(channel -> channel.write(new Fact.DossierReceived(), letter));
  }

  /** Tells a fact; whoever was told it already is not told again. */
  void tell(Dossier dossier, Fact fact) {
    for (Channel channel : channels) {
      channel
          .recipient(dossier.applicant())
          .ifPresent(recipient -> tell(dossier, fact, channel, recipient));
    }
  }

  private void tell(Dossier dossier, Fact fact, Channel channel, Recipient recipient) {
    Letter letter = new Letter(dossier, catalogue, citizenAddress);
    Message message =
        new Message(
            dossier.code(),
            fact.name(),
            channel.name(),
            recipient.to(),
            letter.language(),
            channel.write(fact, letter));
    String suppressed = dossier.applicant().consent() ? recipient.unreachable() : NO_CONSENT;
    tell(message, suppressed);
  }

  private void tell(Message message, @Nullable String suppressed) {
    if (suppressed == null) {
      delivery.first(message);
    } else {
      messages.suppress(message, suppressed, clock.instant());
    }
  }
}
