package dev.hoso.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class FactsPropertiesTest {
  @Property
  void aChangeThatComesAgainHasTheSameNames(
      @ForAll("dossiers") Dossier before, @ForAll("dossiers") Dossier after) {
    assertThat(names(before, after)).isEqualTo(names(before, after)).doesNotHaveDuplicates();
  }

  @Property
  void whereNothingChangedThereIsNoFact(@ForAll("dossiers") Dossier dossier) {
    assertThat(Facts.between(dossier, dossier)).isEmpty();
  }

  /**
   * However far back the old image lies, the facts of the steps since then are among its own; but a
   * step that tells that the dossier is done can be one that a result's issue tells.
   */
  @Property
  void theLastStepsFactsAreAmongThoseOfALongerWay(
      @ForAll("dossiers") Dossier before, @ForAll("dossiers") Dossier after) {
    assertThat(names(null, after))
        .containsAll(
            names(before, after).stream()
                .filter(name -> !name.equals("received") && !name.startsWith("status 9"))
                .toList());
  }

  @Provide
  Arbitrary<Dossier> dossiers() {
    Arbitrary<String> statuses =
        Arbitraries.of("pending", "paid", "failed", "expired", "cancelled", "refunded");
    Arbitrary<Map<String, String>> payments =
        Arbitraries.maps(Arbitraries.of("TT1", "TT2", "TT3"), statuses).ofMaxSize(3);
    Arbitrary<Map<Integer, String>> results =
        Arbitraries.maps(
                Arbitraries.integers().between(1, 3),
                Arbitraries.of("sealed", "issued", "superseded", "revoked", "refused"))
            .ofMaxSize(3);
    return Combinators.combine(
            Arbitraries.integers().between(1, 10),
            Arbitraries.longs().between(1, 20),
            payments,
            results)
        .as(FactsPropertiesTest::dossier);
  }

  private static Dossier dossier(
      int status, long version, Map<String, String> payments, Map<Integer, String> results) {
    DossierForTests dossier = DossierForTests.dossier().status(status, version);
    payments.forEach(dossier::payment);
    results.forEach(dossier::result);
    return dossier.read();
  }

  private static List<String> names(Dossier before, Dossier after) {
    return Facts.between(before, after).stream().map(Fact::name).toList();
  }
}
