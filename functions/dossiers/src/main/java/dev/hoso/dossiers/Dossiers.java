package dev.hoso.dossiers;

import dev.hoso.core.DossierCode;
import dev.hoso.core.DossierStatus;
import dev.hoso.core.PortalNews;
import dev.hoso.core.dynamo.Item;
import dev.hoso.core.dynamo.Outcome;
import dev.hoso.core.dynamo.Table;
import dev.hoso.core.dynamo.Update;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The dossiers as they are kept. */
public record Dossiers(Table table) {
  /** Whoever loses a race lost it to one who won, so as many tries as rivals are enough. */
  private static final int TRIES = 200;

  /** The dossier as it is now. */
  public Optional<Dossier> find(DossierCode code) {
    Item item = table.get(key(code));
    return item.isEmpty() ? Optional.empty() : Optional.of(DossierItem.read(item));
  }

  /** Decides on the dossier as it is, and writes what follows. */
  public Decision change(DossierCode code, Function<@Nullable Dossier, Decision> rule) {
    return change(code, rule, table.get(key(code)));
  }

  /**
   * The same for a dossier that is most likely new: it is not read, and where there is one after
   * all, the failed condition brings it. What is wrong with a new one may be right with one that is
   * there, so then it is read.
   */
  public Decision create(DossierCode code, Function<@Nullable Dossier, Decision> rule) {
    return rule.apply(null) instanceof Decision.Changed
        ? change(code, rule, Item.EMPTY)
        : change(code, rule);
  }

  private Decision change(DossierCode code, Function<@Nullable Dossier, Decision> rule, Item item) {
    Item current = item;
    for (int tries = 0; tries < TRIES; tries++) {
      Dossier now = current.isEmpty() ? null : DossierItem.read(current);
      Decision decision = rule.apply(now);
      if (!(decision instanceof Decision.Changed changed)) {
        return decision;
      }
      Outcome outcome = table.write(update(code, now, changed.dossier()));
      if (outcome.written()) {
        return decision;
      }
      current = outcome.item();
    }
    throw new IllegalStateException("Dossier " + code + " changes too fast");
  }

  private static Update update(DossierCode code, @Nullable Dossier before, Dossier after) {
    Update update = Update.of(key(code));
    DossierItem.attributes(after).forEach(update::set);
    tellPortal(update, before, after);
    if (before == null) {
      return update.ifAbsent("code").set("payments", Map.of()).set("results", Map.of());
    }
    write(update, "payments", before.payments(), after.payments(), Payment::facts);
    write(update, "results", before.results(), after.results(), Result::facts);
    return update.ifEquals("version", before.version());
  }

  private static void tellPortal(Update update, @Nullable Dossier before, Dossier after) {
    PortalNews.owed(update, after.code().value(), after.version(), after.updatedAt());
    Standing now = after.standing();
    if (before == null || before.standing().version() != now.version()) {
      List<DossierStatus> entered =
          Stream.of(now.through(), now.status()).filter(Objects::nonNull).toList();
      PortalNews.entered(update, entered, now.at());
    }
  }

  /** One payment or result is one entry of its map: what did not change is not written. */
  private static <T> void write(
      Update update,
      String map,
      Map<String, T> before,
      Map<String, T> after,
      Function<T, Item> facts) {
    after.forEach(
        (name, entry) -> {
          if (!entry.equals(before.get(name))) {
            update.setAt(facts.apply(entry), map, name);
          }
        });
  }

  private static Map<String, String> key(DossierCode code) {
    return Map.of("code", code.value());
  }
}
