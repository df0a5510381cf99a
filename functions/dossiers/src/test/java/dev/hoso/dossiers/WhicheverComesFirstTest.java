package dev.hoso.dossiers;

import static dev.hoso.dossiers.Given.number;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hoso.core.DossierStatus;
import dev.hoso.dossiers.Happenings.Story;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Payments, results and an officer's steps in any order, repeated and late, end the same.
 *
 * <p>Not where the order is itself a fact: what went out before its fee was asked for or went back
 * is out, what was revoked before it went out never was, and a result that is corrected after the
 * dossier was returned does not call it back.
 */
class WhicheverComesFirstTest {
  @Property(tries = 2000)
  void twoOrdersOfTheSameFactsEndTheSame(
      @ForAll("stories") Story story, @ForAll long one, @ForAll long other) {
    Dossier first = story.told(new Random(one));
    Dossier second = story.told(new Random(other));
    assertThat(second.results()).isEqualTo(first.results());
    assertThat(second.status()).isEqualTo(first.status());
    assertThat(statuses(second)).isEqualTo(statuses(first));
  }

  @Property(tries = 1000)
  void allResultsAreOutExactlyWhereTheFeeIsPaidAndTheWorkGoesOn(
      @ForAll("stories") Story story, @ForAll long order) {
    Dossier end = story.told(new Random(order));
    boolean open =
        switch (end.status()) {
          case RECEIVED, PROCESSING, DONE, RETURNED -> true;
          default -> false;
        };
    boolean paid = end.payments().values().stream().anyMatch(Payment::paid);
    assertThat(end.results().values())
        .allMatch(it -> it.refused() || it.wentOut() == (open && paid));
  }

  @Property(tries = 1000)
  void aDossierWithAResultOutIsDoneOrReturned(@ForAll("stories") Story story, @ForAll long order) {
    Dossier end = story.told(new Random(order));
    if (end.results().values().stream().anyMatch(Result::issued)) {
      boolean fetched =
          end.results().values().stream().anyMatch(it -> it.issued() && it.handedOutAt() != null);
      assertThat(end.status()).isEqualTo(fetched ? DossierStatus.RETURNED : DossierStatus.DONE);
    }
  }

  @Property(tries = 1000)
  void whatIsRevokedEndsRevokedInWhateverOrder(@ForAll("stories") Story story, @ForAll long order) {
    Story revoked = story.and(Given.takeResult(Given.result(1, 9, "revoked")));
    assertThat(revoked.told(new Random(order)).results().get(number(1)).status())
        .isEqualTo("revoked");
  }

  /** By what they are, without the judgement which of two payments of one fee was the first. */
  private static Map<String, String> statuses(Dossier dossier) {
    Map<String, String> all = new TreeMap<>();
    dossier.payments().forEach((id, payment) -> all.put(id, payment.status()));
    return all;
  }

  @Provide
  Arbitrary<Story> stories() {
    return Happenings.stories();
  }
}
