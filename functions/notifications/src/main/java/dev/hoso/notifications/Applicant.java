package dev.hoso.notifications;

import dev.hoso.core.Language;
import dev.hoso.core.dynamo.Item;
import org.jspecify.annotations.Nullable;

/**
 * Whom a dossier's facts are told.
 *
 * @param phone in E.164; null where none was given
 * @param pushEndpoint the ARN of a device with the city's app; null where none was given
 * @param consent whether the person agreed to be told
 * @param channel the one channel that the person wants to be told by; null where they named none
 */
public record Applicant(
    @Nullable String phone,
    @Nullable String email,
    @Nullable String pushEndpoint,
    Language language,
    boolean consent,
    @Nullable String channel) {

  static Applicant of(Item item) {
    return new Applicant(
        item.textOrNull("phone"),
        item.textOrNull("email"),
        item.textOrNull("pushEndpoint"),
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
