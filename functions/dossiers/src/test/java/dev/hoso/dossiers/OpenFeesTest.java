package dev.hoso.dossiers;

import static dev.hoso.dossiers.Given.NOW;
import static dev.hoso.dossiers.Given.after;
import static dev.hoso.dossiers.Given.dossier;
import static dev.hoso.dossiers.Given.payment;
import static dev.hoso.dossiers.Given.take;
import static dev.hoso.dossiers.Given.to;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hoso.core.DossierStatus;
import dev.hoso.dossiers.Command.TakePayment;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** In which currencies something can be paid. */
class OpenFeesTest {
  private final Dossier processing = dossier(DossierStatus.PROCESSING);

  @ParameterizedTest
  @CsvSource({
    "pending,           VND",
    "failed,            VND",
    "paid,              ''",
    "expired,           ''",
    "cancelled,         ''",
    "refunded,          ''",
    "partiallyRefunded, ''",
  })
  void whatIsAskedForOrFailedCanBePaid(String status, String currencies) {
    Dossier asked = after(processing, payment("P1", status));

    assertThat(String.join(",", OpenFees.currencies(asked, NOW))).isEqualTo(currencies);
  }

  @Test
  void onlyUntilItsTimeIsOver() {
    Dossier asked = after(processing, payment("P1", "pending"));

    assertThat(OpenFees.currencies(asked, NOW.plusSeconds(899))).containsExactly("VND");
    assertThat(OpenFees.currencies(asked, NOW.plusSeconds(900))).isEmpty();
  }

  @Test
  void whatAGatewayChecksOrWhatIsPaidAlreadyIsNotPaidAgain() {
    Dossier asked = after(processing, payment("P1", "pending"));

    assertThat(OpenFees.currencies(after(asked, payment("P2", "paid")), NOW)).isEmpty();
    assertThat(OpenFees.currencies(after(asked, with("P2", "undecided", "07")), NOW)).isEmpty();
  }

  @Test
  void anotherFeeIsPaidForItself() {
    Dossier asked = after(processing, payment("P1", "paid"), with("P2", "description", "Bản sao"));

    assertThat(OpenFees.currencies(asked, NOW)).containsExactly("VND");
  }

  @Test
  void anEmbassysFeeIsInItsOwnCurrency() {
    assertThat(OpenFees.currencies(after(processing, with("P1", "currency", "GBP")), NOW))
        .containsExactly("GBP");
  }

  @Test
  void aDossierThatWaitsForItsFeeCanBePaidThoughNobodyAskedYet() {
    assertThat(OpenFees.currencies(processing, NOW)).isEmpty();
    assertThat(OpenFees.currencies(after(processing, to(DossierStatus.FEE_DUE)), NOW))
        .containsExactly("VND");
  }

  @ParameterizedTest
  @EnumSource(names = {"WITHDRAWN", "STOPPED"})
  void whatEndedWithoutAResultCannot(DossierStatus end) {
    Dossier asked = after(processing, payment("P1", "pending"), to(end));

    assertThat(OpenFees.currencies(asked, NOW)).isEmpty();
  }

  private static TakePayment with(String reference, String name, String value) {
    Map<String, Object> item = payment(reference, 2, "pending");
    item.put(name, value);
    return take(item);
  }
}
