package dev.hoso.results;

import static dev.hoso.results.Given.NOW;
import static dev.hoso.results.Given.number;
import static dev.hoso.results.Given.received;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hoso.core.dynamo.Item;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** Whatever happens in whatever order, and however often. */
class ResultPropertiesTest {
  private static final ResultRules RULES = new ResultRules(Duration.ofDays(30));

  private static final Map<ResultStatus, Set<ResultStatus>> NEXT =
      Map.of(
          ResultStatus.RECEIVED, Set.of(ResultStatus.SEALED, ResultStatus.REFUSED),
          ResultStatus.SEALED,
              Set.of(ResultStatus.ISSUED, ResultStatus.SUPERSEDED, ResultStatus.REVOKED),
          ResultStatus.ISSUED, Set.of(ResultStatus.SUPERSEDED, ResultStatus.REVOKED),
          ResultStatus.SUPERSEDED, Set.of(),
          ResultStatus.REVOKED, Set.of(),
          ResultStatus.REFUSED, Set.of());

  /** A command, and how long after the one before it comes. */
  record Step(Command command, Duration later) {}

  @Property(tries = 500)
  void theVersionGrowsByOneWithEveryChangeAndByNothingElse(@ForAll("steps") List<Step> steps) {
    walk(
        steps,
        (before, step, decision) -> {
          boolean changed = decision instanceof Decision.Changed;
          assertThat(decision.result().standing().version())
              .isEqualTo(before.standing().version() + (changed ? 1 : 0));
          assertThat(decision.result().equals(before)).isEqualTo(!changed);
        });
  }

  @Property(tries = 500)
  void everyStatusFollowsTheOneBeforeAndNothingIsTakenBack(@ForAll("steps") List<Step> steps) {
    walk(
        steps,
        (before, step, decision) -> {
          ResultStatus status = decision.result().status();
          if (status != before.status()) {
            assertThat(NEXT.get(before.status())).contains(status);
          }
        });
  }

  @Property(tries = 500)
  void whatIsRevokedStaysRevokedByWhomItWasRevoked(@ForAll("steps") List<Step> steps) {
    walk(
        steps,
        (before, step, decision) -> {
          Revocation revocation = before.history().revocation();
          assertThat(before.status() == ResultStatus.REVOKED).isEqualTo(revocation != null);
          if (revocation != null) {
            Revocation now = decision.result().history().revocation();
            assertThat(now).isNotNull();
            assertThat(now.by()).isEqualTo(revocation.by());
            assertThat(now.at()).isEqualTo(revocation.at());
          }
        });
  }

  @Property(tries = 500)
  void whatASealedDocumentWasIsNeverForgottenOrExchanged(@ForAll("steps") List<Step> steps) {
    walk(
        steps,
        (before, step, decision) -> {
          if (before.sealed() != null) {
            assertThat(decision.result().sealed()).isEqualTo(before.sealed());
          }
        });
  }

  @Property(tries = 500)
  void aDocumentThatIsGoneDoesNotComeBack(@ForAll("steps") List<Step> steps) {
    walk(
        steps,
        (before, step, decision) -> {
          Instant gone = before.history().documentDeletedAt();
          if (gone != null) {
            assertThat(decision.result().history().documentDeletedAt()).isEqualTo(gone);
            assertThat(decision.result().hasDocument()).isFalse();
          }
        });
  }

  @Property(tries = 500)
  void onlyWhatIsReceivedKeepsWhatWasSent(@ForAll("steps") List<Step> steps) {
    walk(
        steps,
        (before, step, decision) -> {
          Result after = decision.result();
          assertThat(after.sent().equals(Sent.NOTHING))
              .isEqualTo(after.status() != ResultStatus.RECEIVED);
        });
  }

  @Property(tries = 500)
  void whatIsReceivedOrSealedIsNotLostSightOf(@ForAll("steps") List<Step> steps) {
    walk(
        steps,
        (before, step, decision) -> {
          Result after = decision.result();
          boolean waits =
              after.status() == ResultStatus.RECEIVED
                  || (after.status() == ResultStatus.SEALED && after.hasDocument());
          if (waits) {
            assertThat(after.due()).isNotNull();
          }
        });
  }

  @Property(tries = 500)
  void whatHappensTwiceHappensOnceButForHandOuts(@ForAll("steps") List<Step> steps) {
    walk(
        steps,
        (before, step, decision) -> {
          if (decision instanceof Decision.Changed changed
              && !(step.command() instanceof Command.HandOut)) {
            assertThat(RULES.decide(changed.result(), step.command(), NOW))
                .isEqualTo(new Decision.Unchanged(changed.result()));
          }
        });
  }

  @Property(tries = 500)
  void aSupersededOneNamesItsSuccessorAndNoOtherDoes(@ForAll("steps") List<Step> steps) {
    walk(
        steps,
        (before, step, decision) -> {
          Result after = decision.result();
          assertThat(after.history().supersededBy() != null)
              .isEqualTo(after.status() == ResultStatus.SUPERSEDED);
        });
  }

  @Property(tries = 500)
  void anItemKeepsAllOfAResult(@ForAll("steps") List<Step> steps) {
    walk(
        steps,
        (before, step, decision) ->
            assertThat(readBack(decision.result())).isEqualTo(decision.result()));
  }

  private static Result readBack(Result result) {
    Map<String, @Nullable Object> all = new LinkedHashMap<>(ResultItem.attributes(result));
    all.putAll(ResultItem.key(result.number()));
    return ResultItem.read(Item.of(all));
  }

  private interface Check {
    void check(Result before, Step step, Decision decision);
  }

  private static void walk(List<Step> steps, Check check) {
    Result result = received(3);
    Instant time = NOW;
    for (Step step : steps) {
      time = time.plus(step.later());
      Decision decision = RULES.decide(result, step.command(), time);
      check.check(result, step, decision);
      result = decision.result();
    }
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    Arbitrary<Command> command =
        Arbitraries.of(
            new Command.Seal(Given.document(received(3))),
            new Command.Seal(Given.document(received(3))),
            Given.refusal(),
            new Command.Follow(new Decided.Waits("documents")),
            new Command.Follow(new Decided.Issued(NOW)),
            new Command.Follow(new Decided.Superseded(null, number(4))),
            new Command.Follow(new Decided.Superseded(NOW, number(5))),
            new Command.Revoke("sai họ tên", "Trưởng phòng"),
            new Command.Revoke("sai ngày sinh", "Giám đốc"),
            new Command.HandOut(),
            new Command.HandOut(),
            new Command.DeleteDocument(),
            new Command.Erase("Trích lục"));
    Arbitrary<Duration> later = Arbitraries.integers().between(0, 90).map(Duration::ofMinutes);
    return Combinators.combine(command, later).as(Step::new).list().ofMaxSize(12);
  }
}
