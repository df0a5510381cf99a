package dev.hoso.notifications;

import org.jspecify.annotations.Nullable;

/**
 * What a message says.
 *
 * @param subject of an e-mail
 * @param html of an e-mail, the same as its text
 * @param encoding of an SMS: {@code GSM-7} or {@code UCS-2}
 * @param segments how many SMS it is charged as
 */
public record Wording(
    @Nullable String subject,
    String text,
    @Nullable String html,
    @Nullable String encoding,
    @Nullable Integer segments) {}
