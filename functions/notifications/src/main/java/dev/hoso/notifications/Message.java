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
import org.jspecify.annotations.Nullable;

/**
 * One fact, told by one channel to one person.
 *
 * @param unit the dossier's, whose budget it is and in whose name it is told
 * @param fact the fact's name
 * @param template the fact's template, which says how the message behaves
 * @param channel the channel's name
 * @param factAt when it was heard of, from which the time counts that it still says something
 * @param next the name of the message that stands by for the case that this one cannot be
 *     delivered; null where there is none
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
    Instant factAt,
    @Nullable String next) {

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
        item.time("factAt"),
        item.textOrNull("next"));
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
        now,
        null);
  }

  /** The same, with one that stands by for it. */
  Message before(Message other) {
    return new Message(
        dossier, unit, fact, template, channel, to, language, wording, factAt, other.name());
  }

  /** Its name among those of its dossier: what it tells, and by which channel. */
  String name() {
    return fact + "#" + channel;
  }

  /** The same with other words. */
  Message saying(Wording other) {
    return new Message(dossier, unit, fact, template, channel, to, language, other, factAt, next);
  }

  /** The same as the message of this fact. */
  Message named(String other) {
    return new Message(
        dossier, unit, other, template, channel, to, language, wording, factAt, next);
  }

  /** A text without the words that every text about the dossier begins with. */
  public String withoutOpening(String text) {
    return text.replaceFirst("^\\S+( \\S+)? " + Pattern.quote(dossier) + "[:.]?\\s*", "");
  }

  Map<String, String> key() {
    return Map.of("dossier", dossier, "message", name());
  }

  /** Writes what the message is into its item. */
  Update into(Update update) {
    return update
        .set("id", identity())
        .set("unit", unit)
        .set("fact", fact)
        .set("template", template)
        .set("factAt", factAt)
        .set("channel", channel)
        .set("next", next)
        .set("to", to)
        .set("language", language.code())
        .set("subject", wording.subject())
        .set("text", wording.text())
        .set("html", wording.html())
        .set("encoding", wording.encoding())
        .set("segments", wording.segments());
  }

  /** The same once more: under a name of its own, to where the person is reached now. */
  Message again(String contact, Instant now) {
    String name = Again.of(fact).next().name();
    return new Message(
        dossier, unit, name, template, channel, contact, language, wording, now, null);
  }

  /**
   * Names the message to the outside, where a repeated one is known by it: 32 hexadecimal digits
   * that say nothing about dossier or person.
   */
  public String identity() {
    return identity(dossier, name());
  }

  /** What {@link #identity} says of the message with this name. */
  static String identity(String dossier, String message) {
    try {
      byte[] name = (dossier + "\n" + message).getBytes(StandardCharsets.UTF_8);
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(name);
      return HexFormat.of().formatHex(digest, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  /** Without contact and text: a record's text ends up in logs. */
  @Override
  public String toString() {
    return "Message[" + dossier + ", " + name() + "]";
  }
}
