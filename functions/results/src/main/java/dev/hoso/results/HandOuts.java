package dev.hoso.results;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When a result was handed out to its applicant.
 *
 * @param count how often
 * @param log the latest times, at most {@link #LOGGED}, the oldest first
 */
public record HandOuts(long count, @Nullable Instant first, List<Instant> log) {
  /** Who fetches a result more often than this is not told apart from who does it again. */
  static final int LOGGED = 100;

  static final HandOuts NONE = new HandOuts(0, null, List.of());

  public HandOuts {
    log = List.copyOf(log);
  }

  /** The last time; null where there was none. */
  public @Nullable Instant last() {
    return log.isEmpty() ? null : log.getLast();
  }

  HandOuts and(Instant time) {
    List<Instant> all = new ArrayList<>(log);
    all.add(time);
    List<Instant> latest = all.subList(Math.max(0, all.size() - LOGGED), all.size());
    return new HandOuts(count + 1, first == null ? time : first, latest);
  }
}
