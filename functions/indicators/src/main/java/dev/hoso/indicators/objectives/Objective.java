package dev.hoso.indicators.objectives;

import dev.hoso.core.Name;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A task or a key result.
 *
 * @param id as whoever entered it names it
 * @param unit who has it
 * @param role the position that answers for it, never a person's name
 * @param from its first day
 * @param due its last day: it is late from the next one on
 * @param target the value at which it is done; more is better
 * @param link what measures it; null where its value is reported
 * @param reported the newest value that was reported; null where none was
 */
public record Objective(
    String id,
    Kind kind,
    Name title,
    String unit,
    String role,
    LocalDate from,
    LocalDate due,
    BigDecimal target,
    @Nullable Link link,
    @Nullable Reported reported) {
  /** What it is. */
  public enum Kind {
    TASK("task"),
    KEY_RESULT("keyResult");

    private final String code;

    Kind(String code) {
      this.code = code;
    }

    /** The word in JSON, in CSV and in the table. */
    public String code() {
      return code;
    }
  }

  /**
   * What measures it, from its first day to its last.
   *
   * @param unit whose figures; null for the city's
   * @param procedure of which procedure alone; null for all
   */
  public record Link(Gauge gauge, @Nullable String unit, @Nullable String procedure) {}

  /** What somebody reported. */
  public record Reported(BigDecimal value, Instant at) {}
}
