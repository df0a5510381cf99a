package dev.hoso.core;

import org.jspecify.annotations.Nullable;

/** How a person can be told something. */
public enum TellingChannel {
  SMS("sms"),
  EMAIL("email"),
  /** A notice of the city's app. */
  PUSH("push");

  private final String code;

  TellingChannel(String code) {
    this.code = code;
  }

  /** As JSON and tables have it: {@code sms}, {@code email} or {@code push}. */
  public String code() {
    return code;
  }

  /**
   * The channel that a person prefers.
   *
   * @param field the name to complain under
   * @param text absent means that they prefer none
   * @throws Invalid when it is none of the three codes
   */
  public static @Nullable TellingChannel parse(String field, @Nullable String text) {
    if (text == null) {
      return null;
    }
    for (TellingChannel channel : values()) {
      if (channel.code.equals(text)) {
        return channel;
      }
    }
    throw new Invalid(field, "must be sms, email or push");
  }
}
