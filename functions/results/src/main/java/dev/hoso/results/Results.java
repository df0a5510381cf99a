package dev.hoso.results;

import dev.hoso.core.DossierCode;
import dev.hoso.core.ResultNumber;
import dev.hoso.core.Time;
import dev.hoso.core.dynamo.Item;
import dev.hoso.core.dynamo.Outcome;
import dev.hoso.core.dynamo.Table;
import dev.hoso.core.dynamo.Update;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The results as they are kept. Every change is one conditional write. */
public record Results(Table table) {
  /** Whoever loses a race lost it to one who won, so as many tries as rivals are enough. */
  private static final int TRIES = 100;

  /** The result as it is now. */
  public Optional<Result> find(ResultNumber number) {
    Item item = table.get(ResultItem.key(number));
    return item.isEmpty() ? Optional.empty() : Optional.of(ResultItem.read(item));
  }

  /** All that is known of a dossier's results, as it is now. */
  public Ledger of(DossierCode dossier) {
    List<Item> items = table.query("dossier", dossier.value());
    return new Ledger(
        dossier,
        items.stream().filter(it -> !isErasure(it)).map(ResultItem::read).toList(),
        items.stream().filter(Results::isErasure).findFirst().map(Erasure::read).orElse(null));
  }

  /** Keeps a new result, unless another one has its number. */
  public boolean create(Result result) {
    Update update = Update.of(ResultItem.key(result.number())).ifAbsent("number");
    ResultItem.attributes(result).forEach(update::set);
    return table.write(update).written();
  }

  /**
   * Decides on the result as it is, and writes what follows; who was overtaken decides anew.
   *
   * @throws IllegalStateException where there is no such result
   */
  public Decision change(ResultNumber number, Function<Result, Decision> rule) {
    Item current = table.get(ResultItem.key(number));
    for (int tries = 0; tries < TRIES; tries++) {
      if (current.isEmpty()) {
        throw new IllegalStateException("There is no result " + number);
      }
      Result now = ResultItem.read(current);
      Decision decision = rule.apply(now);
      if (!(decision instanceof Decision.Changed changed)) {
        return decision;
      }
      Outcome outcome = table.write(update(now, changed.result()));
      if (outcome.written()) {
        return decision;
      }
      current = outcome.item();
    }
    throw new IllegalStateException("Result " + number + " changes too fast");
  }

  /**
   * Looks at a result again at another time, or never; that alone is no new version of it.
   *
   * @return whether it is so: somebody else may have changed it or looked after it in between
   */
  public boolean look(Result now, @Nullable Instant due) {
    Instant known = now.due();
    if (Objects.equals(known, due)) {
      return true;
    }
    Update update = update(now, now.lookedAt(due));
    return table
        .write(
            known == null ? update.ifAbsent("due") : update.ifEquals("due", Time.sortable(known)))
        .written();
  }

  /** The keys of what is still to happen and due, the longest waiting first. */
  public List<Item> due(Instant now, int limit) {
    return table.due(Result.OWED, now, limit);
  }

  /** The results that were refused on a day in Vietnam, newest first. */
  public List<Result> refusedOn(LocalDate day, int limit) {
    return table.newest("byRefusal", "refusedOn", day.toString(), limit).stream()
        .map(ResultItem::read)
        .toList();
  }

  /** Asks for an erasure; the first one stays. */
  public Erasure request(Erasure erasure) {
    return Erasure.read(table.write(erasure.request()).item());
  }

  /** The erasure that was asked for; empty where none was. */
  public Optional<Erasure> erasure(DossierCode dossier) {
    Item item = table.get(Erasure.key(dossier));
    return item.isEmpty() ? Optional.empty() : Optional.of(Erasure.read(item));
  }

  /**
   * Records that an erasure is done; a record that is there stays.
   *
   * @param again when to look once more; null for never
   */
  public void erased(
      DossierCode dossier, List<Erasure.Deleted> deleted, Instant time, @Nullable Instant again) {
    table.write(Erasure.done(dossier, deleted, time, again));
  }

  /**
   * Looks at an erasure again at another time.
   *
   * @return whether it is so: somebody else may have looked after it in between
   */
  public boolean look(Erasure now, Instant due) {
    Instant known = now.due();
    return known != null
        && table
            .write(Erasure.look(now.dossier(), due).ifEquals("due", Time.sortable(known)))
            .written();
  }

  /** Nothing is to happen any more for an erasure that is done. */
  public void finishErasure(DossierCode dossier) {
    table.write(Erasure.finished(dossier).ifEquals("status", "done"));
  }

  /** Whether a key or an item of the table is an erasure. */
  public static boolean isErasure(Item item) {
    return item.text("number").equals(Erasure.NUMBER);
  }

  private static Update update(Result before, Result after) {
    Update update =
        Update.of(ResultItem.key(before.number()))
            .ifEquals("version", before.standing().version())
            .ifEquals("status", before.status().code());
    Map<String, @Nullable Object> old = ResultItem.attributes(before);
    Map<String, @Nullable Object> all = ResultItem.attributes(after);
    old.keySet().stream().filter(name -> !all.containsKey(name)).forEach(update::remove);
    all.forEach(
        (name, value) -> {
          if (!Objects.equals(value, old.get(name))) {
            update.set(name, value);
          }
        });
    return update;
  }
}
