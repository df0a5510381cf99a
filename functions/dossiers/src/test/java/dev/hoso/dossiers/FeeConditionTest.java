package dev.hoso.dossiers;

import static dev.hoso.dossiers.Given.FEE_FIRST;
import static dev.hoso.dossiers.Given.NOW;
import static dev.hoso.dossiers.Given.RULES;
import static dev.hoso.dossiers.Given.after;
import static dev.hoso.dossiers.Given.changed;
import static dev.hoso.dossiers.Given.filing;
import static dev.hoso.dossiers.Given.payment;
import static dev.hoso.dossiers.Given.take;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hoso.core.DossierStatus;
import dev.hoso.core.FilingChannel;
import dev.hoso.core.catalogue.Catalogue;
import dev.hoso.dossiers.Command.Register;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeeConditionTest {
  private static final FeeCondition FEE = new FeeCondition(Catalogue.load(null));
  private static final Dossier UNPAID = Given.feeFirst(DossierStatus.PROCESSING);

  @ParameterizedTest(name = "a fee of which one payment is {0}: {1}")
  @CsvSource({
    "pending,           false",
    "failed,            false",
    "expired,           false",
    "cancelled,         false",
    "paid,              true",
    "partiallyRefunded, true",
    "refunded,          false",
  })
  void aFeeIsSettledWhileItsMoneyIsHere(String status, boolean settled) {
    assertThat(FEE.holds(after(UNPAID, payment("A", status)))).isEqualTo(settled);
  }

  @ParameterizedTest(name = "a paid fee, and {0} of {1}: {2}")
  @CsvSource({
    "pending,   the same fee, true",
    "pending,   another fee,  false",
    "failed,    another fee,  true",
    "expired,   another fee,  true",
    "cancelled, another fee,  true",
    "paid,      another fee,  true",
    "refunded,  another fee,  true",
  })
  void anotherFeeThatIsStillAskedForStandsInTheWay(String status, String what, boolean settled) {
    Dossier paid = after(UNPAID, payment("A", "paid"));
    Map<String, Object> second = payment("B", 2, status);
    if (what.equals("another fee")) {
      second.put("description", "Phí thẩm định");
    }
    assertThat(FEE.holds(after(paid, take(second)))).isEqualTo(settled);
  }

  @Test
  void whatIsAskedForWithAnotherAmountIsAnotherFee() {
    Map<String, Object> more = payment("B", 1, "pending");
    more.put("amount", 60_000L);
    assertThat(FEE.holds(after(UNPAID, payment("A", "paid"), take(more)))).isFalse();
  }

  @Test
  void moneyThatMustGoBackPaysNothing() {
    Dossier stopped = Given.feeFirst(DossierStatus.STOPPED);
    Dossier goesOn = after(stopped, payment("A", "paid"), Given.to(DossierStatus.PROCESSING));
    assertThat(goesOn.payments().get("vnpay/A").refundDue()).isTrue();
    assertThat(FEE.holds(goesOn)).isFalse();
  }

  @ParameterizedTest(name = "nothing is asked for, {0}: {1}")
  @CsvSource({
    "IN_PERSON, false", // 20,000 đồng
    "ONLINE,    true", // nothing since 1/1/2026
    "POST,      false", // not known, which is not nothing
  })
  void whatIsKnownToBeFreeNeedsNoPayment(FilingChannel channel, boolean settled) {
    assertThat(FEE.holds(registered(FEE_FIRST, channel))).isEqualTo(settled);
  }

  @Test
  void aFeeThatAnOfficerAsksForThoughTheCatalogueKnowsNoneStandsInTheWay() {
    Dossier free = registered(FEE_FIRST, FilingChannel.ONLINE);
    assertThat(FEE.holds(after(free, payment("A", "pending")))).isFalse();
    assertThat(FEE.holds(after(free, payment("A", "expired")))).isTrue();
    assertThat(FEE.holds(after(free, payment("A", "paid")))).isTrue();
  }

  @Test
  void theDayOfReceiptDecidesWhatIsFree() {
    Filing lastYear =
        filing(FEE_FIRST, FilingChannel.ONLINE).receivedAt(Given.at("2025-12-31T23:59:59"));
    assertThat(FEE.holds(registered(lastYear))).isFalse();
    Filing thisYear =
        filing(FEE_FIRST, FilingChannel.ONLINE).receivedAt(Given.at("2026-01-01T00:00:00"));
    assertThat(FEE.holds(registered(thisYear))).isTrue();
  }

  @Test
  void whatIsNotReceivedYetHasTheDayOfItsCode() {
    Filing notYet = filing(FEE_FIRST, FilingChannel.ONLINE).receivedAt(null);
    assertThat(FEE.holds(registered(notYet))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"1.000689", "9.999999"})
  void aProcedureWhoseFeeNeedNotComeFirstOrThatIsUnknownWaitsForNone(String procedure) {
    Dossier dossier = registered(procedure, FilingChannel.IN_PERSON);
    assertThat(FEE.holds(after(dossier, payment("A", "pending")))).isTrue();
  }

  private static Dossier registered(String procedure, FilingChannel channel) {
    return registered(filing(procedure, channel));
  }

  private static Dossier registered(Filing filing) {
    return changed(RULES.decide(null, new Register(Given.CODE, filing, null, null), NOW));
  }
}
