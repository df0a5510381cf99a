package dev.hoso.notifications.announcements;

import dev.hoso.core.Crockford;
import dev.hoso.core.Invalid;
import dev.hoso.core.Refused;
import dev.hoso.core.Sha256;
import dev.hoso.core.Time;
import dev.hoso.core.dynamo.Outcome;
import dev.hoso.notifications.announcements.Announcement.Progress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the operators' system may do with announcements. */
final class AnnouncementsDesk {
  private static final Duration ADDRESS_HOLDS = Duration.ofMinutes(15);
  private static final int ID_BYTES = 10;
  private static final int LINES_SHOWN = 100;

  private final Announcements announcements;
  private final ListBucket bucket;
  private final Admission admission;
  private final InstantSource clock;

  AnnouncementsDesk(
      Announcements announcements, ListBucket bucket, Admission admission, InstantSource clock) {
    this.announcements = announcements;
    this.bucket = bucket;
    this.admission = admission;
    this.clock = clock;
  }

  /**
   * Takes one in.
   *
   * @param key the caller's own name for the request, so that a repeat announces nothing twice;
   *     null where there is none
   * @throws Invalid where the text must not be announced
   */
  Map<String, Object> create(byte[] body, @Nullable String key) {
    if (key != null && !key.matches("[!-~]{1,255}")) {
      throw new Invalid("Idempotency-Key", "must be 1 to 255 visible characters");
    }
    Asked asked = Asked.of(body);
    admission.check(asked);
    Announcement announcement = announcement(asked, id(key));
    Outcome outcome = announcements.create(announcement, announcement.createdAt());
    Announcement kept = Announcement.of(outcome.item());
    if (!same(kept, announcement)) {
      throw new Refused(
          409, "idempotency-key-reused", "This Idempotency-Key names another announcement.");
    }
    return shown(kept);
  }

  private Announcement announcement(Asked asked, String id) {
    String list = asked.list() == null ? ListBucket.FOLDER + id + ".csv" : asked.list();
    return new Announcement(
        id,
        Crockford.random(ID_BYTES),
        asked.name(),
        asked.text(),
        asked.subject(),
        list,
        asked.channel(),
        State.WAITING,
        null,
        Time.now(clock),
        new Progress(null, 0, 0, 0, 0, null, null));
  }

  private static String id(@Nullable String key) {
    return key == null
        ? Crockford.random(ID_BYTES)
        : Crockford.text(Arrays.copyOf(Sha256.of("announcement", key), ID_BYTES));
  }

  private static boolean same(Announcement one, Announcement other) {
    return one.name().equals(other.name())
        && one.text().equals(other.text())
        && one.subject().equals(other.subject())
        && one.list().equals(other.list())
        && Objects.equals(one.channel(), other.channel());
  }

  /** All, the newest first, in brief. */
  Map<String, Object> all() {
    return Map.of(
        "announcements", announcements.all().stream().map(AnnouncementView::brief).toList());
  }

  /** One, with what became of its messages. */
  Map<String, Object> show(String id) {
    return shown(found(id));
  }

  /** Pauses, resumes or cancels one; again does no harm. */
  Map<String, Object> change(String id, String how) {
    Instant now = clock.instant();
    found(id);
    Outcome outcome =
        switch (how) {
          case "pause" -> announcements.pause(id, now);
          case "cancel" -> announcements.cancel(id, now);
          default -> announcements.resume(id, now);
        };
    List<State> meant =
        switch (how) {
          case "pause" -> List.of(State.PAUSED);
          case "cancel" -> List.of(State.CANCELLED);
          default -> List.of(State.WAITING, State.RUNNING);
        };
    Announcement after = Announcement.of(outcome.item());
    if (!meant.contains(after.state())) {
      throw new Refused(
          409, "announcement-over", "It is " + after.state().code() + " and stays so.");
    }
    return shown(after);
  }

  private Announcement found(String id) {
    return announcements
        .find(id)
        .orElseThrow(
            () -> new Refused(404, "unknown-announcement", "There is no such announcement."));
  }

  private Map<String, Object> shown(Announcement it) {
    Map<String, Object> view =
        AnnouncementView.whole(
            it, announcements.counts(it.id()), announcements.refused(it.id(), LINES_SHOWN));
    if (it.progress().etag() == null && !bucket.has(it.list())) {
      view.put(
          "upload",
          Map.of(
              "url",
              bucket.writing(it.list(), ADDRESS_HOLDS),
              "method",
              "PUT",
              "expiresAt",
              Time.text(clock.instant().plus(ADDRESS_HOLDS))));
    }
    return view;
  }
}
