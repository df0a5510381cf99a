package dev.hoso.notifications.seen;

import io.avaje.jsonb.Json;
import org.jspecify.annotations.Nullable;

/**
 * The wish that a message is sent again, as an officer's system sends it.
 *
 * @param reason why
 * @param requestedBy who wants it
 */
@Json
public record ResendBody(@Nullable String reason, @Nullable String requestedBy) {}
