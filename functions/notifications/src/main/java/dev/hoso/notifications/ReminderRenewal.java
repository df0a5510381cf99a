package dev.hoso.notifications;

import dev.hoso.core.catalogue.Catalogue;
import dev.hoso.core.dynamo.Table;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a reminder says when its day has come. It was planned days ago, so the dossier itself is
 * asked: whether there is anything left to remind of, what, and where the person is reached now.
 */
final class ReminderRenewal implements Renewal {
  private static final String OVER = "It was done, or is not asked for any more";
  private final Table dossiers;
  private final Messages messages;
  private final List<Channel> channels;
  private final Catalogue catalogue;
  private final String citizenAddress;

  ReminderRenewal(
      Table dossiers,
      Messages messages,
      List<Channel> channels,
      Catalogue catalogue,
      String citizenAddress) {
    this.dossiers = dossiers;
    this.messages = messages;
    this.channels = channels;
    this.catalogue = catalogue;
    this.citizenAddress = citizenAddress;
  }

  @Override
  public Optional<Claim> renew(Claim claim, Instant now) {
    if (!claim.message().template().endsWith("-reminder")) {
      return Optional.of(claim);
    }
    Optional<Message> fresh = fresh(claim.message());
    if (fresh.isEmpty()) {
      messages.suppress(claim, OVER, now);
    }
    // Conditional on the claim: whoever has called it off meanwhile is heard.
    return fresh.flatMap(message -> messages.rewrite(claim, message, null, now));
  }

  private Optional<Message> fresh(Message planned) {
    Dossier dossier = Dossier.of(dossiers.get(Map.of("code", planned.dossier())));
    if (dossier == null || !dossier.applicant().consent()) {
      return Optional.empty();
    }
    return Owing.fact(dossier, Reminder.of(planned.fact()))
        .flatMap(fact -> told(dossier, fact, planned));
  }

  private Optional<Message> told(Dossier dossier, Fact fact, Message planned) {
    Letter letter = new Letter(dossier, catalogue, citizenAddress);
    return channels.stream()
        .filter(channel -> channel.name().equals(planned.channel()))
        .flatMap(
            channel ->
                channel.recipient(dossier.applicant()).stream()
                    .filter(to -> to.unreachable() == null)
                    .map(
                        to ->
                            Message.telling(
                                    dossier, fact, channel, to.to(), letter, planned.factAt())
                                .named(planned.fact())))
        .findFirst();
  }
}
