package dev.hoso.notifications.codes;

import dev.hoso.core.DossierCode;
import dev.hoso.core.Grant;
import dev.hoso.core.Language;
import dev.hoso.core.Time;
import dev.hoso.core.dynamo.Table;
import dev.hoso.core.lambda.Form;
import dev.hoso.notifications.Dossier;
import dev.hoso.notifications.Fact;
import dev.hoso.notifications.Sending;
import dev.hoso.notifications.Urgent;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Sends a code to the applicant of a dossier. Where there is nobody to send to, everything but the
 * sending happens all the same, so that whoever asks cannot tell the difference.
 */
final class Asking {
  private final Table dossiers;
  private final Codes codes;
  private final Counters counters;
  private final KeyedHash hash;
  private final Urgent urgent;
  private final InstantSource clock;
  private final Pace pace;

  Asking(
      Table dossiers,
      Codes codes,
      Counters counters,
      KeyedHash hash,
      Urgent urgent,
      InstantSource clock,
      Pace pace) {
    this.dossiers = dossiers;
    this.codes = codes;
    this.counters = counters;
    this.hash = hash;
    this.urgent = urgent;
    this.clock = clock;
    this.pace = pace;
  }

  /**
   * Sends a code, if there is such a dossier with a contact.
   *
   * @param sourceIp who asks
   */
  Reply ask(DossierCode code, Form form, @Nullable String sourceIp) {
    Instant now = clock.instant();
    String caller = "asked from " + hash.of("address", NetworkAddress.counted(sourceIp));
    boolean allowed =
        counters.count(caller, CodeRules.ASKED_FROM_ADDRESS, now)
            && counters.count("asked for " + code, CodeRules.ASKED_FOR_DOSSIER, now);
    return allowed ? pace.keep(() -> send(code, form, now)) : new Reply.Limited();
  }

  private Reply send(DossierCode code, Form form, Instant now) {
    String channel = form.field("channel").equals("email") ? "email" : "sms";
    Dossier dossier = Dossier.of(dossiers.get(Map.of("code", code.value())));
    Optional<Urgent.Way> way = dossier == null ? Optional.empty() : urgent.way(dossier, channel);
    String contact = way.map(Urgent.Way::to).orElse("nobody of " + code);
    boolean allowed =
        counters.count("sent to " + hash.of("contact", contact), CodeRules.SENT_TO_CONTACT, now);
    if (dossier == null || way.isEmpty()) {
      return toNobody(code, channel, allowed, now);
    }
    Language language = form.language().orElse(dossier.applicant().language());
    return toSomebody(code, dossier, way.get(), language, allowed, now);
  }

  /** A code that nobody was told cannot be entered; its tries are counted as those of others. */
  private Reply toNobody(DossierCode code, String channel, boolean allowed, Instant now) {
    if (allowed) {
      codes.replace(code, hash.of(code.value(), Grant.token()), now);
    }
    return allowed && urgent.failing(channel) ? new Reply.Failed() : new Reply.Sent();
  }

  /** That the contact has had enough is not said: it would tell whose other dossiers there are. */
  private Reply toSomebody(
      DossierCode code,
      Dossier dossier,
      Urgent.Way way,
      Language language,
      boolean allowed,
      Instant now) {
    String digits = CodeRules.random();
    Fact.OneTimeCode fact = new Fact.OneTimeCode(name(now), digits, CodeRules.VALID.toMinutes());
    if (!allowed) {
      urgent.withhold(
          way, dossier, language, fact, "This contact was sent enough codes within an hour");
      return new Reply.Sent();
    }
    codes.replace(code, hash.of(code.value(), digits), now);
    return urgent.tell(way, dossier, language, fact) instanceof Sending.NotNow
        ? new Reply.Failed()
        : new Reply.Sent();
  }

  /** In the order of time; two codes of one second are two messages all the same. */
  private static String name(Instant now) {
    return "code %s %s".formatted(Time.text(now), Grant.token().substring(0, 4));
  }
}
