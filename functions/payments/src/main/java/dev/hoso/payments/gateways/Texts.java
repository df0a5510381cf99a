package dev.hoso.payments.gateways;

/** Texts as gateways' fields have room for them. */
final class Texts {
  private Texts() {}

  /** The first characters; none is cut in half. */
  static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
    return text.substring(0, end).strip();
  }
}
