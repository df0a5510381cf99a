package dev.hoso.notifications;

import dev.hoso.core.dynamo.Item;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Facts of one dossier that come within two minutes become one message, where their templates
 * allow. Whichever of them is due first takes the others that still wait and tells all; they end as
 * {@code merged}, each by one conditional write.
 *
 * <p>What was taken is seen from the others ({@code mergedInto}), not remembered by the one that
 * took them: whoever goes on after a crash finds them there and tells them, none twice.
 */
final class Merging implements Gate, Renewal {
  /** How long a message waits for others, and how far apart their facts may be. */
  static final Duration WINDOW = Duration.ofMinutes(2);

  private final Manners manners;
  private final Messages messages;
  private final Map<String, Channel> channels;

  Merging(Manners manners, Messages messages, List<Channel> channels) {
    this.manners = manners;
    this.messages = messages;
    this.channels = channels.stream().collect(Collectors.toMap(Channel::name, Function.identity()));
  }

  @Override
  public Passage at(Message message, Instant now) {
    return waits(message, now)
        ? new Wait(message.factAt().plus(WINDOW), "It waits for what else happens to the dossier")
        : Open.OPEN;
  }

  private boolean waits(Message message, Instant now) {
    return merges(message) && now.isBefore(message.factAt().plus(WINDOW));
  }

  /** One that an officer has asked for tells its fact alone. */
  private boolean merges(Message message) {
    return !Again.is(message.fact()) && manners.of(message.template()).merges();
  }

  @Override
  public Optional<Claim> renew(Claim claim, Instant now) {
    Message message = claim.message();
    return merges(message) && !waits(message, now)
        ? merged(claim, messages.of(message.dossier()), now)
        : Optional.of(claim);
  }

  private Optional<Claim> merged(Claim claim, List<Item> all, Instant now) {
    String name = claim.message().name();
    if (all.stream().anyMatch(it -> it.text("message").equals(name) && it.has("facts"))) {
      return Optional.of(claim);
    }
    List<Message> told = new ArrayList<>(List.of(claim.message()));
    all.stream()
        .filter(it -> name.equals(it.textOrNull("mergedInto")))
        .map(Message::of)
        .forEach(told::add);
    // Later attempts take no more: a first one that was cut off may have been sent as it was, and a
    // mailbox drops what comes under the same name.
    if (claim.attempts() == 1) {
      all.stream()
          .filter(it -> mergeable(it, claim.message()))
          .sorted(Comparator.comparing(it -> it.time("factAt")))
          .forEach(it -> take(it, claim.message(), told, now));
    }
    return told.size() == 1 ? Optional.of(claim) : rewritten(claim, inOrder(told), now);
  }

  /**
   * Those that wait, were never tried and go the same way to the same person; where another channel
   * stands by for one, it does for both, see {@link Messages#passOn}.
   */
  private boolean mergeable(Item other, Message message) {
    return other.text("status").equals("claimed")
        && other.has("due")
        && other.number("attempts") == 0
        && !other.has("facts")
        && other.has("next") == (message.next() != null)
        && !other.has("resendOf")
        && manners.of(other.text("template")).merges()
        && manners.of(other.text("template")).necessary()
            == manners.of(message.template()).necessary()
        && other.text("channel").equals(message.channel())
        && other.text("language").equals(message.language().code())
        && message.to().equals(other.textOrNull("to"));
  }

  private void take(Item other, Message leader, List<Message> told, Instant now) {
    List<Message> with = new ArrayList<>(told);
    with.add(Message.of(other));
    if (together(with)
        && channel(leader).merged(inOrder(with)).isPresent()
        && messages.merge(other, leader, now)) {
      told.add(Message.of(other));
    }
  }

  private static boolean together(List<Message> facts) {
    List<Message> ordered = inOrder(facts);
    Instant first = ordered.getFirst().factAt();
    return !ordered.getLast().factAt().isAfter(first.plus(WINDOW));
  }

  private Optional<Claim> rewritten(Claim claim, List<Message> told, Instant now) {
    Wording wording =
        channel(claim.message()).merged(told).orElseThrow(() -> new IllegalStateException("taken"));
    List<String> facts = told.stream().map(Message::fact).toList();
    return messages.rewrite(claim, claim.message().saying(wording), facts, now);
  }

  private static List<Message> inOrder(List<Message> facts) {
    return facts.stream()
        .sorted(
            Comparator.comparing(Message::factAt)
                .thenComparingInt(it -> version(it).length())
                .thenComparing(Merging::version))
        .toList();
  }

  /** The dossier's, with which the names of these facts end: it orders those of one second. */
  private static String version(Message message) {
    return message.fact().substring(message.fact().lastIndexOf(' ') + 1);
  }

  private Channel channel(Message message) {
    return Objects.requireNonNull(channels.get(message.channel()), message.channel());
  }
}
