package dev.hoso.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;

/**
 * A citizen with a cheap phone pays by bank transfer what was asked for at VNPAY. In a real
 * browser, by real clicks; axe finds no violation. Skipped where no Chromium is installed.
 */
class TransferBrowserTest {
  /** Cheap phones have screens of 360 pixels. */
  private static final int PHONE = 360;

  private final City city = TheCity.running();
  private final Transfers bank = new Transfers(city, "0011002233445", "whsec_localSepay0123456789");
  private final String code = City.newCode();
  private final String phone = City.newPhone();
  private Browser browser;
  private String receipt;

  @BeforeEach
  void ask() {
    browser = Browser.open(PHONE);
    city.register(code, phone, "vi", 4);
    City.ok(city.post("/dossiers/" + code + "/status", "{\"status\":6}"));
    receipt = city.ask(code, City.newReference()).path("receiptUrl").asText();
    city.dossierWhen(code, it -> it.path("payments").size() == 1);
  }

  @AfterEach
  void close() {
    if (browser != null) {
      browser.close();
    }
  }

  @Test
  void whoHasNoWalletScansTheCodeWithAnyBanksApplicationAndTheDossierGoesOn() {
    open(receipt);
    assertThat(browser.find("a.pay").getAttribute("href")).contains("vpcpay.html");
    isUsable();

    choose("sepay");
    browser.reads("Nội dung chuyển khoản");
    isUsable();
    Map<String, String> says = parts(scanned());
    String content = parts(says.get("62")).get("08");
    assertThat(says).containsEntry("54", "8000").containsEntry("53", "704");
    assertThat(parts(parts(says.get("38")).get("01")))
        .containsEntry("00", "999999")
        .containsEntry("01", bank.account());
    assertThat(browser.text()).contains(content, bank.account(), "HOSO TEST", "8000");
    String second = browser.driver().getCurrentUrl();

    assertThat(bank.arrive(content, 8000).body()).isEqualTo("{\"success\":true}");

    JsonNode dossier = city.dossierWhen(code, it -> it.path("status").asInt() == 4);
    assertThat(dossier.path("payments").findValuesAsText("status"))
        .containsExactlyInAnyOrder("cancelled", "paid");
    open(second);
    browser.reads("Đã thanh toán");
    isUsable();
  }

  @Test
  void anOldPageLeadsToTheNewOneAndWhatIsPaidIsNotPaidTwice() {
    open(receipt + "?lang=en");
    choose("sepay");
    browser.reads("Transfer's content");
    String content = parts(parts(scanned()).get("62")).get("08");
    isUsable();

    open(receipt + "?lang=en");
    browser.reads("Another request took its place");
    isUsable();
    browser.find("a.pay").click();
    browser.reads("Transfer's content");

    bank.arrive(content, 8000);
    city.dossierWhen(code, it -> it.path("status").asInt() == 4);
    choose("vnpay");
    browser.reads("This fee is paid already");
    isUsable();
  }

  @Test
  void theCitizensPageNamesTheOtherWays() {
    Citizen hoa = new Citizen(city, code, phone).proven();

    assertThat(hoa.page()).contains("Trả bằng cách khác: ", "Chuyển khoản ngân hàng", "#ways");
    assertThat(city.dossier(code).path("gateways").findValuesAsText("code"))
        .contains("vnpay", "sepay")
        .doesNotContain("govukpay");
  }

  private void open(String address) {
    browser.driver().get(address + (address.contains("?") ? "" : "?lang=vi"));
  }

  private void choose(String gateway) {
    browser.find("form[action*='/gateways/" + gateway + "'] button").click();
  }

  /** What a phone reads from the screen. */
  private String scanned() {
    WebElement drawn = browser.find("svg");
    return Scanner.read(drawn.getScreenshotAs(OutputType.BYTES));
  }

  private void isUsable() {
    browser.fitsTheScreen();
    assertThat(new AxeBuilder().analyze(browser.driver()).getViolations())
        .as(browser.driver().getCurrentUrl())
        .extracting(Rule::getId, Rule::getNodes)
        .isEmpty();
  }

  /** The parts of an EMV code: two digits of name, two of length. */
  private static Map<String, String> parts(String text) {
    Map<String, String> parts = new LinkedHashMap<>();
    int at = 0;
    while (at < text.length()) {
      int end = at + 4 + Integer.parseInt(text.substring(at + 2, at + 4));
      parts.put(text.substring(at, at + 2), text.substring(at + 4, end));
      at = end;
    }
    return parts;
  }
}
