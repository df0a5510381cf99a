package dev.hoso.dossiers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hoso.core.DossierStatus;
import dev.hoso.core.FilingChannel;
import dev.hoso.dossiers.Command.ChangeStatus;
import dev.hoso.dossiers.Command.Erase;
import dev.hoso.dossiers.Command.Register;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;

/** Whatever is asked in whatever order. */
class DossierPropertiesTest {
  private static final Instant START = Given.at("2026-01-05T08:00:00");

  /** A command, and how long after the one before it comes. */
  record Step(Command command, Duration later) {}

  @Property(tries = 300)
  void theVersionGrowsByOneWithEveryChangeAndByNothingElse(@ForAll("steps") List<Step> steps) {
    walk(
        steps,
        (before, step, after) ->
            assertThat(after.version()).isEqualTo(before == null ? 1 : before.version() + 1));
  }

  @Property(tries = 300)
  void nothingIsPromisedForATimeBeforeReceipt(@ForAll("steps") List<Step> steps) {
    walk(
        steps,
        (before, step, after) -> {
          if (after.due() != null && after.filing().receivedAt() != null) {
            assertThat(after.due().at()).isAfterOrEqualTo(after.filing().receivedAt());
          }
        });
  }

  @Property(tries = 300)
  void whatIsAskedTwiceIsDoneOnce(@ForAll("steps") List<Step> steps) {
    walk(
        steps,
        (before, step, after) ->
            assertThat(Given.RULES.decide(after, step.command(), after.updatedAt()))
                .isEqualTo(new Decision.Unchanged(after)));
  }

  @Property(tries = 300)
  void theClockStandsExactlyWhileTheCitizenHasToAct(@ForAll("steps") List<Step> steps) {
    walk(
        steps,
        (before, step, after) ->
            assertThat(after.pauses().stream().filter(pause -> pause.to() == null).count())
                .isEqualTo(after.status().waitsForCitizen() ? 1 : 0));
  }

  @Property(tries = 300)
  void moneyIsTakenHoweverTheDossierStands(@ForAll("steps") List<Step> steps) {
    walk(
        steps,
        (before, step, after) ->
            assertThat(
                    Given.RULES.decide(
                        after, Given.take(Given.payment("C", 1, "paid")), after.updatedAt()))
                .isInstanceOf(Decision.Changed.class));
  }

  @Property(tries = 300)
  void anItemKeepsAllOfADossier(@ForAll("steps") List<Step> steps) {
    walk(steps, (before, step, after) -> assertThat(DossierItems.readBack(after)).isEqualTo(after));
  }

  @Property(tries = 1000)
  void noResultGoesOutBeforeItsFeeIsPaidOrWhileTheCitizenHasToAct(
      @ForAll("steps") List<Step> steps) {
    walk(
        steps,
        (before, step, after) -> {
          if (before != null && out(after) > out(before)) {
            assertThat(after.status()).isIn(DossierStatus.DONE, DossierStatus.RETURNED);
            assertThat(after.payments().values())
                .anyMatch(it -> it.status().equals("paid") && !it.refundDue());
          }
        });
  }

  @Property(tries = 1000)
  void whatAResultIsStaysSo(@ForAll("steps") List<Step> steps) {
    walk(
        steps,
        (before, step, after) -> {
          if (before != null) {
            before.results().values().forEach(it -> assertFollows(it, after));
          }
        });
  }

  @Property(tries = 1000)
  void aSupersededResultAndItsSuccessorNameEachOther(@ForAll("steps") List<Step> steps) {
    walk(
        steps,
        (before, step, after) ->
            after.results().values().stream()
                .filter(it -> it.status().equals("superseded"))
                .forEach(
                    it -> {
                      Result successor = after.results().get(it.facts().text("supersededBy"));
                      assertThat(successor.replaces()).isEqualTo(it.number());
                      assertThat(successor.wentOut()).isTrue();
                    }));
  }

  @Property(tries = 300)
  void whatWaitsSaysForWhatAndNothingElseDoes(@ForAll("steps") List<Step> steps) {
    walk(
        steps,
        (before, step, after) ->
            assertThat(after.results().values())
                .allMatch(it -> it.facts().has("waitsFor") == it.waits()));
  }

  @Property(tries = 300)
  void whoIsErasedStaysErased(@ForAll("steps") List<Step> steps) {
    walk(
        steps,
        (before, step, after) -> {
          if (before != null && before.erased()) {
            assertThat(after.lifetime().erasedAt()).isEqualTo(before.lifetime().erasedAt());
            assertThat(DossierItems.item(after).toString()).doesNotContain("An", "912345678");
          }
        });
  }

  private static long out(Dossier dossier) {
    return dossier.results().values().stream().filter(Result::wentOut).count();
  }

  private static void assertFollows(Result before, Dossier later) {
    Result after = later.results().get(before.number());
    assertThat(after.facts().timeOrNull("issuedAt"))
        .satisfiesAnyOf(
            at -> assertThat(at).isEqualTo(before.facts().timeOrNull("issuedAt")),
            at -> assertThat(before.waits()).isTrue());
    if (before.status().equals("revoked")) {
      assertThat(after.status()).isEqualTo("revoked");
    }
    if (before.wentOut()) {
      assertThat(after.waits()).isFalse();
    }
  }

  private interface Check {
    void check(@Nullable Dossier before, Step step, Dossier after);
  }

  private static void walk(List<Step> steps, Check check) {
    Dossier dossier = null;
    Instant time = START;
    for (Step step : steps) {
      time = time.plus(step.later());
      Decision decision = Given.RULES.decide(dossier, step.command(), time);
      if (decision instanceof Decision.Changed changed) {
        check.check(dossier, step, changed.dossier());
        dossier = changed.dossier();
      }
    }
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    Arbitrary<DossierStatus> status = Arbitraries.of(DossierStatus.class);
    Arbitrary<Instant> time = Arbitraries.longs().between(0, 400L * 86_400).map(START::plusSeconds);
    Arbitrary<Command> register =
        Combinators.combine(time.injectNull(0.4), status.injectNull(0.6), time.injectNull(0.7))
            .as((at, to, due) -> new Register(Given.CODE, filing(at), to, due));
    Arbitrary<Command> change =
        Combinators.combine(status, time.injectNull(0.8))
            .as((to, due) -> new ChangeStatus(to, null, null, due));
    Arbitrary<Command> payment =
        Combinators.combine(
                Arbitraries.of("A", "B"),
                Arbitraries.longs().between(1, 5),
                Arbitraries.of("pending", "failed", "paid", "expired", "refunded"))
            .as((name, version, state) -> Given.take(Given.payment(name, version, state)));
    Arbitrary<Command> result =
        Combinators.combine(
                Arbitraries.integers().between(1, 3),
                Arbitraries.longs().between(2, 6),
                Arbitraries.of("sealed", "sealed", "issued", "superseded", "revoked", "refused"),
                Arbitraries.of(true, false))
            .as(DossierPropertiesTest::result);
    Arbitrary<Duration> later = Arbitraries.integers().between(0, 20 * 24).map(Duration::ofHours);
    Arbitrary<Command> anything =
        Arbitraries.frequencyOf(
            Tuple.of(4, register),
            Tuple.of(8, change),
            Tuple.of(5, payment),
            Tuple.of(8, result),
            Tuple.of(1, Arbitraries.of(new Erase())));
    return Combinators.combine(anything, later).as(Step::new).list().ofMinSize(2).ofMaxSize(15);
  }

  private static Filing filing(@Nullable Instant receivedAt) {
    Filing filing = Given.filing(Given.FEE_FIRST, FilingChannel.IN_PERSON);
    return filing.receivedAt(receivedAt);
  }

  /** From the second on, each corrects the one before it. */
  private static Command result(int ordinal, long version, String status, boolean fetched) {
    Map<String, Object> item = Given.result(ordinal, version, status);
    if (ordinal > 1) {
      item.put("replaces", Given.number(ordinal - 1));
    }
    if (fetched) {
      item.put("handedOutAt", START);
    }
    return Given.takeResult(item);
  }
}
