package dev.hoso.notifications.sms;

/**
 * The default alphabet of SMS with its extension table (3GPP TS 23.038, 6.2.1): seven bits a
 * character, two times seven for the extension's.
 */
final class Gsm7 {
  private static final String DEFAULT =
      "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
          + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

  private static final String EXTENSION = "\f^{}\\[~]|€";

  private Gsm7() {}

  /** Septets that a character takes: 1 or 2; 0 for what the alphabet does not have. */
  static int septets(int character) {
    if (DEFAULT.indexOf(character) >= 0) {
      return 1;
    }
    return EXTENSION.indexOf(character) >= 0 ? 2 : 0;
  }

  static boolean has(int character) {
    return septets(character) > 0;
  }
}
