package dev.hoso.notifications;

import dev.hoso.notifications.sms.SmsText;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Texts of one line, as SMS and push have them: several as one, with a unit's signature. */
public final class ShortText {
  private static final String BEFORE_SIGNATURE = " - ";

  private ShortText() {}

  /** A text with the signature below it, as far as one line has a below. */
  public static String signed(String text, String signature) {
    return text + BEFORE_SIGNATURE + signature;
  }

  /**
   * Several messages of one dossier, one after the other, without signatures; the dossier is named
   * once.
   */
  public static String joined(List<Message> messages, Senders senders) {
    String first = sentence(unsigned(messages.getFirst(), senders));
    return messages.stream()
        .skip(1)
        .map(message -> sentence(message.withoutOpening(unsigned(message, senders))))
        .collect(Collectors.joining(" ", first + " ", ""));
  }

  private static String unsigned(Message message, Senders senders) {
    String text = message.wording().text();
    return senders.signature(message.unit(), message.language()).stream()
        .flatMap(it -> Stream.of(it, SmsText.of(it, false).text()))
        .map(it -> BEFORE_SIGNATURE + it)
        .filter(text::endsWith)
        .findFirst()
        .map(it -> text.substring(0, text.length() - it.length()))
        .orElse(text);
  }

  private static String sentence(String text) {
    String begun = text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    return begun.matches("(?s).*[.!?]") ? begun : begun + ".";
  }
}
