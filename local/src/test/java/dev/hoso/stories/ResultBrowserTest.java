package dev.hoso.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a citizen and a person who verifies see on a cheap phone, in a real browser, and that
 * everybody can use it: axe finds no violation. Skipped where no Chromium is installed.
 */
class ResultBrowserTest {
  /** Cheap phones have screens of 360 pixels. */
  private static final int PHONE = 360;

  private final City city = TheCity.running();
  private final String code = City.newCode();
  private final String phone = City.newPhone();
  private final Citizen hoa = new Citizen(city, code, phone);
  private Browser browser;
  private JsonNode accepted;
  @TempDir Path folder;

  @BeforeEach
  void issue() {
    browser = Browser.open(PHONE);
    city.register(code, phone, "vi", 4);
    String reference = City.newReference();
    city.ask(code, reference);
    city.confirm(City.VNPAY.paid(reference, 8000, "34812201"));
    accepted = City.ok(city.post("/dossiers/" + code + "/results", Papers.FIELDS));
    city.dossierWhen(code, it -> it.at("/results/0/status").asText().equals("issued"));
  }

  @AfterEach
  void close() {
    if (browser != null) {
      browser.close();
    }
  }

  @Test
  void aCitizenLooksTheDossierUpOnAPhone() {
    open("/lookup");
    isAccessible();
    browser.find("main input[name=code]").sendKeys("H26");
    browser.find("main form button").click();
    browser.find("[role=alert]");
    isAccessible();

    open("/lookup/" + code);
    isAccessible();
    assertThat(browser.text()).doesNotContain("KQ1", "Phường Ba Đình");

    String entry = hoa.awaitCode(() -> browser.find("main form button").click());
    browser.find("input[name=entry]").sendKeys("12");
    isAccessible();
    browser.find("input[name=entry]").submit();
    browser.find("[aria-invalid=true]");
    isAccessible();
    browser.find("input[name=entry]").sendKeys(entry);
    browser.find("input[name=entry]").submit();

    browser.reads(code + "-KQ1");
    isAccessible();
    assertThat(browser.text()).contains("Phường Ba Đình", "8.000đ");
    assertThat(browser.find("a[href*='/lookup/" + code + "/results/']").isDisplayed()).isTrue();
    browser.fitsTheScreen();

    open("/lookup/" + code + "?lang=en");
    browser.reads("Download");
    isAccessible();
  }

  @Test
  void whoHasThePaperVerifiesItAndAFileNeverLeavesTheBrowser() throws IOException {
    byte[] document = hoa.proven().download("KQ1");
    Path genuine = Files.write(folder.resolve("ketqua.pdf"), document);
    document[document.length / 2] ^= 1;
    Path forged = Files.write(folder.resolve("sua.pdf"), document);

    open("/verify");
    isAccessible();
    browser.find("#file").sendKeys(genuine.toString());
    browser.reads(accepted.path("resultId").asText());
    isAccessible();

    open("/verify/" + accepted.path("resultId").asText());
    browser.reads("Có hiệu lực");
    isAccessible();
    browser.find("#file").sendKeys(genuine.toString());
    browser.reads("Đúng tệp này");
    isAccessible();
    browser.find("#file").sendKeys(forged.toString());
    browser.reads("Không phải tệp này");
    isAccessible();
    browser.fitsTheScreen();

    revoke();
    open("/verify/" + accepted.path("resultId").asText() + "?lang=en");
    browser.reads("Revoked");
    isAccessible();
  }

  private void revoke() {
    String why = "{\"reason\":\"Sai ngày sinh\",\"by\":\"Chủ tịch Ủy ban nhân dân phường\"}";
    City.ok(city.post("/dossiers/" + code + "/results/KQ1/revocation", why));
  }

  /** In Vietnamese, whatever the browser would rather have. */
  private void open(String path) {
    browser.driver().get(city.address() + path + (path.contains("?") ? "" : "?lang=vi"));
  }

  private void isAccessible() {
    assertThat(new AxeBuilder().analyze(browser.driver()).getViolations())
        .as(browser.driver().getCurrentUrl())
        .extracting(Rule::getId, Rule::getNodes)
        .isEmpty();
  }
}
