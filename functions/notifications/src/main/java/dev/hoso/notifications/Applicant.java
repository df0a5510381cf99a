package dev.hoso.notifications;

import dev.hoso.core.Language;
import dev.hoso.core.dynamo.Item;
import org.jspecify.annotations.Nullable;

/**
 * Whom a dossier's facts are told.
 *
 * @param phone in E.164; null where none was given
 * @param consent whether the person agreed to be told
 * @param channel the one channel that the person wants to be told by; null where they named none
 */
public record Applicant(
    @Nullable String phone,
    @Nullable String email,
    Language language,
    boolean consent,
    @Nullable String channel) {

  static Applicant of(Item item) {
    return new Applicant(
        item.textOrNull("phone"),
        item.textOrNull("email"),
        Language.parse("applicant.language", item.textOrNull("language")),
        item.flag("consent"),
        item.textOrNull("channel"));
  }

  /** Without name and contacts: a record's text ends up in logs. */
  @Override
  public String toString() {
    return "Applicant[" + language.code() + "]";
  }
}
