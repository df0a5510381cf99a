package dev.hoso.core;

/** What something is called, in the two languages that citizens are spoken to in. */
public record Name(String vi, String en) {
  /** The name in that language. */
  public String in(Language language) {
    return switch (language) {
      case VI -> vi;
      case EN -> en;
    };
  }
}
