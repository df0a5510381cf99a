package dev.hoso.notifications;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A way to a person: text message, e-mail. The next one is one more class like these. */
public interface Channel {
  /** As messages are named after it: {@code sms}, {@code email}. */
  String name();

  /** Where this person is reached by it; empty where the person gave no such contact. */
  Optional<Recipient> recipient(Applicant applicant);

  /** What it says about a fact. */
  Wording write(Fact fact, Letter letter);

  /**
   * What it says about several facts of one dossier, in the order of these messages; empty where
   * they are too much for one.
   */
  default Optional<Wording> merged(List<Message> messages) {
    return Optional.empty();
  }

  /** Hands a message to the provider. Whatever the provider answers is a value, no exception. */
  Sending send(Message message);

  /**
   * Within what time its provider reports that a message has arrived; whatever it has not reported
   * by then is taken as not delivered. Empty where it does not report, or it means nothing that it
   * does not.
   */
  default Optional<Duration> reportsWithin() {
    return Optional.empty();
  }
}
