package dev.hoso.dossiers.api;

import dev.hoso.core.DossierCode;
import dev.hoso.core.DossierStatus;
import dev.hoso.core.EmailAddress;
import dev.hoso.core.FilingChannel;
import dev.hoso.core.Language;
import dev.hoso.core.PhoneNumber;
import dev.hoso.core.PushEndpoint;
import dev.hoso.core.TellingChannel;
import dev.hoso.core.catalogue.Catalogue;
import dev.hoso.core.web.Body;
import dev.hoso.dossiers.Applicant;
import dev.hoso.dossiers.Command.Register;
import dev.hoso.dossiers.Document;
import dev.hoso.dossiers.Filing;
import dev.hoso.dossiers.Registrable;
import dev.hoso.dossiers.Responsible;
import dev.hoso.dossiers.transfers.MovedUnits;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads a registration; see {@link Registration} for what may be in it. */
@Singleton
final class RegistrationReader {
  private static final int LONGEST = Registrable.LONGEST;
  private static final int MOST_DOCUMENTS = 200;

  private final Registrable rules;
  private final MovedUnits moved;

  RegistrationReader(Catalogue catalogue, MovedUnits moved) {
    this.rules = new Registrable(catalogue);
    this.moved = moved;
  }

  /**
   * Reads it.
   *
   * @throws dev.hoso.core.Invalid with every fault of it
   */
  Register read(String dossier, Body body) {
    DossierCode code = body.noting(() -> DossierCode.parse("code", dossier));
    String procedure = procedure(body);
    String unit = unit(body);
    FilingChannel channel = channel(body);
    Applicant applicant = applicant(body);
    Instant receivedAt = body.time("receivedAt");
    DossierStatus status = body.has("status") ? status(body) : null;
    Instant dueAt = body.time("dueAt");
    List<Document> documents = documents(body);
    Responsible responsible = body.has("responsible") ? responsible(body) : null;
    body.check();
    // What is null after the check may be.
    Filing filing =
        new Filing(
            there(procedure),
            there(unit),
            there(channel),
            applicant,
            receivedAt,
            documents,
            responsible);
    return new Register(there(code), filing, status, dueAt, moved.successors());
  }

  static @Nullable DossierStatus status(Body body) {
    Long code = body.wholeNumber("status");
    if (code == null && body.has("status")) {
      return null;
    }
    Integer status = (code == null || code != code.intValue()) ? null : code.intValue();
    return body.noting(() -> DossierStatus.of("status", status));
  }

  private @Nullable String procedure(Body body) {
    String code = body.requiredLine("procedure", LONGEST);
    return code == null ? null : body.noting(() -> rules.procedure(body.path("procedure"), code));
  }

  private @Nullable String unit(Body body) {
    String code = body.requiredLine("unit", LONGEST);
    return code == null ? null : body.noting(() -> rules.unit(body.path("unit"), code));
  }

  private static @Nullable FilingChannel channel(Body body) {
    String code = body.text("channel");
    return code == null
        ? FilingChannel.IN_PERSON
        : body.noting(() -> FilingChannel.parse("channel", code));
  }

  private static Applicant applicant(Body body) {
    Body in = body.object("applicant");
    String name = in.requiredLine("name", LONGEST);
    String phone = in.text("phone");
    String email = in.text("email");
    String device = in.text("pushEndpoint");
    String language = in.text("language");
    PhoneNumber number =
        phone == null ? null : in.noting(() -> PhoneNumber.parse(in.path("phone"), phone));
    EmailAddress address =
        email == null ? null : in.noting(() -> EmailAddress.parse(in.path("email"), email));
    PushEndpoint endpoint =
        device == null
            ? null
            : in.noting(() -> PushEndpoint.parse(in.path("pushEndpoint"), device));
    Language spoken = in.noting(() -> Language.parse(in.path("language"), language));
    boolean consent = in.flag("consent", true);
    String channel = in.text("channel");
    TellingChannel preferred =
        channel == null ? null : in.noting(() -> TellingChannel.parse(in.path("channel"), channel));
    return new Applicant(
        Objects.requireNonNullElse(name, ""),
        number,
        address,
        endpoint,
        Objects.requireNonNullElse(spoken, Language.VI),
        consent,
        preferred);
  }

  private static List<Document> documents(Body body) {
    return body.objects("documents", MOST_DOCUMENTS).stream()
        .map(
            in ->
                new Document(
                    Objects.requireNonNullElse(in.requiredLine("code", LONGEST), ""),
                    in.flag("digitised", false),
                    in.flag("reused", false)))
        .toList();
  }

  private Responsible responsible(Body body) {
    Body in = body.object("responsible");
    String unit = unit(in);
    String role = in.requiredLine("role", LONGEST);
    return new Responsible(
        Objects.requireNonNullElse(unit, ""), Objects.requireNonNullElse(role, ""));
  }

  private static <T> T there(@Nullable T value) {
    return Objects.requireNonNull(value, "a fault was not noted");
  }
}
