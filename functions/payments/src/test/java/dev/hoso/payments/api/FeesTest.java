package dev.hoso.payments.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hoso.core.Time;
import dev.hoso.core.dynamo.Item;
import dev.hoso.core.web.ApiAnswer;
import java.net.URLDecoder;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Asking for a fee, through the real function. */
class FeesTest {
  private static final String DOSSIER = "H26.15-261123-0042";
  private static final String FREE = "H26.15-261123-0043";
  private static final String UNPRICED = "H26.15-261123-0044";
  private static final String ENGLISH = "H26.15-261123-0045";

  /** Asked for nothing but in the one test that names it. */
  private static final String NEW = "H26.15-261123-0046";

  private static final String UNHEARD = "H26.15-261123-0047";

  @BeforeAll
  static void dossiers() {
    Api.dossier(DOSSIER, "1.004222", "inPerson", "vi");
    Api.dossier(FREE, "1.001193", "online", "vi");
    Api.dossier(UNPRICED, "9.999999", "inPerson", "vi");
    Api.dossier(ENGLISH, "2.000635", "inPerson", "en");
    Api.dossier(NEW, "1.004222", "inPerson", "vi");
    Api.dossier(UNHEARD, "1.004222", "inPerson", "vi");
  }

  @Test
  void aFeeIsAskedForAndKept() {
    ApiAnswer asked =
        ask(DOSSIER, "{'gateway':'vnpay','amount':50000,'reference':'F1','description':'Lệ phí'}");

    assertThat(asked.status()).isEqualTo(201);
    assertThat(asked.text("reference")).isEqualTo("F1");
    assertThat(asked.text("gateway")).isEqualTo("vnpay");
    assertThat(asked.text("dossier")).isEqualTo(DOSSIER);
    assertThat(asked.number("amount")).isEqualTo(50_000);
    assertThat(asked.text("currency")).isEqualTo("VND");
    assertThat(asked.text("description")).isEqualTo("Lệ phí");
    assertThat(asked.text("status")).isEqualTo("pending");
    assertThat(asked.text("receiptUrl"))
        .matches("https://hoso\\.example\\.gov\\.vn/receipts/[0-9A-Z]{16}");
    Item kept = Api.PAYMENTS.get(Map.of("id", "vnpay/F1"));
    assertThat(kept.text("procedure")).isEqualTo("1.004222");
    assertThat(kept.text("unit")).isEqualTo("01");
    assertThat(kept.number("version")).isEqualTo(1);
    assertThat(kept.text("owed")).isEqualTo("payment");
    assertThat(kept.text("awaitedUntil"))
        .isEqualTo(Time.sortable(kept.time("expiresAt").plus(Duration.ofHours(1))));
    assertThat(kept.text("due"))
        .isEqualTo(Time.sortable(kept.time("createdAt").plus(Duration.ofMinutes(5))));
  }

  @ParameterizedTest
  @CsvSource({DOSSIER + ", 20000", ENGLISH + ", 8000"})
  void anAmountThatIsLeftOutIsTheCatalogues(String dossier, long amount) {
    assertThat(ask(dossier, "{'gateway':'vnpay'}").number("amount")).isEqualTo(amount);
  }

  @Test
  void withoutATimeOfItsOwnItCanBePaidForADay() {
    ApiAnswer asked = ask(NEW, "{'gateway':'vnpay'}");

    assertThat(
            Duration.between(
                Time.instant(asked.text("createdAt")), Time.instant(asked.text("expiresAt"))))
        .isEqualTo(Duration.ofDays(1));
    assertThat(asked.text("reference")).matches("HS\\d{6}[0-9A-Z]{10}");
    assertThat(asked.text("description")).isEqualTo("Le phi ho so " + NEW);
  }

  @Test
  void thePayAddressSaysWhatVnpayWantsAndIsSigned() {
    ApiAnswer asked =
        ask(
            ENGLISH,
            "{'gateway':'vnpay','reference':'F2','description':'Lệ phí: 5% & Đăng ký #1'}");

    Map<String, String> query = parameters(asked.text("payUrl"));
    assertThat(asked.text("payUrl"))
        .startsWith("https://sandbox.vnpayment.vn/paymentv2/vpcpay.html?vnp_Amount=800000&");
    assertThat(query)
        .containsEntry("vnp_Version", "2.1.0")
        .containsEntry("vnp_Command", "pay")
        .containsEntry("vnp_TmnCode", "DEMOTTHC")
        .containsEntry("vnp_CurrCode", "VND")
        .containsEntry("vnp_IpAddr", "10.1.2.3")
        .containsEntry("vnp_Locale", "en")
        .containsEntry("vnp_OrderInfo", "Le phi: 5 Dang ky 1")
        .containsEntry("vnp_OrderType", "other")
        .containsEntry("vnp_ReturnUrl", asked.text("receiptUrl"))
        .containsEntry("vnp_TxnRef", "F2");
    assertThat(query.get("vnp_CreateDate"))
        .isEqualTo(asked.text("createdAt").replaceAll("\\+.*|[^0-9]", ""));
    assertThat(query.get("vnp_ExpireDate"))
        .isEqualTo(asked.text("expiresAt").replaceAll("\\+.*|[^0-9]", ""));
    String signed = asked.text("payUrl").replaceAll(".*\\?|&vnp_SecureHash=.*", "");
    assertThat(query.get("vnp_SecureHash")).isEqualTo(hmac(signed));
  }

  @Test
  void theSameRequestAgainIsAnsweredAsTheFirst() {
    String body = "{'gateway':'vnpay','amount':50000,'reference':'F3'}";
    ApiAnswer first = ask(DOSSIER, body);

    ApiAnswer again = ask(DOSSIER, body);

    assertThat(again.status()).isEqualTo(200);
    assertThat(again.json()).isEqualTo(first.json());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        DOSSIER + "; {'gateway':'vnpay','amount':50001,'reference':'F4'}",
        DOSSIER + "; {'gateway':'vnpay','amount':50000,'reference':'F4','description':'other'}",
        FREE + "; {'gateway':'vnpay','amount':50000,'reference':'F4'}",
      })
  void aReferenceThatNamesAnotherPaymentIsTaken(String dossier, String body) {
    ask(DOSSIER, "{'gateway':'vnpay','amount':50000,'reference':'F4'}");

    ApiAnswer refused = ask(dossier, body.replace("''", "'"));

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.text("type")).isEqualTo("urn:hoso:problem:reference-taken");
  }

  @Test
  void anIdempotencyKeyAsksForOnePaymentOnly() {
    ApiAnswer first = post(DOSSIER, "{'gateway':'vnpay'}").header("idempotency-key", "k1").send();
    ApiAnswer again = post(DOSSIER, "{'gateway':'vnpay'}").header("idempotency-key", "k1").send();
    ApiAnswer other = post(DOSSIER, "{'gateway':'vnpay'}").header("idempotency-key", "k2").send();

    assertThat(first.status()).isEqualTo(201);
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.json()).isEqualTo(first.json());
    assertThat(other.text("reference")).isNotEqualTo(first.text("reference"));
  }

  @Test
  void aKeyThatCannotBeReadIsRefused() {
    ApiAnswer refused =
        post(DOSSIER, "{'gateway':'vnpay'}").header("idempotency-key", "a b").send();

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body()).contains("\"field\":\"Idempotency-Key\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      value = {
        "gateway; {'amount':50000}",
        "gateway; {'gateway':'paypal','amount':50000}",
        "amount; {'gateway':'vnpay','amount':0}",
        "amount; {'gateway':'vnpay','amount':-1}",
        "amount; {'gateway':'vnpay','amount':10000000000}",
        "amount; {'gateway':'vnpay','amount':50000.5}",
        "amount; {'gateway':'vnpay','amount':'50000'}",
        "currency; {'gateway':'vnpay','amount':50000,'currency':'USD'}",
        "description; {'gateway':'vnpay','amount':50000,'description':' '}",
        "reference; {'gateway':'vnpay','amount':50000,'reference':'a b'}",
        "expiresAt; {'gateway':'vnpay','amount':50000,'expiresAt':'tomorrow'}",
        "expiresAt; {'gateway':'vnpay','amount':50000,'expiresAt':'2020-01-01T00:00:00+07:00'}",
        "expiresAt; {'gateway':'vnpay','amount':50000,'expiresAt':'2099-01-01T00:00:00+07:00'}",
      })
  void aFieldThatBreaksItsRuleIsNamed(String field, String body) {
    ApiAnswer refused = ask(DOSSIER, body);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.headers()).containsEntry("Content-Type", "application/problem+json");
    assertThat(refused.text("type")).isEqualTo("urn:hoso:problem:invalid");
    assertThat(refused.body()).contains("\"field\":\"" + field + "\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{'gateway':", "", "[]", "null", "nonsense"})
  void whatIsNoJsonObjectIsAProblemOfTheBody(String body) {
    ApiAnswer refused = ask(DOSSIER, body);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.headers()).containsEntry("Content-Type", "application/problem+json");
    assertThat(refused.body()).contains("\"field\":\"body\"");
  }

  @Test
  void anotherMediaTypeIsAProblem() {
    ApiAnswer refused = post(DOSSIER, "a=b").header("content-type", "text/plain").send();

    assertThat(refused.status()).isEqualTo(415);
    assertThat(refused.headers()).containsEntry("Content-Type", "application/problem+json");
  }

  @Test
  void theTimeToPayCanBeNamed() {
    Instant end = Instant.now().plus(Duration.ofDays(29));

    ApiAnswer asked = ask(DOSSIER, "{'gateway':'vnpay','expiresAt':'" + Time.text(end) + "'}");

    assertThat(asked.text("expiresAt")).isEqualTo(Time.text(end));
  }

  @Test
  void anUnknownDossierIsNotFound() {
    ApiAnswer refused = ask("H26.15-261123-9999", "{'gateway':'vnpay','amount':50000}");

    assertThat(refused.status()).isEqualTo(404);
    assertThat(refused.text("type")).isEqualTo("urn:hoso:problem:unknown-dossier");
  }

  @Test
  void whatIsFreeOfChargeIsNotAskedForUnlessAnAmountIsNamed() {
    ApiAnswer refused = ask(FREE, "{'gateway':'vnpay'}");

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.text("type")).isEqualTo("urn:hoso:problem:nothing-to-pay");
    assertThat(ask(FREE, "{'gateway':'vnpay','amount':8000}").status()).isEqualTo(201);
  }

  @Test
  void whereTheCatalogueKnowsNoFeeTheAmountMustBeNamed() {
    ApiAnswer refused = ask(UNPRICED, "{'gateway':'vnpay'}");

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.text("detail")).contains("amount must be named");
    assertThat(ask(UNPRICED, "{'gateway':'vnpay','amount':8000}").status()).isEqualTo(201);
  }

  @Test
  void aGatewayThatIsNotSetUpIsNamed() {
    ApiAnswer refused =
        post(UNHEARD, "{'gateway':'vnpay'}")
            .send(
                Api.function(
                    Map.of(
                        "HOSO_GATEWAYS_VNPAY_BASE_URL", "https://vnpay.example",
                        "HOSO_GATEWAYS_VNPAY_TMN_CODE", "DEMOTTHC",
                        "HOSO_GATEWAYS_VNPAY_HASH_SECRET", ",")));

    assertThat(refused.status()).isEqualTo(503);
    assertThat(refused.text("type")).isEqualTo("urn:hoso:problem:gateway-not-set-up");
    assertThat(refused.text("detail")).contains("vnpay");
  }

  private static ApiAnswer ask(String dossier, String body) {
    return post(dossier, body).send();
  }

  private static Api post(String dossier, String body) {
    return Api.post("/dossiers/" + dossier + "/payments", body.replace('\'', '"'));
  }

  private static Map<String, String> parameters(String url) {
    Map<String, String> parameters = new TreeMap<>();
    Arrays.stream(url.substring(url.indexOf('?') + 1).split("&", -1))
        .map(pair -> pair.split("=", 2))
        .forEach(pair -> parameters.put(pair[0], URLDecoder.decode(pair[1], UTF_8)));
    return parameters;
  }

  private static String hmac(String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA512");
      mac.init(new SecretKeySpec("QX7N3WPLRTZC9VBMKJHGFDSA2Y5U8E4D".getBytes(UTF_8), "HmacSHA512"));
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(UTF_8)));
    } catch (java.security.GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
