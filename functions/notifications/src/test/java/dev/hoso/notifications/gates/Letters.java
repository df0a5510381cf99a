package dev.hoso.notifications.gates;

import dev.hoso.core.Language;
import dev.hoso.notifications.Message;
import dev.hoso.notifications.Wording;
import java.time.Instant;

/** Messages of which only a few things matter. */
final class Letters {
  private Letters() {}

  static Message of(String dossier, String unit, String template, String channel, int segments) {
    return to("+84912345678", dossier, unit, template, channel, segments);
  }

  static Message to(
      String to, String dossier, String unit, String template, String channel, int segments) {
    return new Message(
        dossier,
        unit,
        "fact",
        template,
        channel,
        to,
        Language.VI,
        new Wording(null, "text", null, "GSM-7", segments),
        Instant.EPOCH,
        null);
  }
}
