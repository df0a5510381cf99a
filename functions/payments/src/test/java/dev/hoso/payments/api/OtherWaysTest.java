package dev.hoso.payments.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hoso.core.dynamo.Item;
import dev.hoso.core.dynamo.Update;
import dev.hoso.core.web.ApiAnswer;
import dev.hoso.payments.gateways.OpenGateways;
import io.micronaut.function.aws.proxy.payload2.APIGatewayV2HTTPEventFunction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A citizen pays in another way than the fee was asked for, by the receipt alone. */
class OtherWaysTest {
  private static final AtomicInteger COUNT = new AtomicInteger(6000);

  private final String dossier = "H26.15-261123-" + COUNT.incrementAndGet();
  private String first;
  @TempDir Path city;

  @BeforeEach
  void ask() {
    Api.dossier(dossier, "1.004222", "inPerson", "vi", "00004");
    first = receiptOf(fee("{'gateway':'vnpay','amount':50000}"));
  }

  @Test
  void theReceiptOffersWhatIsConnectedAndNotWhereItIsAskedForAlready() {
    ApiAnswer page = Api.get(first + "?lang=vi").send();

    assertThat(forms(page)).containsExactly(first + "/gateways/sepay?lang=vi");
    assertThat(page.read()).contains("Trả bằng cách khác Chuyển khoản ngân hàng");
    assertThat(Api.get(first + "?lang=en").send().read()).contains("Pay another way Bank transfer");
  }

  @Test
  void whereAllGatewaysAreConnectedAllThatTakeDongAreOffered() {
    assertThat(Api.get(first + "?lang=vi").send(Api.ALL_CONNECTED).read())
        .contains(
            "Trả bằng cách khác Ví MoMo ZaloPay payOS (VietQR) Chuyển khoản ngân hàng Thẻ quốc tế"
                + " (Stripe)");
  }

  @Test
  void whoWouldRatherPayByMomoFindsAPlainLinkToIt() {
    String second = location(choice(first, "momo").send(Api.ALL_CONNECTED));

    ApiAnswer page = Api.get(second + "?lang=vi").send(Api.ALL_CONNECTED);

    assertThat(page.body()).contains("<a class=\"pay\" href=\"https://momo.example/pay\">");
    assertThat(page.read()).contains("Thanh toán 50.000đ tại Ví MoMo");
    assertThat(item(first).text("status")).isEqualTo("cancelled");
    assertThat(location(choice(first, "momo").send(Api.ALL_CONNECTED))).isEqualTo(second);
  }

  @Test
  void payosGivesACodeToScanBesideItsPage() {
    String second = location(choice(first, "payos").send(Api.ALL_CONNECTED));

    ApiAnswer page = Api.get(second + "?lang=en").send(Api.ALL_CONNECTED);

    assertThat(DrawnCode.read(page.body())).isEqualTo(item(second).text("qr"));
    assertThat(page.read()).contains("Pay 50,000 VND at payOS", "Transfer 50,000 VND");
    assertThat(page.read()).doesNotContain("Account number");
  }

  @Test
  void oneThatCannotBeReachedTakesNothingAndTheFirstStays() {
    Map<String, String> settings = new HashMap<>(OpenGateways.settings());
    settings.put("HOSO_GATEWAYS_MOMO_BASE_URL", "http://localhost:1");
    APIGatewayV2HTTPEventFunction function = Api.function(settings);

    ApiAnswer page = choice(first, "momo?lang=vi").send(function);
    ApiAnswer json = choice(first, "momo").header("accept", "application/json").send(function);

    assertThat(page.status()).isEqualTo(503);
    assertThat(page.read()).contains("Cách vừa chọn hiện không dùng được", "Ví MoMo");
    assertThat(json.text("type")).isEqualTo("urn:hoso:problem:gateway-trouble");
    assertThat(item(first).text("status")).isEqualTo("pending");
  }

  @Test
  void aFeeThatIsTooSmallForAGatewayIsNotOfferedThere() {
    String small = receiptOf(fee("{'gateway':'vnpay','amount':500}"));

    assertThat(Api.get(small + "?lang=en").send(Api.ALL_CONNECTED).read()).doesNotContain("MoMo");
    assertThat(choice(small, "momo").send(Api.ALL_CONNECTED).status()).isEqualTo(409);
  }

  @Test
  void theChoiceLeadsToTheReceiptOfTheSameFeeThere() {
    ApiAnswer chosen = choose(first, "sepay?lang=vi");

    assertThat(chosen.status()).isEqualTo(303);
    String location = chosen.headers().get("Location");
    assertThat(location).matches("/receipts/[0-9A-Z]{16}\\?lang=vi").isNotEqualTo(first);
    Item before = item(first);
    Item after = item(location);
    assertThat(after.text("gateway")).isEqualTo("sepay");
    for (String same :
        List.of("dossier", "currency", "description", "expiresAt", "procedure", "unit")) {
      assertThat(after.text(same)).as(same).isEqualTo(before.text(same));
    }
    assertThat(after.number("amount")).isEqualTo(50_000);
    assertThat(before.text("status")).isEqualTo("cancelled");
    assertThat(before.text("supersededBy")).isEqualTo(after.text("id"));
  }

  /** As a browser sends a form from a page that tells nobody its address. */
  @Test
  void aFormWithoutAnOriginIsTakenAlsoOnThisMachine() {
    ApiAnswer chosen =
        choice(first, "sepay")
            .header("host", "localhost:8080")
            .header("origin", "null")
            .header("accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8")
            .send();

    assertThat(chosen.status()).isEqualTo(303);
  }

  @Test
  void thereItIsACodeToScanAndWhatToTypeWithoutIt() {
    String second = chosen(first, "sepay");

    ApiAnswer page = Api.get(second + "?lang=vi").send();

    String reference = item(second).text("reference");
    String says =
        "00020101021238570010A00000072701270006970403011300110123456780208QRIBFTTA"
            + "5303704540550000"
            + "5802VN62180814"
            + reference
            + "6304";
    assertThat(DrawnCode.read(page.body())).startsWith(says).hasSize(says.length() + 4);
    assertThat(page.read())
        .contains(
            "Ngân hàng Sacombank",
            "Số tài khoản 0011012345678",
            "Tên tài khoản UBND PHUONG BA DINH",
            "Số tiền (đồng) 50000",
            "Nội dung chuyển khoản " + reference);
    assertThat(page.body())
        .contains("<span class=\"copy\">" + reference + "</span>")
        .doesNotContain("href=\"https://hoso.example.gov.vn/receipts/");
    assertThat(forms(page)).containsExactly(second + "/gateways/vnpay?lang=vi");
  }

  @Test
  void programsGetTheSameAsJson() {
    ApiAnswer before = json(first);
    String second = chosen(first, "sepay");
    ApiAnswer after = json(second);

    assertThat(before.json().get("gateways"))
        .isEqualTo(
            List.of(
                Map.of(
                    "code",
                    "sepay",
                    "name",
                    Map.of("vi", "Chuyển khoản ngân hàng", "en", "Bank transfer"))));
    assertThat(before.json()).doesNotContainKeys("qr", "transfer", "supersededBy");
    assertThat(after.text("qr")).startsWith("000201010212");
    assertThat(after.json().get("transfer"))
        .isEqualTo(
            Map.of(
                "bank", "Sacombank",
                "accountNumber", "0011012345678",
                "accountName", "UBND PHUONG BA DINH",
                "content", after.text("reference")));
    assertThat(json(first).text("supersededBy")).isEqualTo("https://hoso.example.gov.vn" + second);
  }

  @Test
  void anOfficersSystemThatAsksForATransferGetsItsPartsToo() {
    ApiAnswer asked = fee("{'gateway':'sepay','amount':50000,'reference':'TTB0042'}");

    assertThat(asked.text("qr")).contains("62110807TTB0042");
    assertThat(asked.json().get("transfer").toString()).contains("0011012345678", "TTB0042");
    assertThat(asked.text("payUrl")).isEqualTo(asked.text("receiptUrl"));
  }

  @Test
  void whereTheBanksNumberIsNotKnownThereIsNoCodeButStillWhatToType() {
    APIGatewayV2HTTPEventFunction function = without("BANK_BIN", "BANK_NAME", "ACCOUNT_NAME");
    String second = location(choice(first, "sepay").send(function));

    ApiAnswer page = Api.get(second + "?lang=en").send(function);

    assertThat(page.body()).doesNotContain("<svg");
    assertThat(page.read())
        .contains("exactly these details", "Account number 0011012345678", "content HS")
        .doesNotContain("Bank Sacombank", "Account name");
  }

  @ParameterizedTest
  @CsvSource({"BANK_BIN, Sacombank", "ACCOUNT_NUMBERS, 0011-0123"})
  void aSettingThatIsNoSuchNumberSendsNobodysMoneyAnywhere(String field, String value) {
    Map<String, String> settings = new HashMap<>(Api.CONNECTED);
    settings.put("HOSO_GATEWAYS_SEPAY_" + field, value);

    ApiAnswer refused = choice(first, "sepay?lang=en").send(Api.function(settings));

    assertThat(refused.status()).isEqualTo(503);
    assertThat(refused.read()).contains("out of order at the moment");
    assertThat(item(first).text("status")).isEqualTo("pending");
  }

  @Test
  void aRepeatedClickIsThatPaymentAgainFromEitherReceipt() {
    String second = chosen(first, "sepay");

    assertThat(chosen(first, "sepay")).isEqualTo(second);
    assertThat(chosen(second, "sepay")).isEqualTo(second);
    assertThat(item(second).text("status")).isEqualTo("pending");
  }

  @Test
  void clicksAtATimeMeetInOnePayment() {
    Set<String> receipts =
        IntStream.range(0, 8)
            .parallel()
            .mapToObj(n -> chosen(first, "sepay"))
            .collect(Collectors.toSet());

    assertThat(receipts).hasSize(1);
  }

  @Test
  void theSupersededReceiptSaysSoAndLeadsToTheNewOne() {
    String second = chosen(first, "sepay");

    ApiAnswer page = Api.get(first + "?lang=en").send();

    assertThat(page.read()).contains("Another request took its place", "Open the new request");
    assertThat(page.body())
        .contains("href=\"" + second + "?lang=en\"")
        .doesNotContain("<form", "vpcpay.html");
  }

  @Test
  void whoGoesBackGetsANewRequestAndEveryReceiptLeadsToIt() {
    String second = chosen(first, "sepay");
    String third = chosen(second, "vnpay");

    assertThat(third).isNotIn(first, second);
    assertThat(item(third).text("reference")).isNotEqualTo(item(first).text("reference"));
    assertThat(item(second).text("supersededBy")).isEqualTo(item(third).text("id"));
    assertThat(Api.get(first).send().body()).contains("href=\"" + third + "?lang=vi\"");
    assertThat(Api.get(third).send().body()).contains("vpcpay.html");
  }

  @Test
  void whatAGatewayEndedBeforeItsTimeCanStillBePaidElsewhere() {
    stand(first, Map.of("status", "cancelled"));

    assertThat(Api.get(first + "?lang=en").send().read())
        .contains("Cancelled at the gateway", "Choose how to pay VNPAY Bank transfer");
    assertThat(item(chosen(first, "sepay")).text("status")).isEqualTo("pending");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "status;    paid;                      already-paid;  is paid already;  đã được nộp",
        "status;    partiallyRefunded;         already-paid;  is paid already;  đã được nộp",
        "undecided; 07;                        being-checked; is being checked; đang được cổng",
        "expiresAt; 2026-11-20T00:00:00+07:00; time-over;     time to pay is over; hết hạn",
      })
  void whatNobodyMayPayAnyMoreIsRefused(
      String attribute, String value, String type, String en, String vi) {
    stand(first, Map.of(attribute, value));

    refused(first, "sepay", 409, type, en, vi);

    assertThat(forms(Api.get(first).send())).isEmpty();
  }

  @Test
  void aFeeThatWasPaidByAnotherRequestIsRefusedAsWell() {
    String second = chosen(first, "sepay");
    stand(first, Map.of("status", "paid", "paidAt", "2026-11-23T14:30:05+07:00"));

    refused(second, "vnpay", 409, "already-paid", "is paid already", "đã được nộp");
    assertThat(Api.get(first + "?lang=en").send().read()).doesNotContain("Open the new request");
  }

  @ParameterizedTest
  @CsvSource({"3", "7", "8"})
  void aDossierThatEndedWithoutAResultAsksForNoFee(int status) {
    Api.DOSSIERS.write(Update.of(Map.of("code", dossier)).set("status", status));

    refused(first, "sepay", 409, "dossier-ended", "Nobody works", "không còn được giải quyết");
  }

  @ParameterizedTest
  @CsvSource({
    "govukpay, 409, fee-not-taken",
    "dvcqg,    409, gateway-not-choosable",
    "standard, 409, gateway-not-choosable",
    "paypal,   404, unknown-gateway",
  })
  void aGatewayThatTakesNoSuchFeeIsRefused(String gateway, int status, String type) {
    refused(first, gateway, status, type, "choose another one", "Xin chọn cách khác");
  }

  @Test
  void oneThatIsNotConnectedIsOutOfOrder() {
    Map<String, String> settings = new HashMap<>(Api.CONNECTED);
    settings.keySet().removeIf(it -> it.startsWith("HOSO_GATEWAYS_SEPAY"));
    APIGatewayV2HTTPEventFunction function = Api.function(settings);

    ApiAnswer refused = choice(first, "sepay?lang=en").send(function);

    assertThat(refused.status()).isEqualTo(503);
    assertThat(refused.read()).contains("out of order at the moment. No money was taken");
    assertThat(forms(Api.get(first).send(function))).isEmpty();
    assertThat(item(first).text("status")).isEqualTo("pending");
  }

  @Test
  void oneThatTheUnitHasSwitchedOffIsNeitherOfferedNorTaken() throws IOException {
    Map<String, String> settings = new HashMap<>(Api.CONNECTED);
    settings.put("HOSO_CATALOGUE", city.toString());
    Files.writeString(
        city.resolve("gateways.csv"), "unit,gateway,account,enabled\n00004,sepay,,no\n");
    APIGatewayV2HTTPEventFunction function = Api.function(settings);

    assertThat(forms(Api.get(first).send(function))).isEmpty();
    ApiAnswer refused = choice(first, "sepay").header("accept", "application/json").send(function);
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.text("type")).isEqualTo("urn:hoso:problem:gateway-switched-off");
  }

  @Test
  void nobodyFillsTheTableByChangingHisMind() {
    String receipt = first;
    ApiAnswer answer = choice(receipt, "sepay").send();
    int changes = 0;
    while (answer.status() == 303) {
      changes++;
      receipt = location(answer);
      answer = choice(receipt, changes % 2 == 0 ? "sepay" : "vnpay").send();
    }

    assertThat(changes).isEqualTo(9);
    assertThat(answer.status()).isEqualTo(429);
    assertThat(answer.read()).contains("quá nhiều lần");
    assertThat(item(receipt).text("status")).isEqualTo("pending");
  }

  @Test
  void anUnknownReceiptIsNotFound() {
    ApiAnswer page = choose("/receipts/0000000000000000", "sepay");
    ApiAnswer json =
        choice("/receipts/0000000000000000", "sepay").header("accept", "application/json").send();

    assertThat(page.status()).isEqualTo(404);
    assertThat(page.read()).contains("Không tìm thấy biên lai");
    assertThat(json.text("type")).isEqualTo("urn:hoso:problem:unknown-receipt");
  }

  @Test
  void formsLeadHereAloneAndNothingPersonalIsShown() {
    ApiAnswer page = Api.get(chosen(first, "sepay")).send();

    assertThat(page.headers().get("Content-Security-Policy")).endsWith("form-action 'self'");
    assertThat(page.headers()).containsEntry("Referrer-Policy", "no-referrer");
    assertThat(page.read()).doesNotContain("Nguyễn Thị Ánh");
    assertThat(choose(first, "sepay").headers())
        .containsEntry("Referrer-Policy", "no-referrer")
        .containsEntry("Cache-Control", "no-store");
  }

  private static void refused(
      String receipt, String gateway, int status, String type, String en, String vi) {
    ApiAnswer json = choice(receipt, gateway).header("accept", "application/json").send();
    ApiAnswer english = choose(receipt, gateway + "?lang=en");
    ApiAnswer vietnamese = choose(receipt, gateway + "?lang=vi");

    assertThat(json.status()).isEqualTo(status);
    assertThat(json.text("type")).isEqualTo("urn:hoso:problem:" + type);
    assertThat(english.status()).isEqualTo(status);
    assertThat(english.read()).contains(en);
    assertThat(english.body()).contains("role=\"alert\"");
    assertThat(vietnamese.read()).contains(vi);
  }

  private static APIGatewayV2HTTPEventFunction without(String... fields) {
    Map<String, String> settings = new HashMap<>(Api.CONNECTED);
    for (String field : fields) {
      settings.remove("HOSO_GATEWAYS_SEPAY_" + field);
    }
    return Api.function(settings);
  }

  private ApiAnswer fee(String body) {
    return Api.post("/dossiers/" + dossier + "/payments", body.replace('\'', '"')).send();
  }

  private static Api choice(String receipt, String gateway) {
    return Api.submit(receipt + "/gateways/" + gateway);
  }

  private static ApiAnswer choose(String receipt, String gateway) {
    return choice(receipt, gateway).send();
  }

  private static String chosen(String receipt, String gateway) {
    return location(choose(receipt, gateway));
  }

  /** Where the browser goes, without the language. */
  private static String location(ApiAnswer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(303);
    return answer.headers().get("Location").replaceAll("\\?.*", "");
  }

  private static ApiAnswer json(String receipt) {
    return Api.get(receipt).header("accept", "application/json").send();
  }

  private static String receiptOf(ApiAnswer asked) {
    return asked.text("receiptUrl").replace("https://hoso.example.gov.vn", "");
  }

  private static List<String> forms(ApiAnswer page) {
    return java.util.regex.Pattern.compile("<form method=\"post\" action=\"([^\"]+)\"")
        .matcher(page.body())
        .results()
        .map(found -> found.group(1))
        .toList();
  }

  private static Item item(String receipt) {
    String name = receipt.replaceAll("^/receipts/|\\?.*$", "");
    return Api.PAYMENTS.get(
        Map.of("id", Api.PAYMENTS.find("byReceipt", "receipt", name).text("id")));
  }

  private static void stand(String receipt, Map<String, String> attributes) {
    Update update = Update.of(Map.of("id", item(receipt).text("id")));
    attributes.forEach(update::set);
    Api.PAYMENTS.write(update);
  }
}
