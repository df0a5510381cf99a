package dev.hoso.indicators.dashboard;

import dev.hoso.core.Invalid;
import dev.hoso.core.Refused;
import dev.hoso.core.Time;
import dev.hoso.core.calendar.WorkingCalendar;
import dev.hoso.core.catalogue.Catalogue;
import dev.hoso.core.web.Pages;
import dev.hoso.core.web.Readers;
import dev.hoso.indicators.Age;
import dev.hoso.indicators.Counts;
import dev.hoso.indicators.Indicators;
import dev.hoso.indicators.OpenDossier;
import dev.hoso.indicators.OpenDossiers;
import dev.hoso.indicators.api.Asked;
import dev.hoso.indicators.api.Sight;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Shows the dashboard and the lists behind its figures. Nothing is kept between two requests. */
@Controller
@Hidden
final class DashboardController {
  private static final String TEXT_HTML = "text/html;charset=utf-8";

  private static final Pages PAGES =
      new Pages(
          "dev.hoso.indicators.pages",
          Script.policy() + "; form-action 'self'",
          Script.text("dashboard.css"));

  private final Indicators indicators;
  private final OpenDossiers dossiers;
  private final Catalogue catalogue;
  private final WorkingCalendar calendar;
  private final InstantSource clock;

  DashboardController(
      Indicators indicators,
      OpenDossiers dossiers,
      Catalogue catalogue,
      WorkingCalendar calendar,
      InstantSource clock) {
    this.indicators = indicators;
    this.dossiers = dossiers;
    this.catalogue = catalogue;
    this.calendar = calendar;
    this.clock = clock;
  }

  /** The city's figures now, or a unit's. */
  @Get(value = "/dashboard", produces = TEXT_HTML)
  HttpResponse<Object> showDashboard(@QueryValue @Nullable String unit, HttpRequest<?> request) {
    return PAGES.page(
        HttpResponse.ok(), "dashboard/dashboard.jte", Map.of("page", page(unit, request)));
  }

  /** All units with anything overdue, and for how long. */
  @Get(value = "/dashboard/units", produces = TEXT_HTML)
  HttpResponse<Object> showUnits(HttpRequest<?> request) {
    return PAGES.page(
        HttpResponse.ok(), "dashboard/units.jte", Map.of("page", page(null, request)));
  }

  /** What a figure is made of. */
  @Get(value = "/dashboard/counts", produces = TEXT_HTML)
  HttpResponse<Object> showCounts(
      @QueryValue @Nullable String of,
      @QueryValue @Nullable String from,
      @QueryValue @Nullable String to,
      @QueryValue @Nullable String unit,
      HttpRequest<?> request) {
    Figure figure =
        Figure.find(String.valueOf(of))
            .orElseThrow(() -> new Invalid("of", "must be a figure of the dashboard"));
    String seen = Sight.of(request, catalogue).narrowed(blankToNull(unit));
    Asked asked = Asked.parse(from, to, seen, null, catalogue, clock.instant());
    Map<String, Counts> rows =
        seen == null
            ? indicators.units(asked.period())
            : indicators.proceduresOf(seen, asked.period());
    CountsPage page = new CountsPage(figure, asked, rows, Readers.language(request), catalogue);
    return PAGES.page(HttpResponse.ok(), "dashboard/counts.jte", Map.of("page", page));
  }

  /** The dossiers of a unit that are overdue. */
  @Get(value = "/dashboard/overdue", produces = TEXT_HTML)
  HttpResponse<Object> showOverdue(
      @QueryValue @Nullable String unit, @QueryValue @Nullable String age, HttpRequest<?> request) {
    String seen = known(Sight.of(request, catalogue).narrowed(unit));
    if (seen == null) {
      throw new Invalid("unit", "must be the code of a unit of the catalogue");
    }
    LocalDate today = Time.day(clock.instant());
    List<Age> ages = age == null ? List.of(Age.values()) : List.of(age(age));
    List<OpenDossier> found =
        dossiers.due(
            seen, ages.getLast().firstDue(today), ages.getFirst().lastDue(today), OverduePage.MOST);
    OverduePage page =
        new OverduePage(seen, age, today, found, calendar, Readers.language(request), catalogue);
    return PAGES.page(HttpResponse.ok(), "dashboard/overdue.jte", Map.of("page", page));
  }

  /** A script, to be kept for good. Any browser that runs scripts unpacks them. */
  @Get(value = "/dashboard/scripts/{name}", produces = "text/javascript")
  HttpResponse<byte[]> showScript(@PathVariable String name) {
    Script script = Script.ALL.get(name);
    if (script == null) {
      throw new Refused(404, "unknown-script", "There is no such script.");
    }
    return HttpResponse.ok(script.packed())
        .header("Content-Encoding", "gzip")
        .header("X-Content-Type-Options", "nosniff")
        .header("Cache-Control", "public, max-age=31536000, immutable");
  }

  private DashboardPage page(@Nullable String unit, HttpRequest<?> request) {
    Sight sight = Sight.of(request, catalogue);
    String seen = known(sight.narrowed(blankToNull(unit)));
    return new DashboardPage(
        Dashboard.read(indicators, seen, Time.now(clock)),
        Readers.language(request),
        catalogue,
        sight.unit() == null);
  }

  private @Nullable String known(@Nullable String unit) {
    if (unit != null && catalogue.unit(unit).isEmpty()) {
      throw new Invalid("unit", "must be the code of a unit of the catalogue");
    }
    return unit;
  }

  /** A form sends what was not chosen as an empty text. */
  private static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text;
  }

  private static Age age(String code) {
    return Stream.of(Age.values())
        .filter(it -> it.code().equals(code))
        .findFirst()
        .orElseThrow(() -> new Invalid("age", "must be week, month, quarter or longer"));
  }
}
