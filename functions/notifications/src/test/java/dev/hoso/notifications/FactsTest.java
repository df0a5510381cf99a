package dev.hoso.notifications;

import static dev.hoso.notifications.DossierForTests.dossier;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hoso.core.Money;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FactsTest {
  @ParameterizedTest(name = "from {0} to {1}: {2}")
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          -,  1, -
          -,  2, received
          -,  4, -
          1,  2, received
          1,  3, status 3 at 7
          2,  3, status 3 at 7
          2,  4, -
          4,  5, status 5 at 7
          5,  4, -
          5,  2, -
          4,  6, status 6 at 7
          6,  4, -
          6,  2, -
          4,  7, status 7 at 7
          4,  8, status 8 at 7
          4,  9, status 9 at 7
          9, 10, -
          """)
  void aStatusIsAFactWhenItMattersToTheApplicant(Integer from, int to, String name) {
    Dossier before = from == null ? null : dossier().status(from, 6).read();

    assertThat(names(before, dossier().status(to, 7).read()))
        .isEqualTo(name == null ? List.of() : List.of(name));
  }

  @ParameterizedTest(name = "from {0} to {1}: {2}")
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          -,         pending,           -
          -,         paid,              payment vnpay/TT1 paid
          pending,   paid,              payment vnpay/TT1 paid
          failed,    paid,              payment vnpay/TT1 paid
          expired,   paid,              payment vnpay/TT1 paid
          cancelled, paid,              payment vnpay/TT1 paid
          pending,   failed,            payment vnpay/TT1 failed
          -,         failed,            payment vnpay/TT1 failed
          pending,   expired,           -
          pending,   cancelled,         -
          paid,      refunded,          -
          paid,      partiallyRefunded, -
          paid,      paid,              -
          failed,    failed,            -
          """)
  void aPaymentIsAFactWhenItIsPaidOrFails(String from, String to, String name) {
    DossierForTests before = dossier();
    if (from != null) {
      before.payment("TT1", from);
    }

    assertThat(names(before.read(), dossier().payment("TT1", to).read()))
        .isEqualTo(name == null ? List.of() : List.of(name));
  }

  @Test
  void aDossierThatComesIntoAStatusAgainIsANewFact() {
    assertThat(names(dossier().status(5, 3).read(), dossier().status(5, 9).read()))
        .containsExactly("status 5 at 9");
  }

  @ParameterizedTest
  @CsvSource({"2", "3", "5", "6", "7", "8", "9"})
  void howADossierStoodWhenItWasTakenOverIsNoFactUnlessTheImportAsksForIt(int status) {
    DossierForTests taken = dossier().status(status, 1).with("imported", "7K3M");
    assertThat(names(null, taken.read())).isEmpty();
    assertThat(names(null, taken.with("tell", true).read())).hasSize(1);
  }

  @Test
  void whatHappensToADossierAfterItWasTakenOverIsToldAsUsual() {
    DossierForTests before = dossier().status(4, 1).with("imported", "7K3M");
    DossierForTests after = dossier().status(9, 2).with("imported", "7K3M");
    assertThat(names(before.read(), after.read())).containsExactly("status 9 at 2");
  }

  @Test
  void aFactIsTakenFromImagesThatLieFarApart() {
    Dossier after =
        dossier()
            .status(9, 12)
            .payment("TT1", "failed", 50_000, 1)
            .payment("TT2", "paid", 50_000, 2)
            .read();

    assertThat(names(dossier().status(2, 1).read(), after))
        .containsExactly("payment vnpay/TT2 paid", "payment vnpay/TT1 failed", "status 9 at 12");
  }

  @Test
  void whatCameInIsToldBeforeItsMoneyAndPaymentsInTheOrderOfTheirRequests() {
    Dossier after =
        dossier()
            .status(2, 1)
            .payment("B", "paid", 20_000, 1)
            .payment("A", "paid", 10_000, 2)
            .read();

    assertThat(names(null, after))
        .containsExactly("received", "payment vnpay/B paid", "payment vnpay/A paid");
  }

  @Test
  void whatWentBackIsToldOnceForEachPart() {
    DossierForTests paid = dossier().status(4, 5).payment("TT1", "paid");
    Dossier whole = paid.read();
    Dossier part = paid.refunded("TT1", 20_000).read();
    Dossier rest = paid.refunded("TT1", 50_000).read();

    assertThat(names(whole, part)).containsExactly("payment vnpay/TT1 refunded 20000");
    assertThat(names(part, rest)).containsExactly("payment vnpay/TT1 refunded 50000");
    assertThat(names(part, part)).isEmpty();
    Fact.PaymentRefunded told = (Fact.PaymentRefunded) Facts.between(part, rest).getFirst();
    assertThat(told.amount()).isEqualTo(new Money(30_000));
    assertThat(told.total()).isEqualTo(new Money(50_000));
    assertThat(told.whole()).isTrue();
  }

  @Test
  void aFeeThatIsDueIsTheNewestPendingPayment() {
    Dossier after =
        dossier()
            .status(6, 7)
            .payment("TT1", "pending", 10_000, 1)
            .payment("TT3", "pending", 30_000, 3)
            .payment("TT2", "pending", 20_000, 2)
            .payment("TT4", "failed", 40_000, 4)
            .read();

    Fact.FeeDue due = (Fact.FeeDue) Facts.between(dossier().status(2, 1).read(), after).getLast();

    assertThat(due.amount()).isEqualTo(new Money(30_000));
    assertThat(due.payBefore()).isEqualTo(DossierForTests.RECEIVED.plusSeconds(180 + 86_400));
  }

  @Test
  void aFeeCanBeDueBeforeItIsAskedFor() {
    assertThat(Facts.between(null, dossier().status(6, 7).read()))
        .containsExactly(new Fact.FeeDue(7, null, null));
  }

  @Test
  void aRequestForPapersCarriesWhatTheOfficerWrote() {
    Dossier after = dossier().status(5, 7).with("statusReason", "Thiếu bản sao CCCD").read();

    assertThat(Facts.between(null, after))
        .containsExactly(new Fact.SupplementAsked(7, "Thiếu bản sao CCCD"));
  }

  @Test
  void aDossierThatIsGoneIsNoFact() {
    assertThat(Facts.between(dossier().read(), null)).isEmpty();
    assertThat(Facts.between(null, null)).isEmpty();
  }

  private static List<String> names(Dossier before, Dossier after) {
    return Facts.between(before, after).stream().map(Fact::name).toList();
  }
}
