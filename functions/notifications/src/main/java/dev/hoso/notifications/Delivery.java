package dev.hoso.notifications;

import dev.hoso.core.Log;
import dev.hoso.core.dynamo.Item;
import dev.hoso.core.dynamo.Outcome;
import dev.hoso.notifications.gates.Prices;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Claims a message, sends it, writes down what became of it. Safe for several threads. */
final class Delivery {
  private static final String RESTING = "The provider takes nothing now";
  private static final Duration SPARED = Duration.ofSeconds(30);
  private final Messages messages;
  private final Addresses addresses;
  private final Map<String, Channel> channels;

  /** A provider's that is asked for one sort of messages: others may be taken all the same. */
  private final Map<String, Rest> rests = new ConcurrentHashMap<>();

  private final Gates gates;
  private final List<Renewal> renewals;
  private final Prices prices;
  private final InstantSource clock;

  /**
   * A delivery.
   *
   * @param gates as {@link Gates} has them
   * @param renewals of what waited, in the order in which they are asked
   */
  Delivery(
      Messages messages,
      Addresses addresses,
      List<Channel> channels,
      List<Gate> gates,
      List<Renewal> renewals,
      Prices prices,
      InstantSource clock) {
    this.messages = messages;
    this.addresses = addresses;
    this.gates = new Gates(gates, this::spared);
    this.renewals = List.copyOf(renewals);
    this.prices = prices;
    this.channels = channels.stream().collect(Collectors.toMap(Channel::name, Function.identity()));
    this.clock = clock;
  }

  /** Sends a message unless it is claimed already. */
  void first(Message message) {
    Instant now = clock.instant();
    switch (gates.passage(message, now)) {
      case Gate.Closed closed -> closed(message, closed, now);
      case Gate.Wait wait -> messages.leave(message, wait.reason(), wait.until(), now);
      case Gate.Open.OPEN ->
          messages
              .claim(message, now)
              .ifPresentOrElse(claim -> send(claim, now), () -> gates.back(message, now));
    }
  }

  private void closed(Message message, Gate.Closed closed, Instant now) {
    if (closed.undeliverable()) {
      messages.undeliverable(message, closed.reason(), now);
    } else {
      messages.suppress(message, closed.reason(), now);
    }
  }

  private Gate.Passage spared(Message message, Instant now) {
    return rest(message).at(now) ? new Gate.Wait(now.plus(SPARED), RESTING) : Gate.Open.OPEN;
  }

  /** Keeps a message for the next minute, unless it is claimed already. */
  void later(Message message) {
    Instant now = clock.instant();
    messages.leave(message, "There was no time to send it with the others", now, now);
  }

  /**
   * Sends a message that is due, unless somebody else does; one that is over gives its next the
   * turn.
   *
   * @return whether it was dealt with here, so that it is not due any more
   */
  boolean again(Item due) {
    Instant now = clock.instant();
    String message = due.text("message");
    String channel = message.substring(message.lastIndexOf('#') + 1);
    boolean spared = rest(channel, due.text("owed")).at(now);
    Outcome outcome =
        spared ? messages.postpone(due, now.plus(SPARED), now) : messages.claimAgain(due, now);
    if (!outcome.written()) {
      return messages.passOn(outcome.item(), now);
    }
    if (!spared) {
      sendWhileAttemptsLast(Claim.of(outcome.item()));
    }
    return true;
  }

  /** Where every attempt ended with a crash, no provider's answer ever ended them. */
  private void sendWhileAttemptsLast(Claim claim) {
    Instant now = clock.instant();
    if (claim.attempts() > Retries.ATTEMPTS) {
      messages.failed(claim, "Sending was broken off every time", now);
      return;
    }
    renewed(claim, now).ifPresent(it -> sendIfOpen(it, now));
  }

  private Optional<Claim> renewed(Claim claim, Instant now) {
    Optional<Claim> renewed = Optional.of(claim);
    for (Renewal renewal : renewals) {
      renewed = renewed.flatMap(it -> renewal.renew(it, now));
    }
    return renewed;
  }

  private void sendIfOpen(Claim claim, Instant now) {
    switch (gates.passage(claim.message(), now)) {
      case Gate.Closed closed -> closed(claim, closed, now);
      case Gate.Wait wait -> messages.waits(claim, wait.reason(), wait.until(), now);
      case Gate.Open.OPEN -> send(claim, now);
    }
  }

  private void closed(Claim claim, Gate.Closed closed, Instant now) {
    if (closed.undeliverable()) {
      messages.undeliverable(claim, closed.reason(), now);
    } else {
      messages.suppress(claim, closed.reason(), now);
    }
  }

  /**
   * Hands a message over.
   *
   * @param open when the gates let it through
   */
  private void send(Claim claim, Instant open) {
    Sending sending = handedOver(claim.message(), open);
    Instant now = clock.instant();
    switch (sending) {
      case Sending.Taken taken -> sent(claim, taken, now);
      case Sending.NotNow notNow -> postpone(claim, notNow.reason(), now);
      case Sending.Gone gone -> gone(claim, gone.reason(), now);
      case Sending.Never never -> fail(claim, never.reason(), now);
    }
  }

  /**
   * Sends a message now or never.
   *
   * @param kept what is written down in its place: under the same name, without its secret
   * @return what the provider said
   */
  Sending once(Message message, Message kept) {
    Instant asked = clock.instant();
    Claim claim = messages.claimOnce(kept, asked);
    Sending sending =
        switch (gates.passage(message, asked)) {
          case Gate.Closed closed -> new Sending.Never(closed.reason());
          case Gate.Wait wait -> new Sending.NotNow(wait.reason());
          case Gate.Open.OPEN -> handedOver(message, asked);
        };
    Instant now = clock.instant();
    switch (sending) {
      case Sending.Taken taken -> sent(claim, taken, now);
      case Sending.NotNow notNow -> fail(claim, notNow.reason(), now);
      case Sending.Gone gone -> gone(claim, gone.reason(), now);
      case Sending.Never never -> fail(claim, never.reason(), now);
    }
    return sending;
  }

  /** Whether a channel's provider took nothing when it was last called, which is not long ago. */
  boolean failing(String channel) {
    return rest(channel, Kind.CODE.owed()).failing(clock.instant());
  }

  private Sending handedOver(Message message, Instant open) {
    Sending sending = channel(message).send(message);
    if (!(sending instanceof Sending.Taken)) {
      gates.back(message, open);
    }
    Rest rest = rest(message);
    if (sending instanceof Sending.NotNow) {
      rest.failed(clock.instant());
    } else {
      rest.worked();
    }
    return sending;
  }

  private void sent(Claim claim, Sending.Taken taken, Instant now) {
    Message message = claim.message();
    Instant reportedBy = channel(message).reportsWithin().map(now::plus).orElse(null);
    messages.sent(claim, taken.providerMessageId(), prices.of(message), reportedBy, now);
    log("messageSent", claim, "taken");
  }

  private void postpone(Claim claim, String reason, Instant now) {
    boolean another = claim.message().next() != null && claim.attempts() >= Retries.BEFORE_THE_NEXT;
    Retries.gapAfter(claim.attempts())
        .filter(gap -> !another)
        .ifPresentOrElse(
            gap -> {
              messages.notNow(claim, reason, now.plus(gap), now);
              log("messageNotTaken", claim, reason);
            },
            () -> fail(claim, reason, now));
  }

  /**
   * The contact is closed before anything says that the message failed: a crash closes it again.
   */
  private void gone(Claim claim, Reason reason, Instant now) {
    addresses.suppress(claim.message().to(), reason, now);
    fail(claim, reason.en(), now);
  }

  private void fail(Claim claim, String reason, Instant now) {
    messages.failed(claim, reason, now);
    log("messageFailed", claim, reason);
    Log.metric("MessageFailed", 1, Map.of("channel", claim.message().channel()));
  }

  private static void log(String event, Claim claim, String outcome) {
    Message message = claim.message();
    Log.info(
        event,
        Map.of(
            "dossier", message.dossier(),
            "fact", message.fact(),
            "channel", message.channel(),
            "attempts", claim.attempts(),
            "outcome", outcome));
  }

  private Channel channel(Message message) {
    Channel channel = channels.get(message.channel());
    if (channel == null) {
      throw new IllegalStateException("There is no channel " + message.channel());
    }
    return channel;
  }

  private Rest rest(Message message) {
    return rest(message.channel(), messages.owed(message));
  }

  private Rest rest(String channel, String owed) {
    return rests.computeIfAbsent(channel + " " + owed, name -> new Rest());
  }
}
