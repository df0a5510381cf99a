package dev.hoso.dossiers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hoso.core.DossierStatus;
import dev.hoso.dossiers.Command.ChangeStatus;
import dev.hoso.dossiers.Command.Register;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
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
            .as((at, to, due) -> new Register(Given.CODE, Given.filing(at), to, due));
    Arbitrary<Command> change =
        Combinators.combine(status, time.injectNull(0.8))
            .as((to, due) -> new ChangeStatus(to, null, null, due));
    Arbitrary<Command> payment =
        Combinators.combine(
                Arbitraries.of("A", "B"),
                Arbitraries.longs().between(1, 5),
                Arbitraries.of("pending", "failed", "paid", "expired", "refunded"))
            .as((name, version, state) -> Given.take(Given.payment(name, version, state)));
    Arbitrary<Duration> later = Arbitraries.integers().between(0, 20 * 24).map(Duration::ofHours);
    return Combinators.combine(Arbitraries.oneOf(register, change, change, payment), later)
        .as(Step::new)
        .list()
        .ofMinSize(2)
        .ofMaxSize(15);
  }
}
