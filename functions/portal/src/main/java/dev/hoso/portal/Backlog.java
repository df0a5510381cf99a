package dev.hoso.portal;

import dev.hoso.core.PortalPlace;
import dev.hoso.core.Time;
import dev.hoso.core.dynamo.Item;
import dev.hoso.core.dynamo.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the portal does not have yet: the index {@code portal}. Nothing in it proves that it is in
 * step.
 *
 * @param dossiers the table Dossiers
 */
record Backlog(Table dossiers) {
  /** A dossier that waits, by the key that it waits under. */
  record Waiting(String code, String key) {}

  /**
   * What waits and is due, the longest waiting first in each share; the shares one after the other,
   * in an order of chance, so that executions at the same time do not begin with the same. What the
   * portal knows goes first: its state there is wrong, and a takeover of many new ones must not
   * hold that up.
   */
  Iterator<Waiting> due(Instant now) {
    return Stream.of(PortalPlace.AGAIN, PortalPlace.FIRST)
        .flatMap(place -> shuffled(place.keys()).stream())
        .flatMap(key -> stream(key, now))
        .iterator();
  }

  private Stream<Waiting> stream(String key, Instant now) {
    Iterator<Item> items =
        dossiers.ready(
            PortalPlace.INDEX, PortalPlace.INDEX, key, DossierState.DUE, Time.sortable(now));
    return Stream.iterate(items, Iterator::hasNext, it -> it)
        .map(it -> new Waiting(it.next().text("code"), key));
  }

  private static List<String> shuffled(List<String> keys) {
    List<String> shuffled = new ArrayList<>(keys);
    Collections.shuffle(shuffled);
    return shuffled;
  }

  /** How many are in a place. They are counted where they are. */
  long count(PortalPlace place) {
    return place.keys().stream()
        .mapToLong(key -> dossiers.count(PortalPlace.INDEX, PortalPlace.INDEX, key))
        .sum();
  }

  /** Since when the longest waiting waits; empty where none does. */
  Optional<Instant> oldest() {
    return Stream.of(PortalPlace.FIRST, PortalPlace.AGAIN)
        .flatMap(place -> place.keys().stream())
        .map(this::in)
        .filter(Iterator::hasNext)
        .map(it -> Time.instant(it.next().text(PortalPlace.SINCE)))
        .min(Comparator.naturalOrder());
  }

  /** The keys of all that are refused, the longest first; brought as they are asked for. */
  Stream<String> refused() {
    return Stream.of(PortalPlace.FIRST_REFUSED, PortalPlace.AGAIN_REFUSED)
        .flatMap(place -> place.keys().stream())
        .map(this::in)
        .flatMap(items -> Stream.iterate(items, Iterator::hasNext, it -> it))
        .map(it -> it.next().text("code"));
  }

  private Iterator<Item> in(String key) {
    return dossiers.all(PortalPlace.INDEX, PortalPlace.INDEX, key);
  }
}
