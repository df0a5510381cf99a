package dev.hoso.notifications;

import dev.hoso.core.Language;
import dev.hoso.core.dynamo.Item;
import dev.hoso.core.dynamo.Update;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * One fact, told by one channel to one person.
 *
 * @param unit the dossier's, whose budget it is and in whose name it is told
 * @param fact the fact's name
 * @param template the fact's template, which says how the message behaves
 * @param channel the channel's name
 * @param factAt when it was heard of, from which the time counts that it still says something
 */
public record Message(
    String dossier,
    String unit,
    String fact,
    String template,
    String channel,
    String to,
    Language language,
    Wording wording,
    Instant factAt) {

  static Message of(Item item) {
    long segments = item.numberOr("segments", 0);
    return new Message(
        item.text("dossier"),
        item.text("unit"),
        item.text("fact"),
        item.text("template"),
        item.text("channel"),
        item.text("to"),
        Language.parse("language", item.text("language")),
        new Wording(
            item.textOrNull("subject"),
            item.text("text"),
            item.textOrNull("html"),
            item.textOrNull("encoding"),
            segments == 0 ? null : (int) segments),
        item.time("factAt"));
  }

  /** The message by which a channel tells a fact. */
  static Message telling(
      Dossier dossier, Fact fact, Channel channel, String to, Letter letter, Instant now) {
    return new Message(
        dossier.code(),
        dossier.unit(),
        fact.name(),
        fact.template(),
        channel.name(),
        to,
        letter.language(),
        channel.write(fact, letter),
        now);
  }

  /** The same with other words. */
  Message saying(Wording other) {
    return new Message(dossier, unit, fact, template, channel, to, language, other, factAt);
  }

  /** A text without the words that every text about the dossier begins with. */
  public String withoutOpening(String text) {
    return text.replaceFirst("^\\S+( \\S+)? " + Pattern.quote(dossier) + "[:.]?\\s*", "");
  }

  /** What it is called among the dossier's. */
  String name() {
    return fact + "#" + channel;
  }

  Map<String, String> key() {
    return Map.of("dossier", dossier, "message", name());
  }

  /** Writes what the message is into its item. */
  Update into(Update update) {
    return update
        .set("unit", unit)
        .set("fact", fact)
        .set("template", template)
        .set("factAt", factAt)
        .set("channel", channel)
        .set("to", to)
        .set("language", language.code())
        .set("subject", wording.subject())
        .set("text", wording.text())
        .set("html", wording.html())
        .set("encoding", wording.encoding())
        .set("segments", wording.segments());
  }

  /**
   * Names the message to the outside, where a repeated one is known by it: 32 hexadecimal digits
   * that say nothing about dossier or person.
   */
  public String identity() {
    try {
      byte[] name = (dossier + "\n" + fact + "#" + channel).getBytes(StandardCharsets.UTF_8);
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(name);
      return HexFormat.of().formatHex(digest, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  /** Without contact and text: a record's text ends up in logs. */
  @Override
  public String toString() {
    return "Message[" + dossier + ", " + fact + "#" + channel + "]";
  }
}
