package dev.hoso.dossiers;

import dev.hoso.core.EmailAddress;
import dev.hoso.core.Language;
import dev.hoso.core.PhoneNumber;
import org.jspecify.annotations.Nullable;

/**
 * Whose dossier it is (chủ hồ sơ), and how to reach them.
 *
 * @param phone null where none is known; then nothing is told by SMS
 * @param email null where none is known; then nothing is told by e-mail
 * @param consent whether they want to be told
 */
public record Applicant(
    String name,
    @Nullable PhoneNumber phone,
    @Nullable EmailAddress email,
    Language language,
    boolean consent) {
  /** Nobody: only the language stays, in which whoever asks is answered. */
  Applicant erased() {
    return new Applicant("", null, null, language, false);
  }

  /** Without the name: a record's text ends up in logs. */
  @Override
  public String toString() {
    return "Applicant[" + language.code() + "]";
  }
}
