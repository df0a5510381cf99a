package dev.hoso.events;

import java.util.Arrays;

/** Why a subscriber is told nothing more. */
public enum Disabled {
  /** It took nothing for three days. */
  FAILING("failing", "it took nothing for three days"),
  /** It answered 410. */
  GONE("gone", "it answered 410 Gone");

  private final String code;
  private final String words;

  Disabled(String code, String words) {
    this.code = code;
    this.words = words;
  }

  public String code() {
    return code;
  }

  /** As its owner is told. */
  public String words() {
    return words;
  }

  public static Disabled of(String code) {
    return Arrays.stream(values()).filter(it -> it.code.equals(code)).findFirst().orElseThrow();
  }
}
