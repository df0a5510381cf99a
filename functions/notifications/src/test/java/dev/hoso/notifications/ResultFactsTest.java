package dev.hoso.notifications;

import static dev.hoso.notifications.DossierForTests.dossier;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResultFactsTest {
  private static final String NUMBER = "H26.15-261123-0042-KQ";

  @ParameterizedTest(name = "from {0} to {1}: {2}")
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          -,          sealed,     -
          -,          refused,    -
          -,          issued,     issued
          sealed,     issued,     issued
          issued,     issued,     -
          sealed,     superseded, -
          issued,     superseded, -
          issued,     revoked,    revoked
          revoked,    revoked,    -
          """)
  void aResultIsAFactWhenItIsIssuedOrRevoked(String from, String to, String name) {
    DossierForTests before = dossier();
    if (from != null) {
      before.result(1, from);
    }

    assertThat(names(before, dossier().result(1, to)))
        .isEqualTo(name == null ? List.of() : List.of("result " + NUMBER + "1 " + name));
  }

  @Test
  void aDossierThatIsDoneByItsResultIsOneFact() {
    DossierForTests waiting = dossier().status(4, 6).result(1, "sealed");

    assertThat(names(waiting, dossier().status(9, 7).result(1, "issued")))
        .containsExactly("result " + NUMBER + "1 issued");
  }

  @Test
  void aDossierThatIsDoneAgainOrWithoutAResultIsAFactOfItsOwn() {
    assertThat(
            names(
                dossier().status(4, 6).result(1, "issued"),
                dossier().status(9, 7).result(1, "issued")))
        .containsExactly("status 9 at 7");
    assertThat(
            names(
                dossier().status(4, 6).result(1, "sealed"),
                dossier().status(9, 7).result(1, "sealed")))
        .containsExactly("status 9 at 7");
  }

  @Test
  void aFeeThatIsPaidIsToldBeforeTheResultThatWaitedForIt() {
    DossierForTests waiting = dossier().status(6, 6).payment("TT1", "pending").result(1, "sealed");
    DossierForTests done = dossier().status(9, 7).payment("TT1", "paid").result(1, "issued");

    assertThat(names(waiting, done))
        .containsExactly("payment vnpay/TT1 paid", "result " + NUMBER + "1 issued");
  }

  @Test
  void theOneThatIsReplacedIsNamedByTheOneThatReplacesIt() {
    Map<String, ?> replacing = Map.of("replaces", NUMBER + "1");
    Dossier after =
        dossier()
            .result(1, "superseded", Map.of("supersededBy", NUMBER + "2"))
            .result(2, "issued", replacing)
            .read();
    Dossier before = dossier().result(1, "issued").result(2, "sealed", replacing).read();

    assertThat(Facts.between(before, after))
        .containsExactly(
            new Fact.ResultIssued(NUMBER + "2", NUMBER + "1", DossierForTests.RECEIVED));
  }

  @Test
  void aRevocationCarriesWhatTheOfficerWrote() {
    Map<String, ?> revocation =
        Map.of("revokedAt", DossierForTests.RECEIVED, "revocationReason", "Sai ngày sinh");

    assertThat(
            Facts.between(
                dossier().result(1, "issued").read(),
                dossier().result(1, "revoked", revocation).read()))
        .containsExactly(
            new Fact.ResultRevoked(NUMBER + "1", "Sai ngày sinh", DossierForTests.RECEIVED));
  }

  @Test
  void whatTheApplicantNeverHeldIsRevokedInSilence() {
    Map<String, Object> never = new HashMap<>();
    never.put("issuedAt", null);

    assertThat(names(dossier().result(1, "sealed"), dossier().result(1, "revoked", never)))
        .isEmpty();
    assertThat(
            names(
                dossier().result(1, "superseded"),
                dossier().result(1, "revoked", Map.of("supersededBy", NUMBER + "2"))))
        .isEmpty();
  }

  @Test
  void severalAreToldInTheOrderOfTheirNumbers() {
    assertThat(
            names(
                dossier(), dossier().result(10, "issued").result(2, "issued").result(1, "issued")))
        .containsExactly(
            "result " + NUMBER + "1 issued",
            "result " + NUMBER + "2 issued",
            "result " + NUMBER + "10 issued");
  }

  @Test
  void afterAnErasureNothingIsAFact() {
    Dossier erased =
        dossier()
            .status(9, 9)
            .payment("TT1", "paid")
            .result(1, "issued")
            .erased(DossierForTests.RECEIVED)
            .read();

    assertThat(Facts.between(dossier().read(), erased)).isEmpty();
    assertThat(Facts.between(null, erased)).isEmpty();
  }

  private static List<String> names(DossierForTests before, DossierForTests after) {
    return Facts.between(before.read(), after.read()).stream().map(Fact::name).toList();
  }
}
