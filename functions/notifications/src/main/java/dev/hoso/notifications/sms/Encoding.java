package dev.hoso.notifications.sms;

/** How an SMS is encoded, which decides how much fits into one. */
public enum Encoding {
  /** Seven bits a character: no Vietnamese diacritics. */
  GSM_7("GSM-7", 160, 153) {
    @Override
    int units(int character) {
      return Gsm7.septets(character);
    }
  },
  /** Sixteen bits a character, every script. */
  UCS_2("UCS-2", 70, 67) {
    @Override
    int units(int character) {
      return Character.charCount(character);
    }
  };

  private final String title;
  private final int alone;
  private final int joined;

  Encoding(String title, int alone, int joined) {
    this.title = title;
    this.alone = alone;
    this.joined = joined;
  }

  /** The encoding of a text: the seven bits where they do. */
  static Encoding of(String text) {
    return text.codePoints().allMatch(Gsm7::has) ? GSM_7 : UCS_2;
  }

  /** As it is stored and shown: {@code GSM-7} or {@code UCS-2}. */
  public String title() {
    return title;
  }

  /**
   * What a character takes of a segment; a pair that must stay together counts as one character.
   */
  abstract int units(int character);

  /**
   * Into how many segments a text goes. Joined ones carry a header each and so less text; a
   * character of two units that does not fit at the end of one goes whole into the next.
   */
  int segments(String text) {
    if (text.codePoints().map(this::units).sum() <= alone) {
      return 1;
    }
    int segments = 1;
    int used = 0;
    for (int character : text.codePoints().toArray()) {
      int units = units(character);
      if (used + units > joined) {
        segments++;
        used = 0;
      }
      used += units;
    }
    return segments;
  }
}
