package dev.hoso.core.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hoso.core.catalogue.GatewayOffers.Offer;
import dev.hoso.core.cityfile.BadCityFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which gateways a unit offers. */
class GatewayOffersTest {
  @TempDir Path city;

  @Test
  void withoutACitysOwnFileEveryUnitOffersAll() {
    assertThat(GatewayOffers.load(null).offers("01"))
        .extracting(Offer::gateway)
        .containsExactly(
            "vnpay",
            "momo",
            "zalopay",
            "payos",
            "sepay",
            "dvcqg",
            "stripe",
            "govukpay",
            "standard");
    assertThat(GatewayOffers.load(null).offer("01", "vnpay")).contains(new Offer("vnpay", null));
  }

  @Test
  void whatAUnitsLineSaysGoesBeforeWhatIsSaidOfAll() throws IOException {
    GatewayOffers offers = load("*,vnpay,,no", "00004,vnpay,badinh,yes", "00008,momo,,no");

    assertThat(offers.offer("01", "vnpay")).isEmpty();
    assertThat(offers.offer("00004", "vnpay")).contains(new Offer("vnpay", "badinh"));
    assertThat(offers.offer("00008", "momo")).isEmpty();
    assertThat(offers.offer("01", "momo")).contains(new Offer("momo", null));
  }

  @Test
  void ofWhatTheCitySaysNothingHososOwnFileHolds() throws IOException {
    assertThat(load("00004,momo,,no").offers("00004"))
        .extracting(Offer::gateway)
        .contains("vnpay", "sepay")
        .doesNotContain("momo");
  }

  @Test
  void aGatewayThatThereIsNotIsNotOffered() {
    assertThat(GatewayOffers.load(null).offer("01", "paypal")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "99999,vnpay,,yes; 99999 is neither * nor the code of a unit",
        "*,paypal,,yes; 'paypal' is not one of vnpay",
        "*,vnpay,Tây Hồ,yes; 'Tây Hồ' is not up to 20",
        "*,vnpay,a_b,yes; 'a_b' is not up to 20",
        "*,vnpay,,maybe; 'maybe' is not one of yes, no",
      })
  void aLineThatBreaksARuleStopsTheStart(String line, String complaint) {
    assertThatExceptionOfType(BadCityFile.class)
        .isThrownBy(() -> load(line))
        .withMessageContaining("gateways.csv, line 2")
        .withMessageContaining(complaint);
  }

  @Test
  void aUnitSaysOfAGatewayOneThing() {
    assertThatExceptionOfType(BadCityFile.class)
        .isThrownBy(() -> load("*,vnpay,,yes", "*,vnpay,,no"))
        .withMessageContaining("line 3")
        .withMessageContaining("second time");
  }

  @Test
  void thereIsNoGatewayWithoutANameAndACurrency() {
    assertThat(GatewayOffers.load(null).offers("01"))
        .extracting(Offer::gateway)
        .containsExactlyElementsOf(
            PaymentGateway.all().stream().map(PaymentGateway::code).toList());
  }

  @Test
  void onlyWhatTakesTheFeesCurrencyTakesTheFee() throws IOException {
    GatewayOffers offers = load("00004,momo,,no");

    assertThat(offers.taking("00004", Set.of("VND")))
        .extracting(PaymentGateway::code)
        .containsExactly("vnpay", "zalopay", "payos", "sepay", "dvcqg", "stripe", "standard");
    assertThat(offers.taking("01", Set.of("GBP")))
        .extracting(PaymentGateway::code)
        .containsExactly("stripe", "govukpay", "standard");
    assertThat(offers.taking("01", Set.of())).isEmpty();
  }

  private GatewayOffers load(String... lines) throws IOException {
    Files.writeString(
        city.resolve("gateways.csv"),
        "unit,gateway,account,enabled\n" + String.join("\n", lines) + "\n");
    return GatewayOffers.load(city);
  }
}
