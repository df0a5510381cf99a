package dev.hoso.indicators.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hoso.core.Name;
import dev.hoso.core.Time;
import dev.hoso.indicators.objectives.Measuring.Stood;
import dev.hoso.indicators.objectives.Objective;
import dev.hoso.indicators.objectives.Objective.Link;
import dev.hoso.indicators.objectives.Objective.Reported;
import dev.hoso.indicators.objectives.Report;
import dev.hoso.indicators.objectives.Standing;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A task or key result, as it stands.
 *
 * @param state done, onTrack, atRisk or late
 * @param value measured or reported; null where nothing is known
 * @param progress the value's share of the target
 * @param expected the share of its working days that are over
 * @param daysLate working days after its last one
 * @param indicator what measures it; null where its value is reported
 * @param reportedAt when the newest report was made
 * @param reports all reports, the newest first; only where one objective is asked for
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Objective")
record ObjectiveView(
    String id,
    @Schema(
            type = "string",
            allowableValues = {"task", "keyResult"})
        String kind,
    Name title,
    String unit,
    String role,
    @Schema(format = "date") String from,
    @Schema(format = "date") String due,
    BigDecimal target,
    @Nullable Linked indicator,
    @Schema(
            type = "string",
            allowableValues = {"done", "onTrack", "atRisk", "late"})
        String state,
    @Nullable BigDecimal value,
    BigDecimal progress,
    BigDecimal expected,
    long daysLate,
    @Nullable @Schema(format = "date-time") String reportedAt,
    @Nullable List<ReportView> reports) {
  /** What measures an objective. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "ObjectiveIndicator")
  record Linked(String indicator, @Nullable String unit, @Nullable String procedure) {
    static @Nullable Linked of(@Nullable Link link) {
      return link == null ? null : new Linked(link.gauge().code(), link.unit(), link.procedure());
    }
  }

  /** How far it was, as somebody reported it. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "ObjectiveReport")
  record ReportView(
      @Schema(format = "date-time") String at, String by, BigDecimal value, @Nullable String note) {
    static ReportView of(Report report) {
      return new ReportView(Time.text(report.at()), report.by(), report.value(), report.note());
    }
  }

  static ObjectiveView of(Stood stood, @Nullable List<Report> reports) {
    Objective objective = stood.objective();
    Standing standing = stood.standing();
    Reported reported = objective.link() == null ? objective.reported() : null;
    return new ObjectiveView(
        objective.id(),
        objective.kind().code(),
        objective.title(),
        objective.unit(),
        objective.role(),
        objective.from().toString(),
        objective.due().toString(),
        objective.target(),
        Linked.of(objective.link()),
        standing.state().code(),
        standing.value(),
        standing.progress(),
        standing.expected(),
        standing.daysLate(),
        reported == null ? null : Time.text(reported.at()),
        reports == null ? null : reports.stream().map(ReportView::of).toList());
  }
}
