package dev.hoso.citizen.lookup;

import dev.hoso.core.DossierStatus;
import dev.hoso.core.dynamo.Item;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A dossier as its applicant sees it.
 *
 * @param item as the dossiers' own function keeps it
 */
public record Dossier(Item item) {
  public String code() {
    return item.text("code");
  }

  /** Whose it is; empty once that was deleted. */
  public String applicant() {
    return item.map("applicant").text("name");
  }

  /** The procedure's code. */
  public String procedure() {
    return item.text("procedure");
  }

  public DossierStatus status() {
    return DossierStatus.of("status", (int) item.number("status"));
  }

  public Instant statusAt() {
    return item.time("statusAt");
  }

  /** What the officer wrote for the citizen. */
  public @Nullable String statusReason() {
    return item.textOrNull("statusReason");
  }

  /** The code of the unit that it was filed at, whose fees they are. */
  public String filedAt() {
    return item.text("unit");
  }

  /** The code of the unit that works on it now. */
  public String unit() {
    Item responsible = item.map("responsible");
    return responsible.isEmpty() ? item.text("unit") : responsible.text("unit");
  }

  /** The position in that unit; null where it is not known. */
  public @Nullable String role() {
    return item.map("responsible").textOrNull("role");
  }

  public Instant createdAt() {
    return item.time("createdAt");
  }

  public @Nullable Instant receivedAt() {
    return item.timeOrNull("receivedAt");
  }

  /** The last second that is in time; null where nothing is promised. */
  public @Nullable Instant dueAt() {
    return item.timeOrNull("dueAt");
  }

  /** Whether the promise can still move, as that year's holidays are not known yet. */
  public boolean dueProvisional() {
    return item.flag("dueProvisional");
  }

  /** Whether work still goes on, so that the promise stands. */
  public boolean promised() {
    return dueAt() != null && !status().ended() && status() != DossierStatus.DONE;
  }

  /** When the applicant's data was deleted at their request. */
  public @Nullable Instant erasedAt() {
    return item.timeOrNull("erasedAt");
  }

  /** In the order in which they were asked for. */
  public List<Payment> payments() {
    Item payments = item.map("payments");
    return payments.attributes().keySet().stream()
        .map(id -> new Payment(payments.map(id)))
        .sorted(Comparator.comparing(Payment::createdAt).thenComparing(Payment::reference))
        .toList();
  }

  /** Those that concern the applicant, in the order of their numbers. */
  public List<Result> results() {
    Item results = item.map("results");
    return results.attributes().keySet().stream()
        .map(number -> new Result(results.map(number)))
        .filter(Result::shown)
        .sorted(Comparator.comparingInt(Result::ordinal))
        .toList();
  }

  /** Without what it holds: a record's text ends up in logs. */
  @Override
  public String toString() {
    return "Dossier[" + code() + "]";
  }
}
