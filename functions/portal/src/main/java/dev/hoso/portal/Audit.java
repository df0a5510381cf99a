package dev.hoso.portal;

import dev.hoso.core.Log;
import dev.hoso.core.PortalPlace;
import dev.hoso.core.dynamo.Item;
import dev.hoso.core.dynamo.Table;
import dev.hoso.portal.protocol.Agreement;
import dev.hoso.portal.protocol.Portal;
import dev.hoso.portal.protocol.PortalTrouble;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/**
 * Asks the portal for every dossier that it took in on a day, and compares. What differs is sent
 * anew and reported: so whatever makes the portal lose something, it is noticed within a day.
 */
final class Audit {
  private static final int PORTION = 100;
  private static final int AT_ONCE = 24;

  private final Table dossiers;
  private final Portal portal;
  private final Forms forms;
  private final Claims claims;
  private final Audits audits;
  private final InstantSource clock;

  Audit(
      Table dossiers,
      Portal portal,
      Forms forms,
      Claims claims,
      Audits audits,
      InstantSource clock) {
    this.dossiers = dossiers;
    this.portal = portal;
    this.forms = forms;
    this.claims = claims;
    this.audits = audits;
    this.clock = clock;
  }

  /** What came of a day, counted while it goes on. */
  static final class Tally {
    private final AtomicLong dossiers = new AtomicLong();
    private final AtomicLong same = new AtomicLong();
    private final AtomicLong unanswered = new AtomicLong();

    long dossiers() {
      return dossiers.get();
    }

    long same() {
      return same.get();
    }

    long unanswered() {
      return unanswered.get();
    }
  }

  /** Audits a day, unless that was done to its end before. */
  void run(LocalDate day, BooleanSupplier hasTime) {
    if (!portal.connected() || audits.complete(day)) {
      return;
    }
    Tally tally = new Tally();
    for (String key : Days.keys(day)) {
      Iterator<Item> items = dossiers.all(DossierState.DAY, DossierState.DAY, key);
      while (items.hasNext()) {
        compare(day, portion(items), tally, hasTime);
      }
    }
    audits.keep(day, tally, clock.instant());
    Log.info("portalAudited", Map.of("day", day.toString(), "dossiers", tally.dossiers()));
  }

  private List<DossierState> portion(Iterator<Item> items) {
    List<Map<String, String>> keys = new ArrayList<>();
    while (keys.size() < PORTION && items.hasNext()) {
      keys.add(Map.of("code", items.next().text("code")));
    }
    return dossiers.all(keys).stream()
        // What waits will be sent anyway.
        .filter(it -> !it.has(PortalPlace.INDEX))
        .map(DossierState::new)
        .toList();
  }

  private void compare(
      LocalDate day, List<DossierState> states, Tally tally, BooleanSupplier hasTime) {
    List<Callable<Boolean>> all = new ArrayList<>();
    for (DossierState state : states) {
      all.add(() -> compare(day, state, tally, hasTime));
    }
    try (ExecutorService threads =
        Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
      threads.invokeAll(all);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      tally.unanswered.incrementAndGet();
    }
  }

  private boolean compare(LocalDate day, DossierState state, Tally tally, BooleanSupplier hasTime) {
    tally.dossiers.incrementAndGet();
    try {
      if (!hasTime.getAsBoolean()) {
        throw new PortalTrouble("no time left");
      }
      Optional<Difference> difference = difference(state);
      difference.ifPresentOrElse(it -> audits.keep(day, it), tally.same::incrementAndGet);
      return true;
    } catch (RuntimeException e) { // The portal's or the table's: it is asked again in an hour.
      Log.warn("portalNotCompared", Map.of("dossier", state.code(), "why", e.toString()));
      tally.unanswered.incrementAndGet();
      return false;
    }
  }

  private Optional<Difference> difference(DossierState state) {
    Optional<Portal.Shown> shown = portal.lookUp(state.code());
    if (state.erased()) {
      return Optional.empty();
    }
    List<String> fields =
        shown.map(it -> Agreement.differences(it.fields(), forms.dossier(state))).orElse(List.of());
    if (shown.isPresent() && fields.isEmpty()) {
      return Optional.empty();
    }
    boolean lost = shown.isEmpty();
    boolean repaired = claims.repair(state, lost, status(state), clock.instant());
    return Optional.of(
        new Difference(
            state.code(), lost ? Difference.MISSING : Difference.DIFFERENT, fields, repaired));
  }

  /** The last of its steps: those before it are kept nowhere once the portal had them. */
  private static Item status(DossierState state) {
    Instant at = state.item().time("statusAt");
    return Item.of(Map.of("status", state.item().number("status"), "at", at));
  }
}
