package dev.hoso.dossiers;

import static dev.hoso.dossiers.Given.NOW;
import static dev.hoso.dossiers.Given.RULES;

import dev.hoso.core.DossierStatus;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** What can happen to one dossier whose fee comes before its result. */
final class Happenings {
  /** Where it begins, and the officer's steps; only the last one lets results out. */
  private static final List<List<DossierStatus>> PATHS =
      List.of(
          List.of(DossierStatus.RECEIVED),
          List.of(DossierStatus.PROCESSING),
          List.of(DossierStatus.DONE),
          List.of(DossierStatus.FEE_DUE),
          List.of(DossierStatus.REGISTERED),
          List.of(DossierStatus.SUPPLEMENT_ASKED),
          List.of(DossierStatus.REGISTERED, DossierStatus.RECEIVED),
          List.of(DossierStatus.SUPPLEMENT_ASKED, DossierStatus.PROCESSING),
          List.of(
              DossierStatus.REGISTERED, DossierStatus.SUPPLEMENT_ASKED, DossierStatus.RECEIVED));

  private Happenings() {}

  /**
   * A story.
   *
   * @param path the status in which it begins, and the officer's steps in their order
   * @param facts what was reported, every version of it
   */
  record Story(List<DossierStatus> path, List<Command> facts) {
    Story and(Command fact) {
      List<Command> more = new ArrayList<>(facts);
      more.add(fact);
      return new Story(path, more);
    }

    /** The dossier after all of it, in an order of this chance, with some of it repeated. */
    Dossier told(Random chance) {
      Dossier dossier = Given.feeFirst(path.getFirst());
      for (Command command : order(chance)) {
        Decision decision = RULES.decide(dossier, command, NOW);
        if (!(decision instanceof Decision.Unchanged)) {
          dossier = Given.changed(decision);
        }
      }
      return dossier;
    }

    /** The officer's steps keep their order among everything else. */
    private List<Command> order(Random chance) {
      List<Command> all = new ArrayList<>(facts);
      facts.stream().filter(fact -> chance.nextInt(3) == 0).forEach(all::add);
      Collections.shuffle(all, chance);
      int from = 0;
      for (DossierStatus step : path.subList(1, path.size())) {
        int at = from + chance.nextInt(all.size() - from + 1);
        all.add(at, Given.to(step));
        from = at + 1;
      }
      return all;
    }
  }

  static Arbitrary<Story> stories() {
    return Combinators.combine(Arbitraries.of(PATHS), payments(), results())
        .as(
            (path, payments, results) -> {
              List<Command> facts = new ArrayList<>(payments);
              facts.addAll(results);
              return new Story(path, facts);
            });
  }

  /** Up to three, of two fees. A fee that stays open beside a paid one is asked for too late. */
  private static Arbitrary<List<Command>> payments() {
    return Combinators.combine(
            Arbitraries.of("pending", "failed", "expired", "paid"), Arbitraries.of("Một", "Hai"))
        .as(List::of)
        .list()
        .ofMaxSize(3)
        .filter(
            all ->
                all.stream().noneMatch(it -> it.contains("paid"))
                    || all.stream().noneMatch(it -> it.contains("pending")))
        .map(
            all -> {
              List<Command> facts = new ArrayList<>();
              all.forEach(it -> facts.addAll(payment("P" + facts.size(), it.get(1), it.get(0))));
              return facts;
            });
  }

  private static List<Command> payment(String reference, String fee, String end) {
    List<Command> facts = new ArrayList<>();
    for (String status : List.of("pending", "failed", end)) {
      Map<String, Object> item = Given.payment(reference, facts.size() + 1, status);
      item.put("description", fee);
      facts.add(Given.take(item));
      if (status.equals(end)) {
        break;
      }
    }
    return facts;
  }

  /**
   * Up to three; the second may correct the first. Who fetched the first fetches the second too:
   * fetched before it was corrected is something else than fetched after.
   */
  private static Arbitrary<List<Command>> results() {
    Arbitrary<String> end = Arbitraries.of("refused", "sealed", "issued", "fetched");
    return Combinators.combine(end.list().ofMaxSize(3), Arbitraries.of(true, false))
        .filter(
            (ends, corrects) ->
                !(corrects && ends.size() > 1)
                    || !ends.get(0).equals("fetched")
                    || List.of("refused", "fetched").contains(ends.get(1)))
        .as(
            (ends, corrects) -> {
              List<Command> facts = new ArrayList<>();
              for (int i = 0; i < ends.size(); i++) {
                facts.addAll(result(i + 1, i == 1 && corrects, ends.get(i)));
              }
              return facts;
            });
  }

  private static List<Command> result(int ordinal, boolean correction, String end) {
    List<String> life = List.of("sealed", "issued", "fetched");
    List<String> lived =
        end.equals("refused") ? List.of(end) : life.subList(0, life.indexOf(end) + 1);
    List<Command> facts = new ArrayList<>();
    for (String step : lived) {
      String status = step.equals("fetched") ? "issued" : step;
      Map<String, Object> item = Given.result(ordinal, facts.size() + 2, status);
      if (correction) {
        item.put("replaces", Given.number(1));
      }
      if (step.equals("fetched")) {
        item.put("handedOutAt", NOW.plusSeconds(600));
      }
      facts.add(Given.takeResult(item));
    }
    return facts;
  }
}
