package dev.hoso.indicators.dashboard;

import dev.hoso.core.Language;
import dev.hoso.core.catalogue.Catalogue;
import dev.hoso.indicators.Counts;
import dev.hoso.indicators.api.Asked;
import dev.hoso.indicators.api.Worded;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * What a figure is made of: of the city its units, of a unit its procedures.
 *
 * @param rows by the code of the unit or procedure
 */
public record CountsPage(
    Figure figure, Asked asked, Map<String, Counts> rows, Language language, Catalogue catalogue)
    implements Worded {
  /** A part of the figure. */
  public record Part(String code, long count) {}

  /** The largest first; those that have none are left out. */
  public List<Part> parts() {
    return rows.entrySet().stream()
        .map(row -> new Part(row.getKey(), figure.of(row.getValue())))
        .filter(part -> part.count() != 0)
        .sorted(Comparator.comparingLong(Part::count).reversed().thenComparing(Part::code))
        .toList();
  }

  public long total() {
    return parts().stream().mapToLong(Part::count).sum();
  }

  public String title() {
    return figure.title().in(language);
  }

  public boolean byUnit() {
    return asked.unit() == null;
  }

  public String name(Part part) {
    return byUnit() ? unit(part.code()) : procedure(part.code());
  }

  /** The same for one of its units. */
  public String ofUnit(String unit) {
    return link(address() + "&unit=" + unit);
  }

  /** This page's address. */
  public String address() {
    String of = asked.unit() == null ? "" : "&unit=" + asked.unit();
    return "/dashboard/counts?of=" + figure.code() + days() + of;
  }

  /** The same as JSON. */
  public String json() {
    String of = asked.unit() == null ? "&by=unit" : "&by=procedure&unit=" + asked.unit();
    return "/indicators?" + days().substring(1) + of;
  }

  /** The dashboard that it belongs to. */
  public String back() {
    return link(asked.unit() == null ? "/dashboard" : "/dashboard?unit=" + asked.unit());
  }

  private String days() {
    return "&from=%s&to=%s".formatted(asked.period().from(), asked.period().to());
  }
}
