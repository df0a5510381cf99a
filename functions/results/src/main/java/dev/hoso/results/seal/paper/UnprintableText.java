package dev.hoso.results.seal.paper;

/** A text has characters that the fonts do not have. */
public final class UnprintableText extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final String characters;

  UnprintableText(String characters) {
    super("Characters that cannot be printed: " + characters);
    this.characters = characters;
  }

  /** Their code points, such as {@code U+1F600}. */
  public String characters() {
    return characters;
  }
}
