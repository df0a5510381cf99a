package dev.hoso.notifications;

import dev.hoso.core.Language;
import java.time.Instant;

/** An SMS about a dossier that was received. */
final class MessageForTests {
  private MessageForTests() {}

  static Message received(Instant at) {
    return of("dossier-received", "received", "sms", at);
  }

  static Message of(String template, String fact, String channel, Instant at) {
    return new Message(
        "H26.15-261123-0042",
        "01",
        fact,
        template,
        channel,
        channel.equals("email") ? "anh@example.com" : "+84912345678",
        Language.VI,
        new Wording(null, "text", null, "GSM-7", 1),
        at,
        null);
  }
}
