package dev.hoso.dossiers;

import dev.hoso.core.EmailAddress;
import dev.hoso.core.Language;
import dev.hoso.core.PhoneNumber;
import dev.hoso.core.PushEndpoint;
import dev.hoso.core.TellingChannel;
import org.jspecify.annotations.Nullable;

/**
 * Whose dossier it is (chủ hồ sơ), and how to reach them.
 *
 * @param phone null where none is known; then nothing is told by SMS
 * @param email null where none is known; then nothing is told by e-mail
 * @param pushEndpoint their device with the city's app; null where none is known
 * @param consent whether they want to be told
 * @param channel by which they want to be told, the others standing by for it; null where they
 *     named none, then by all that lead to them
 */
public record Applicant(
    String name,
    @Nullable PhoneNumber phone,
    @Nullable EmailAddress email,
    @Nullable PushEndpoint pushEndpoint,
    Language language,
    boolean consent,
    @Nullable TellingChannel channel) {
  /** Nobody: only the language stays, in which whoever asks is answered. */
  Applicant erased() {
    return new Applicant("", null, null, null, language, false, null);
  }

  /** Without the name: a record's text ends up in logs. */
  @Override
  public String toString() {
    return "Applicant[" + language.code() + "]";
  }
}
