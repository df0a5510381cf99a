package dev.hoso.notifications.announcements;

import dev.hoso.core.Fault;
import dev.hoso.core.Invalid;
import dev.hoso.core.dynamo.Item;
import dev.hoso.notifications.Announcing;
import dev.hoso.notifications.Announcing.Addressee;
import dev.hoso.notifications.TimeLeft;
import dev.hoso.notifications.announcements.Announcement.Progress;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads an announcement's list, a portion at a time, and keeps a message for each line. The
 * messages are written before how far it was read: whoever is cut off in between reads the same
 * lines again and finds their messages there.
 */
final class Reading {
  /** What may wait of one announcement: enough for minutes, and soon called off. */
  static final int MOST_WAITING = 1_000;

  private static final String NO_LIST = "There is no such list any more";
  private static final String CHANGED = "The list was put anew while it was read; start another";
  private static final String NOT_TEXT = "The first line is not in UTF-8";

  private final Announcements announcements;
  private final Announcing announcing;
  private final ListBucket bucket;
  private final InstantSource clock;

  Reading(
      Announcements announcements, Announcing announcing, ListBucket bucket, InstantSource clock) {
    this.announcements = announcements;
    this.announcing = announcing;
    this.bucket = bucket;
    this.clock = clock;
  }

  /** Reads as many lines as there is room for messages that wait, and time. */
  void portion(Announcement it, TimeLeft time) {
    int room = MOST_WAITING - (int) announcements.count(it.id(), "claimed");
    Progress progress = it.progress();
    if (room <= 0) {
      return;
    }
    Optional<ListBucket.Portion> read =
        bucket.read(it.list(), progress.offset(), progress.line(), room);
    if (read.isPresent()) {
      take(it, read.get(), time);
    } else if (progress.etag() != null) {
      announcements.failed(it, NO_LIST, clock.instant());
    }
  }

  private void take(Announcement it, ListBucket.Portion portion, TimeLeft time) {
    Progress from = it.progress();
    if (from.etag() != null && !from.etag().equals(portion.etag())) {
      announcements.failed(it, CHANGED, clock.instant());
      return;
    }
    try {
      Lines lines = new Lines(it, portion);
      Progress to = lines.keep(time);
      if (to.offset() > from.offset()) {
        announcements.advance(it.id(), from, to, clock.instant());
      }
    } catch (Invalid header) {
      announcements.failed(it, reason(header), clock.instant());
    }
  }

  private static String reason(Invalid header) {
    Fault fault = header.faults().getFirst();
    return "The first line: %s %s".formatted(fault.field(), fault.rule());
  }

  /** The lines of a portion, one after the other. */
  private final class Lines {
    private final Announcement it;
    private final ListBucket.Portion portion;
    private final @Nullable String header;
    private final Columns columns;
    private long lines;

    Lines(Announcement it, ListBucket.Portion portion) {
      this.it = it;
      this.portion = portion;
      this.header = header();
      this.columns = Columns.of(header == null ? "" : header);
    }

    private @Nullable String header() {
      if (it.progress().header() != null) {
        return it.progress().header();
      }
      if (portion.lines().isEmpty()) {
        return null;
      }
      String first = portion.lines().getFirst().text();
      if (first == null) {
        throw new Invalid("list", NOT_TEXT);
      }
      return first;
    }

    Progress keep(TimeLeft time) {
      Progress from = it.progress();
      ListLine last = new ListLine(from.line(), null, from.offset());
      for (ListLine line : portion.lines()) {
        if (!time.enough()) {
          break;
        }
        keep(line);
        last = line;
      }
      Instant readAt = last.end() >= portion.size() ? clock.instant() : null;
      return new Progress(
          portion.etag(),
          last.end(),
          portion.size(),
          last.number(),
          from.lines() + lines,
          header,
          readAt);
    }

    private void keep(ListLine line) {
      if (line.number() == 1 || line.blank()) {
        return;
      }
      lines++;
      try {
        keep(line, addressee(line));
      } catch (Invalid invalid) {
        Fault fault = invalid.faults().getFirst();
        refuse(line, fault);
      }
    }

    private Addressee addressee(ListLine line) {
      if (line.text() == null) {
        throw new Invalid("line", "is not in UTF-8, or longer than " + ListLine.LONGEST + " bytes");
      }
      return columns.addressee(line.text(), it.channel());
    }

    private void keep(ListLine line, Addressee to) {
      long first =
          announcing.keep(
              it.id(),
              it.salt(),
              line.number(),
              to,
              it.text(to.language()),
              it.subject().get(to.language()),
              clock.instant());
      if (first != line.number()) {
        String column = to.channel().equals("sms") ? "phone" : "email";
        refuse(line, new Fault(column, "stands in line " + first + " already"));
      }
    }

    private void refuse(ListLine line, Fault fault) {
      announcements.refuse(it.id(), line.number(), fault.field(), fault.rule(), clock.instant());
    }
  }

  /** Calls off what was read of one that is cancelled; in the next minute whatever is left. */
  void callOff(Announcement it, TimeLeft time) {
    List<Item> waiting = announcements.waiting(it.id(), MOST_WAITING);
    for (Item message : waiting) {
      if (time.enough()) {
        announcing.callOff(message, Going.CANCELLED, clock.instant());
      }
    }
    if (waiting.isEmpty()) {
      announcements.calledOff(it.id(), clock.instant());
    }
  }
}
