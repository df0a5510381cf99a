package dev.hoso.portal;

import dev.hoso.core.Time;
import dev.hoso.core.dynamo.Item;
import dev.hoso.core.dynamo.Table;
import dev.hoso.core.dynamo.Update;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The reports of audits: an item for a day's figures, and one for each difference.
 *
 * @param table Portal
 */
record Audits(Table table) {
  private static final String SUMMARY = "summary";
  private static final Period KEPT = Period.ofYears(2);

  /** Whether a day was audited to its end: everything was answered. */
  boolean complete(LocalDate day) {
    Item summary = table.get(key(day, SUMMARY));
    return !summary.isEmpty() && summary.number("unanswered") == 0;
  }

  void keep(LocalDate day, Difference difference) {
    table.write(
        Update.of(key(day, "dossier " + difference.dossier()))
            .set("dossier", difference.dossier())
            .set("what", difference.what())
            .set("fields", String.join(",", difference.fields()))
            .set("repaired", difference.repaired())
            .set("expires", expires(day)));
  }

  /** The figures come last: whoever finds them finds the differences too. */
  void keep(LocalDate day, Audit.Tally tally, Instant now) {
    table.write(
        Update.of(key(day, SUMMARY))
            .set("at", now)
            .set("dossiers", tally.dossiers())
            .set("same", tally.same())
            .set("unanswered", tally.unanswered())
            .set("expires", expires(day)));
  }

  Optional<AuditReport> find(LocalDate day) {
    List<Item> items = table.query("id", id(day));
    List<Difference> differences =
        items.stream().filter(it -> it.has("dossier")).map(Audits::difference).toList();
    return items.stream()
        .filter(it -> it.text("entry").equals(SUMMARY))
        .findFirst()
        .map(it -> report(day, it, differences));
  }

  private static AuditReport report(LocalDate day, Item summary, List<Difference> differences) {
    return new AuditReport(
        day.toString(),
        Time.text(summary.time("at")),
        summary.number("dossiers"),
        summary.number("same"),
        count(differences, Difference.MISSING),
        count(differences, Difference.DIFFERENT),
        summary.number("unanswered"),
        differences);
  }

  private static long count(List<Difference> differences, String what) {
    return differences.stream().filter(it -> it.what().equals(what)).count();
  }

  private static Difference difference(Item item) {
    String fields = item.text("fields");
    return new Difference(
        item.text("dossier"),
        item.text("what"),
        fields.isEmpty() ? List.of() : List.of(fields.split(",", -1)),
        item.flag("repaired"));
  }

  private static long expires(LocalDate day) {
    return day.plus(KEPT).atStartOfDay(Time.VIETNAM).toEpochSecond();
  }

  private static Map<String, String> key(LocalDate day, String entry) {
    return Map.of("id", id(day), "entry", entry);
  }

  private static String id(LocalDate day) {
    return "audit " + day;
  }
}
