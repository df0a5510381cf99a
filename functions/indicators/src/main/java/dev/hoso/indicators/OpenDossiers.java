package dev.hoso.indicators;

import dev.hoso.core.dynamo.Item;
import dev.hoso.core.dynamo.Table;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** The dossiers behind the figures: open ones of a unit, by the day that they are promised for. */
public record OpenDossiers(Table table) {
  private static final String UNIT = "openUnit";
  private static final String DUE = "due";

  /** A unit has no more on a day. */
  private static final int MOST = 1000;

  /** Those that are overdue on a day, the longest overdue first. */
  public List<OpenDossier> overdue(String unit, LocalDate day) {
    List<OpenDossier> found = new ArrayList<>();
    Iterator<Item> items = table.before(ContributionItem.INDEX, UNIT, unit, DUE, day.toString());
    items.forEachRemaining(item -> found.add(OpenDossier.of(item)));
    return found;
  }

  /** The first ones that are promised for these days, the longest overdue first. */
  public List<OpenDossier> due(String unit, LocalDate from, LocalDate to, int limit) {
    return table
        .between(ContributionItem.INDEX, UNIT, unit, DUE, from.toString(), to.toString(), limit)
        .stream()
        .map(OpenDossier::of)
        .toList();
  }

  /** Those that are promised for a day. */
  public List<OpenDossier> dueOn(String unit, LocalDate day) {
    return table.with(ContributionItem.INDEX, UNIT, unit, DUE, day.toString(), MOST).stream()
        .map(OpenDossier::of)
        .toList();
  }
}
