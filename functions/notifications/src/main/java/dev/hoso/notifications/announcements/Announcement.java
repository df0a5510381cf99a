package dev.hoso.notifications.announcements;

import dev.hoso.core.Language;
import dev.hoso.core.dynamo.Item;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One text to many, as it is kept.
 *
 * @param salt what makes a hash of a contact one that nobody can try numbers against; not shown
 * @param subject of e-mails; empty where none was given
 * @param list the key of its list in the bucket
 * @param channel null where each line goes the way that it has
 * @param failure why its list cannot be read; null where it can
 * @param progress how far its list was read
 */
record Announcement(
    String id,
    String salt,
    String name,
    Map<Language, String> text,
    Map<Language, String> subject,
    String list,
    @Nullable String channel,
    State state,
    @Nullable String failure,
    Instant createdAt,
    Progress progress) {
  Announcement {
    text = Map.copyOf(text);
    subject = Map.copyOf(subject);
  }

  /**
   * How far a list was read.
   *
   * @param etag of the file, null before it was first read: another file is not read on
   * @param offset where the next line begins, in bytes
   * @param size of the file in bytes
   * @param line the number of the last line that was read
   * @param lines how many of them ask for a message
   * @param header the first line
   * @param readAt when the last line was read; null before
   */
  record Progress(
      @Nullable String etag,
      long offset,
      long size,
      long line,
      long lines,
      @Nullable String header,
      @Nullable Instant readAt) {}

  /** What it says in a language. */
  String text(Language language) {
    String said = text.get(language);
    if (said == null) {
      throw new IllegalStateException("Every announcement has a text in " + language);
    }
    return said;
  }

  static Announcement of(Item item) {
    return new Announcement(
        item.text("message"),
        item.text("salt"),
        item.text("name"),
        texts(item, "text"),
        texts(item, "subject"),
        item.text("list"),
        item.textOrNull("channel"),
        state(item),
        item.textOrNull("failure"),
        item.time("createdAt"),
        new Progress(
            item.textOrNull("etag"),
            item.numberOr("offset", 0),
            item.numberOr("size", 0),
            item.numberOr("line", 0),
            item.numberOr("lines", 0),
            item.textOrNull("header"),
            item.timeOrNull("readAt")));
  }

  private static State state(Item item) {
    State kept = State.of(item.text("status"));
    return kept == State.RUNNING && !item.has("etag") ? State.WAITING : kept;
  }

  private static Map<Language, String> texts(Item item, String name) {
    Map<Language, String> texts = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      String text = item.map(name).textOrNull(language.code());
      if (text != null) {
        texts.put(language, text);
      }
    }
    return texts;
  }

  /** Without the salt: a record's text ends up in logs. */
  @Override
  public String toString() {
    return "Announcement[" + id + "]";
  }
}
