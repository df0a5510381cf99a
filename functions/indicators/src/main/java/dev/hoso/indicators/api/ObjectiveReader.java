package dev.hoso.indicators.api;

import dev.hoso.core.Name;
import dev.hoso.core.Time;
import dev.hoso.core.catalogue.Catalogue;
import dev.hoso.core.web.Body;
import dev.hoso.indicators.objectives.Objective;
import dev.hoso.indicators.objectives.Objective.Kind;
import dev.hoso.indicators.objectives.Objective.Link;
import dev.hoso.indicators.objectives.ObjectiveRules;
import dev.hoso.indicators.objectives.Report;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads objectives and reports from JSON, with every fault of them. */
record ObjectiveReader(Catalogue catalogue) {
  private static final int LONGEST_CODE = 40;
  private static final int LONGEST_NOTE = 500;

  /**
   * An objective.
   *
   * @param today its first day where none is named
   * @throws dev.hoso.core.Invalid with every fault
   */
  Objective objective(String id, Body body, LocalDate today) {
    ObjectiveRules rules = new ObjectiveRules(catalogue, body::fault);
    if (!ObjectiveRules.isId(id)) {
      body.fault("id", ObjectiveRules.badId().rule());
    }
    Kind kind = body.has("kind") ? rules.kind("kind", body.text("kind")) : Kind.TASK;
    Body title = body.object("title");
    String vi = title.requiredLine("vi", ObjectiveRules.LONGEST);
    String en = title.requiredLine("en", ObjectiveRules.LONGEST);
    String unit = body.requiredLine("unit", LONGEST_CODE);
    rules.unit("unit", unit);
    String role = body.requiredLine("role", ObjectiveRules.LONGEST);
    LocalDate due = required(body, "due", body.day("due"));
    LocalDate sent = body.day("from");
    LocalDate from = sent == null ? earlier(today, due) : sent;
    rules.time("due", from, due);
    Link link = link(body, rules);
    BigDecimal target = required(body, "target", body.decimal("target"));
    rules.target("target", target, link);
    body.check();
    return new Objective(
        id,
        Objects.requireNonNull(kind),
        new Name(Objects.requireNonNull(vi), Objects.requireNonNull(en)),
        Objects.requireNonNull(unit),
        Objects.requireNonNull(role),
        from,
        Objects.requireNonNull(due),
        Objects.requireNonNull(target),
        link,
        null);
  }

  /**
   * A report.
   *
   * @param now when it was so where no time is named
   * @throws dev.hoso.core.Invalid with every fault
   */
  Report report(Body body, Instant now) {
    Instant at = body.time("at");
    if (at != null && at.isAfter(now)) {
      body.fault("at", "must not lie ahead: it is " + Time.text(now));
    }
    String by = body.requiredLine("by", ObjectiveRules.LONGEST);
    BigDecimal value = required(body, "value", body.decimal("value"));
    if (value != null && value.signum() < 0) {
      body.fault("value", "must not be below 0");
    }
    String note = body.line("note", LONGEST_NOTE);
    body.check();
    return new Report(
        at == null ? now : at, Objects.requireNonNull(by), Objects.requireNonNull(value), note);
  }

  private static @Nullable Link link(Body body, ObjectiveRules rules) {
    if (!body.has("indicator")) {
      return null;
    }
    Body indicator = body.object("indicator");
    String code = indicator.requiredLine("indicator", LONGEST_CODE);
    return code == null
        ? null
        : rules.link(
            "indicator",
            code,
            indicator.line("unit", LONGEST_CODE),
            indicator.line("procedure", LONGEST_CODE));
  }

  private static LocalDate earlier(LocalDate today, @Nullable LocalDate due) {
    return due != null && due.isBefore(today) ? due : today;
  }

  private static <T> @Nullable T required(Body body, String field, @Nullable T value) {
    if (!body.has(field)) {
      body.fault(field, "is required");
    }
    return value;
  }
}
