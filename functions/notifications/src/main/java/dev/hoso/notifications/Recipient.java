package dev.hoso.notifications;

import org.jspecify.annotations.Nullable;

/**
 * Where a person is reached.
 *
 * @param to an E.164 number or an e-mail address
 * @param unreachable why nothing can be sent there, for a clerk to read; null where it can
 */
public record Recipient(String to, @Nullable String unreachable) {
  /** Without the contact: a record's text ends up in logs. */
  @Override
  public String toString() {
    return "Recipient[]";
  }
}
