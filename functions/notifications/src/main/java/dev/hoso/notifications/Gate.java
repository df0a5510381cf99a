package dev.hoso.notifications;

import java.time.Instant;

/**
 * Something that may stand between a message and its provider: the hour, the person's wish, the
 * budget. Asked before every attempt, because it may have closed or opened since the last one.
 */
public interface Gate {
  /** Whether the message may go to the provider now. */
  Passage at(Message message, Instant now);

  /**
   * A gate that has only so much to give: asked when nothing else stands in the way, and told where
   * what it gave was not used.
   */
  interface Taking extends Gate {
    /**
     * The message did not go after all.
     *
     * @param at the time at which it was let through
     */
    void back(Message message, Instant at);
  }

  /** What a gate says. Reasons are for a clerk to read and name no person. */
  sealed interface Passage {}

  /** It may. */
  enum Open implements Passage {
    OPEN
  }

  /** Not yet; waiting is no attempt. */
  record Wait(Instant until, String reason) implements Passage {}

  /**
   * It may not, and will not.
   *
   * @param undeliverable whether it would not arrive, so that the person may be told by another
   *     channel; not so where the person does not want it, or it says nothing any more
   */
  record Closed(String reason, boolean undeliverable) implements Passage {
    public Closed(String reason) {
      this(reason, false);
    }
  }
}
