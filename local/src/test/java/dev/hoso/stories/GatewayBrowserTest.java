package dev.hoso.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * Somebody tries another gateway by clicking, on a phone's screen; axe finds no violation. Skipped
 * where no Chromium is installed.
 */
class GatewayBrowserTest {
  private static final int PHONE = 360;

  private final City city = TheCity.running();
  private Browser browser;

  @BeforeEach
  void open() {
    browser = Browser.open(PHONE);
  }

  @AfterEach
  void close() {
    if (browser != null) {
      browser.close();
    }
  }

  @Test
  void aFeeIsPaidAtMomo() {
    register("momo");
    browser.reads("8,000 VND");
    isUsable();
    browser.find("button[value='PAID']").click();
    new WebDriverWait(browser.driver(), Duration.ofSeconds(20))
        .until(it -> it.getCurrentUrl().contains("/receipts/"));

    browser.driver().get(city.address() + "/local/gateways");
    browser.reads("8,000 VND · paid");
    isUsable();
  }

  @Test
  void aBankTransferIsMadeInAFormThatKnowsWhatToFillIn() {
    register("sepay");
    assertThat(browser.find("#content").getAttribute("value")).startsWith("HS");
    isUsable();
    browser.find("form button").click();
    browser.find("button[value='PAID']").click();
    browser.reads("the browser did not go back");
    isUsable();
  }

  private void register(String gateway) {
    browser.driver().get(city.address() + "/");
    new Select(browser.find("#gateway")).selectByVisibleText(gateway);
    browser.driver().findElement(By.name("phone")).clear();
    browser.driver().findElement(By.name("phone")).sendKeys(City.newPhone());
    browser.find("form").submit();
    browser.find("#pay").click();
  }

  private void isUsable() {
    browser.fitsTheScreen();
    assertThat(new AxeBuilder().analyze(browser.driver()).getViolations())
        .as(browser.driver().getCurrentUrl())
        .extracting(Rule::getId, Rule::getNodes)
        .isEmpty();
  }
}
