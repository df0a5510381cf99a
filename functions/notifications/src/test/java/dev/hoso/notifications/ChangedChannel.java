package dev.hoso.notifications;

import java.util.Optional;
import java.util.function.Function;

/** A channel that sends in another way. */
record ChangedChannel(Channel channel, Function<Message, Sending> sending) implements Channel {
  @Override
  public String name() {
    return channel.name();
  }

  @Override
  public Optional<Recipient> recipient(Applicant applicant) {
    return channel.recipient(applicant);
  }

  @Override
  public Wording write(Fact fact, Letter letter) {
    return channel.write(fact, letter);
  }

  @Override
  public Sending send(Message message) {
    return sending.apply(message);
  }
}
