package dev.hoso.notifications.sms;

import dev.hoso.notifications.ShortText;
import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * The text of an SMS as it is sent, and what it takes.
 *
 * @param segments how many SMS it is charged as; a telephone shows them as one
 */
public record SmsText(String text, Encoding encoding, int segments) {
  private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");

  /** Control and format characters, halves of surrogate pairs. */
  private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}]");

  /**
   * A text for sending: on one line, without what cannot be seen.
   *
   * @param accented whether diacritics stay; else the text is folded to seven bits a character
   */
  public static SmsText of(String text, boolean accented) {
    String line = SPACES.matcher(text).replaceAll(" ");
    line = INVISIBLE.matcher(line).replaceAll("").strip();
    String sent = accented ? Normalizer.normalize(line, Normalizer.Form.NFC) : Folding.fold(line);
    // What is folded can leave spaces where marks stood alone.
    sent = SPACES.matcher(sent).replaceAll(" ").strip();
    Encoding encoding = Encoding.of(sent);
    return new SmsText(sent, encoding, encoding.segments(sent));
  }

  /**
   * With a signature, where that costs no SMS more: who sends it stands in the text as well, and
   * nobody pays for saying it twice. It has diacritics where the text has them.
   */
  SmsText signed(String signature) {
    boolean accented = encoding == Encoding.UCS_2;
    SmsText signed = of(ShortText.signed(text, of(signature, accented).text()), true);
    return signed.segments() > segments ? this : signed;
  }
}
