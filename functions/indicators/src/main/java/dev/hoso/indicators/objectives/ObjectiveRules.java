package dev.hoso.indicators.objectives;

import dev.hoso.core.Fault;
import dev.hoso.core.catalogue.Catalogue;
import dev.hoso.core.catalogue.Procedure;
import dev.hoso.indicators.objectives.Objective.Link;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an objective must keep to, whether it comes as JSON or as a line of a table.
 *
 * @param fault hears of a field and of the rule that it breaks
 */
public record ObjectiveRules(Catalogue catalogue, BiConsumer<String, String> fault) {
  /** The longest title and role. */
  public static final int LONGEST = 300;

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
  private static final BigDecimal MOST = new BigDecimal("1000000000000");

  /** Whether a name can stand in an address. */
  public static boolean isId(String id) {
    return ID.matcher(id).matches();
  }

  /** The rule of {@link #isId}, with what it is about. */
  public static Fault badId() {
    return new Fault("id", "must be 1 to 64 letters, digits, points, hyphens or underscores");
  }

  /** A unit of the catalogue. */
  public void unit(String field, @Nullable String code) {
    if (code != null && catalogue.unit(code).isEmpty()) {
      fault.accept(field, "must be the code of a unit of the catalogue");
    }
  }

  /** A target that can be reached: a share up to 1 where a share is measured. */
  public void target(String field, @Nullable BigDecimal target, @Nullable Link link) {
    if (target == null) {
      return;
    }
    if (target.signum() <= 0 || target.compareTo(MOST) > 0) {
      fault.accept(field, "must be above 0");
    } else if (link != null && link.gauge().isShare() && target.compareTo(BigDecimal.ONE) > 0) {
      fault.accept(field, "must be at most 1, which stands for all, as the indicator is a share");
    }
  }

  /** A time that does not run backwards. */
  public void time(String field, @Nullable LocalDate from, @Nullable LocalDate due) {
    if (from != null && due != null && (due.isBefore(from) || due.isAfter(from.plusYears(10)))) {
      fault.accept(field, "must not come before from, nor more than ten years after it");
    }
  }

  /** What measures it; null where there is no such indicator, unit or procedure. */
  public @Nullable Link link(
      String field, String indicator, @Nullable String unit, @Nullable String procedure) {
    Optional<Gauge> gauge = Gauge.of(indicator);
    if (gauge.isEmpty()) {
      fault.accept(
          field + ".indicator",
          "must be one of %s, or count: and a measure of dossiers, like count:received"
              .formatted(Gauge.shares()));
    }
    unit(field + ".unit", unit);
    String code = procedure == null ? null : procedure(field + ".procedure", procedure);
    return gauge.map(it -> new Link(it, unit, code)).orElse(null);
  }

  private @Nullable String procedure(String field, String asked) {
    Optional<String> code = catalogue.procedure(asked).map(Procedure::code);
    if (code.isEmpty()) {
      fault.accept(field, "must be the code of a procedure of the catalogue");
    }
    return code.orElse(null);
  }

  /** The kind of a word; null where it is none. */
  public Objective.@Nullable Kind kind(String field, @Nullable String word) {
    for (Objective.Kind kind : List.of(Objective.Kind.values())) {
      if (kind.code().equals(word)) {
        return kind;
      }
    }
    fault.accept(field, "must be task or keyResult");
    return null;
  }
}
