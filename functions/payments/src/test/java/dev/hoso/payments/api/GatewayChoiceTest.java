package dev.hoso.payments.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hoso.core.web.ApiAnswer;
import dev.hoso.payments.gateways.OpenGateways;
import io.micronaut.function.aws.proxy.payload2.APIGatewayV2HTTPEventFunction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each gateway can be asked for, and which one a unit offers. */
class GatewayChoiceTest {
  private static final AtomicInteger COUNT = new AtomicInteger(8000);

  private final String dossier = "H26.15-261123-" + COUNT.incrementAndGet();
  @TempDir Path city;

  @BeforeEach
  void register() {
    Api.dossier(dossier, "1.004222", "inPerson", "vi", "00004");
  }

  @ParameterizedTest
  @CsvSource({
    "vnpay,    TT2611230042",
    "momo,     H26.15-261123-0042",
    "zalopay,  261123_H26150042",
    "payos,    2611230042",
    "payos,    9007199254740991",
    "payos,    43",
    "sepay,    HS2611230042",
    "stripe,   H26.15-261123-0042",
    "govukpay, EMB-LON-0042",
    "standard, H26.15-261123-0042",
    "dvcqg,    20421_7f3a-4c1d-9b2e",
  })
  void aReferenceThatTheGatewayCarriesMayBeNamed(String gateway, String reference) {
    ApiAnswer asked = ask("{'gateway':'%s','amount':50000,'reference':'%s'}", gateway, reference);

    assertThat(asked.status()).isEqualTo(201);
    assertThat(asked.text("reference")).isEqualTo(reference);
  }

  @ParameterizedTest
  @CsvSource({
    "momo,    -HS42,                no sign first or last",
    "zalopay, HS42,                 a day in Vietnam",
    "zalopay, 261123-HS42,          a day in Vietnam",
    "payos,   HS42,                 a whole number",
    "payos,   042,                  a whole number",
    "payos,   9007199254740992,     a whole number",
    "sepay,   H26.15-261123-0042,   capital letters",
    "sepay,   hs2611230042,         capital letters",
    "sepay,   HS261123004212345,    capital letters",
    "sepay,   THS2611230042,        not three that end in HS",
  })
  void anotherOneIsRefusedWithTheRule(String gateway, String reference, String rule) {
    ApiAnswer refused = ask("{'gateway':'%s','amount':50000,'reference':'%s'}", gateway, reference);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body()).contains("\"field\":\"reference\"");
    assertThat(refused.body()).contains(rule);
  }

  @ParameterizedTest
  @CsvSource({
    "vnpay,    HS\\d{6}[0-9A-Z]{10}",
    "momo,     HS\\d{6}[0-9A-Z]{10}",
    "zalopay,  \\d{6}_HS[0-9A-Z]{10}",
    "payos,    1\\d{14}",
    "sepay,    HS\\d{12}",
    "dvcqg,    HS\\d{6}[0-9A-Z]{10}",
  })
  void aGeneratedReferenceFitsItsGateway(String gateway, String form) {
    assertThat(ask("{'gateway':'%s','amount':50000}", gateway).text("reference")).matches(form);
  }

  @ParameterizedTest
  @ValueSource(strings = {"zalopay", "payos", "sepay"})
  void soDoesTheOneOfAnIdempotencyKeyWhichIsTheSameAgain(String gateway) {
    String body = "{\"gateway\":\"%s\",\"amount\":50000}".formatted(gateway);
    String path = "/dossiers/" + dossier + "/payments";

    ApiAnswer first = Api.post(path, body).header("idempotency-key", "k1").send(Api.ALL_CONNECTED);
    ApiAnswer again = Api.post(path, body).header("idempotency-key", "k1").send(Api.ALL_CONNECTED);

    assertThat(first.status()).isEqualTo(201);
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.json()).isEqualTo(first.json());
  }

  @ParameterizedTest
  @CsvSource({"govukpay, GBP, 5000", "stripe, USD, 1999", "stripe, VND, 50000", "momo, VND, 50000"})
  void anAmountIsInACurrencyOfTheGateway(String gateway, String currency, long amount) {
    ApiAnswer asked =
        ask("{'gateway':'%s','amount':%s,'currency':'%s'}", gateway, amount, currency);

    assertThat(asked.status()).isEqualTo(201);
    assertThat(asked.text("currency")).isEqualTo(currency);
    assertThat(asked.number("amount")).isEqualTo(amount);
  }

  @Test
  void withoutACurrencyItIsTheGatewaysUsualOne() {
    assertThat(ask("{'gateway':'govukpay','amount':5000}").text("currency")).isEqualTo("GBP");
    assertThat(ask("{'gateway':'stripe','amount':5000}").text("currency")).isEqualTo("VND");
  }

  @ParameterizedTest
  @CsvSource({"govukpay, VND", "vnpay, USD", "sepay, EUR", "stripe, XXX", "momo, vnd"})
  void anotherCurrencyIsRefused(String gateway, String currency) {
    ApiAnswer refused = ask("{'gateway':'%s','amount':5000,'currency':'%s'}", gateway, currency);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body()).contains("\"field\":\"currency\"");
  }

  @Test
  void theCataloguesFeeIsInDongAndNeverInPounds() {
    ApiAnswer refused = ask("{'gateway':'govukpay'}");

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body()).contains("\"field\":\"amount\"", "the catalogue's fees are in đồng");
  }

  @Test
  void anAmountBeyondADoubleIsKeptExactly() {
    ApiAnswer asked = ask("{'gateway':'standard','amount':9007199254740993,'currency':'VND'}");

    assertThat(asked.body()).contains("\"amount\":9007199254740993");
    String id = "standard/" + asked.text("reference");
    assertThat(Api.PAYMENTS.get(Map.of("id", id)).number("amount"))
        .isEqualTo(9_007_199_254_740_993L);
  }

  @ParameterizedTest
  @CsvSource({"momo, 999", "momo, 50000001", "vnpay, 0", "vnpay, 10000000000"})
  void anAmountThatTheGatewayDoesNotTakeIsRefused(String gateway, long amount) {
    ApiAnswer refused = ask("{'gateway':'%s','amount':%s}", gateway, amount);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body()).contains("\"field\":\"amount\"");
  }

  @Test
  void anAmountInPoundsReadsSoOnTheReceipt() {
    String receipt = ask("{'gateway':'govukpay','amount':123450}").text("receiptUrl");

    String path = receipt.substring(receipt.indexOf("/receipts/"));
    assertThat(Api.get(path + "?lang=vi").send(Api.ALL_CONNECTED).read()).contains("1.234,50 GBP");
    assertThat(Api.get(path + "?lang=en").send(Api.ALL_CONNECTED).read()).contains("1,234.50 GBP");
  }

  @Test
  void aGatewayThatTheUnitHasSwitchedOffTakesNoNewRequests() throws IOException {
    gateways("00004,vnpay,,no");

    ApiAnswer refused = post("{'gateway':'vnpay','amount':50000}").send(inTheCity());

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.text("type")).isEqualTo("urn:hoso:problem:gateway-switched-off");
    assertThat(refused.text("detail")).contains("00004", "vnpay");
    assertThat(post("{'gateway':'momo','amount':50000}").send(inTheCity()).status()).isEqualTo(201);
  }

  @Test
  void whatWasAskedForBeforeItWasSwitchedOffIsAnsweredAsTheFirstTime() throws IOException {
    String body = "{'gateway':'vnpay','amount':50000,'reference':'%s'}".formatted("OFF" + dossier);
    ApiAnswer first = ask(body);
    gateways("00004,vnpay,,no");

    ApiAnswer again = post(body).send(inTheCity());

    assertThat(again.status()).isEqualTo(200);
    assertThat(again.json()).isEqualTo(first.json());
  }

  @Test
  void theUnitsMoneyGoesToItsOwnMerchantAccount() throws IOException {
    gateways("00004,vnpay,tayho,yes");

    ApiAnswer asked = post("{'gateway':'vnpay','amount':50000}").send(inTheCity());

    assertThat(asked.text("payUrl")).contains("vnp_TmnCode=TAYHO001");
    assertThat(Api.PAYMENTS.get(Map.of("id", "vnpay/" + asked.text("reference"))).text("account"))
        .isEqualTo("tayho");
  }

  private void gateways(String line) throws IOException {
    Files.writeString(city.resolve("gateways.csv"), "unit,gateway,account,enabled\n" + line + "\n");
  }

  private APIGatewayV2HTTPEventFunction inTheCity() {
    Map<String, String> settings = new LinkedHashMap<>(OpenGateways.settings());
    settings.put("HOSO_CATALOGUE", city.toString());
    settings.put("HOSO_GATEWAYS_VNPAY_BASE_URL", "https://vnpay.example");
    settings.put("HOSO_GATEWAYS_VNPAY_TMN_CODE", "DEMOTTHC");
    settings.put("HOSO_GATEWAYS_VNPAY_HASH_SECRET", "secret");
    settings.put("HOSO_GATEWAYS_VNPAY_TAYHO_TMN_CODE", "TAYHO001");
    settings.put("HOSO_GATEWAYS_VNPAY_TAYHO_HASH_SECRET", "tayhosecret");
    return Api.function(settings);
  }

  private ApiAnswer ask(String body, Object... values) {
    return post(body.formatted(values)).send(Api.ALL_CONNECTED);
  }

  private Api post(String body) {
    return Api.post("/dossiers/" + dossier + "/payments", body.replace('\'', '"'));
  }
}
