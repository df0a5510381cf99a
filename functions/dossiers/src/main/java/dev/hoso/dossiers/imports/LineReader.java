package dev.hoso.dossiers.imports;

import dev.hoso.core.DossierCode;
import dev.hoso.core.DossierStatus;
import dev.hoso.core.EmailAddress;
import dev.hoso.core.Fault;
import dev.hoso.core.FilingChannel;
import dev.hoso.core.Invalid;
import dev.hoso.core.Language;
import dev.hoso.core.PhoneNumber;
import dev.hoso.core.Time;
import dev.hoso.core.csv.Column;
import dev.hoso.core.csv.TimeForm;
import dev.hoso.dossiers.Applicant;
import dev.hoso.dossiers.Command.Register;
import dev.hoso.dossiers.Command.TakeOver;
import dev.hoso.dossiers.Filing;
import dev.hoso.dossiers.Imported;
import dev.hoso.dossiers.Registrable;
import dev.hoso.dossiers.Responsible;
import dev.hoso.dossiers.Successors;
import dev.hoso.dossiers.Transitions;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads a dossier from a line, by the rules of a registration.
 *
 * @param header where each column is
 * @param now what lies after it has not happened
 */
record LineReader(
    Mapping mapping,
    Registrable rules,
    Successors successors,
    Map<String, Integer> header,
    Instant now) {

  /**
   * Reads it.
   *
   * @throws Invalid with every fault of it, by the names that a registration has
   */
  TakeOver read(List<String> fields, Imported imported) {
    return new Reading(fields).dossier(imported);
  }

  private final class Reading {
    private final List<String> fields;
    private final List<Fault> faults = new ArrayList<>();

    Reading(List<String> fields) {
      this.fields = fields;
    }

    TakeOver dossier(Imported imported) {
      DossierCode code = noting(() -> DossierCode.parse("code", text("code")));
      DossierStatus status = noting(() -> status(text("status")));
      Instant receivedAt = time("receivedAt");
      Instant dueAt = time("dueAt");
      Instant finishedAt = time("finishedAt");
      Instant statusAt = time("statusAt");
      Filing filing = filing(receivedAt);
      if (status != null) {
        checkTimes(status, receivedAt, finishedAt);
      }
      if (!faults.isEmpty()) {
        throw new Invalid(faults);
      }
      // What is null after the check may be.
      DossierStatus stands = Objects.requireNonNull(status);
      Register register =
          new Register(Objects.requireNonNull(code), filing, stands, dueAt, successors);
      return new TakeOver(
          register, stands, since(stands, statusAt, finishedAt, receivedAt), finishedAt, imported);
    }

    private Filing filing(@Nullable Instant receivedAt) {
      String procedure = required("procedure");
      String unit = required("unit");
      String channel = text("channel");
      return new Filing(
          or("", noting(() -> procedure == null ? null : rules.procedure("procedure", procedure))),
          or("", noting(() -> unit == null ? null : rules.unit("unit", unit))),
          channel == null
              ? FilingChannel.IN_PERSON
              : or(FilingChannel.IN_PERSON, noting(() -> FilingChannel.parse("channel", channel))),
          applicant(),
          receivedAt,
          List.of(),
          responsible(unit));
    }

    private Applicant applicant() {
      String name = required("name");
      String phone = text("phone");
      String email = text("email");
      return new Applicant(
          or("", name),
          phone == null ? null : noting(() -> PhoneNumber.parse("phone", phone)),
          email == null ? null : noting(() -> EmailAddress.parse("email", email)),
          null,
          or(Language.VI, noting(() -> Language.parse("language", text("language")))),
          or(true, noting(() -> consent(text("consent")))),
          null);
    }

    private @Nullable Responsible responsible(@Nullable String ofTheDossier) {
      String role = text("role");
      String unit = text("responsibleUnit");
      if (role == null) {
        return null;
      }
      String at = unit == null ? ofTheDossier : unit;
      return new Responsible(
          or("", noting(() -> at == null ? null : rules.unit("responsibleUnit", at))), role);
    }

    private void checkTimes(
        DossierStatus status, @Nullable Instant receivedAt, @Nullable Instant finishedAt) {
      boolean over = status.ended() || status == DossierStatus.DONE;
      if (receivedAt == null && Transitions.received(status) && faultless("receivedAt")) {
        fault("receivedAt", "is missing: status " + status.code() + " comes after receipt");
      }
      if (over && finishedAt == null && faultless("finishedAt")) {
        fault("finishedAt", "is missing: status " + status.code() + " is an end");
      }
      if (!over && finishedAt != null) {
        fault("finishedAt", "must be empty: status " + status.code() + " is no end");
      }
      if (finishedAt != null && receivedAt != null && finishedAt.isBefore(receivedAt)) {
        fault("finishedAt", "must not be before receivedAt");
      }
    }

    /** Since when it stands so: what is not said is the last thing that is known. */
    private Instant since(
        DossierStatus status,
        @Nullable Instant statusAt,
        @Nullable Instant finishedAt,
        @Nullable Instant receivedAt) {
      Instant known = status == DossierStatus.RECEIVED ? receivedAt : finishedAt;
      return or(or(or(now, receivedAt), known), statusAt);
    }

    private @Nullable Instant time(String part) {
      String text = text(part);
      Instant time = text == null ? null : noting(() -> time(part, text));
      if (time != null && !part.equals("dueAt") && time.isAfter(now)) {
        fault(part, "must not be in the future");
      }
      return time;
    }

    /** A due day without a time of day is in time until it ends. */
    private Instant time(String name, String text) {
      Part part = mapping.part(name).orElseThrow();
      for (TimeForm form : part.forms()) {
        Instant time = read(form, name, text);
        if (time != null) {
          boolean dayAlone = !form.pattern().contains("H") && name.equals("dueAt");
          return dayAlone ? endOfDay(time) : time;
        }
      }
      List<String> patterns = part.forms().stream().map(TimeForm::pattern).toList();
      throw new Invalid(name, "is no time like " + String.join(" or ", patterns));
    }

    private static @Nullable Instant read(TimeForm form, String name, String text) {
      try {
        return form.parse(name, text);
      } catch (Invalid otherForm) {
        return null;
      }
    }

    private static Instant endOfDay(Instant time) {
      OffsetDateTime day = Time.vietnam(time);
      return day.with(LocalTime.of(23, 59, 59)).toInstant();
    }

    private @Nullable String required(String part) {
      String text = text(part);
      if (text == null && faultless(part)) {
        fault(part, "is missing");
      }
      return text;
    }

    /** What stands there, in the words of a registration; null where nothing does. */
    private @Nullable String text(String name) {
      Part part = mapping.part(name).orElse(null);
      if (part == null) {
        return null;
      }
      String said = Column.compared(part.column().read(header, fields));
      if (said.length() > Registrable.LONGEST || said.chars().anyMatch(Character::isISOControl)) {
        fault(name, "must be one line of 1 to " + Registrable.LONGEST + " characters");
        return null;
      }
      String meant = part.words().getOrDefault(said, said);
      return meant.isEmpty() ? null : meant;
    }

    private boolean faultless(String part) {
      return faults.stream().noneMatch(it -> it.field().equals(part));
    }

    private void fault(String part, String rule) {
      faults.add(new Fault(part, rule));
    }

    private <T> @Nullable T noting(Supplier<? extends @Nullable T> rule) {
      try {
        return rule.get();
      } catch (Invalid invalid) {
        faults.addAll(invalid.faults());
        return null;
      }
    }
  }

  private static DossierStatus status(@Nullable String text) {
    Integer code = text != null && text.matches("\\d{1,2}") ? Integer.valueOf(text) : null;
    return DossierStatus.of("status", code);
  }

  private static boolean consent(@Nullable String text) {
    if (text != null && !text.equals("yes") && !text.equals("no")) {
      throw new Invalid("consent", "must be yes or no");
    }
    return !"no".equals(text);
  }

  private static <T> T or(T otherwise, @Nullable T value) {
    return value == null ? otherwise : value;
  }
}
