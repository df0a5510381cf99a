package dev.hoso.portal;

import dev.hoso.core.PortalPlace;
import dev.hoso.core.dynamo.Table;
import java.util.List;
import java.util.Map;
import java.util.stream.Gatherers;
import java.util.stream.Stream;

/**
 * What the portal refused, shown and let go again.
 *
 * @param dossiers the table Dossiers
 */
record Refusals(Table dossiers, Backlog backlog, Claims claims) {
  private static final int MOST_SHOWN = 100;
  private static final int MOST_RETRIED = 1_000;

  /** The index may show what was let go a moment ago; the table knows. */
  RefusedDossier.Page longest() {
    List<RefusedDossier> shown =
        states(backlog.refused().limit(MOST_SHOWN).toList())
            .filter(it -> it.item().has(PortalPlace.REFUSED))
            .map(RefusedDossier::of)
            .toList();
    long all = backlog.count(PortalPlace.FIRST_REFUSED) + backlog.count(PortalPlace.AGAIN_REFUSED);
    return new RefusedDossier.Page(all, shown);
  }

  /**
   * Lets those that were refused longest be tried again, as many as a request has time for.
   *
   * @return how many
   */
  long retry() {
    return backlog
        .refused()
        .limit(MOST_RETRIED)
        .gather(Gatherers.windowFixed(MOST_SHOWN))
        .flatMap(this::states)
        .filter(claims::retry)
        .count();
  }

  private Stream<DossierState> states(List<String> codes) {
    if (codes.isEmpty()) {
      return Stream.of();
    }
    return dossiers.all(codes.stream().map(code -> Map.of("code", code)).toList()).stream()
        .map(DossierState::new);
  }
}
