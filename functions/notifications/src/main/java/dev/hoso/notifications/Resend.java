package dev.hoso.notifications;

import org.jspecify.annotations.Nullable;

/**
 * Somebody's wish that a message is sent again.
 *
 * @param reason why, for whoever reads the dossier's messages later
 * @param requestedBy who wants it, in the words of the officer's system; null where it does not say
 * @param key the request's own name, by which a repeat of it is known; null where it has none
 */
public record Resend(String reason, @Nullable String requestedBy, @Nullable String key) {
  /** What a message waits for that is sent again. */
  static final String OWED = "An officer has asked for it; it is sent within a minute";
}
