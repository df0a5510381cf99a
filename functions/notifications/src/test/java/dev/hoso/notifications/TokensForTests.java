package dev.hoso.notifications;

import dev.hoso.core.Settings;

/** The tokens in the links that end messages. */
public final class TokensForTests {
  private TokensForTests() {}

  /** The token of a contact. */
  public static String of(Settings settings, String contact) {
    return new ContactHash(settings).token(contact);
  }
}
