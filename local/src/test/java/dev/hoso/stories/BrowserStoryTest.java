package dev.hoso.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * A person clicks the story through on the local page, on a phone's screen. Skipped where no
 * Chromium is installed.
 */
class BrowserStoryTest {
  private Browser browser;

  @BeforeEach
  void open() {
    browser = Browser.open(412);
  }

  @AfterEach
  void close() {
    if (browser != null) {
      browser.close();
    }
  }

  @Test
  void aPersonRegistersPaysAndReadsTheMessages() {
    City city = TheCity.running();
    String phone = City.newPhone();
    browser.driver().get(city.address() + "/");
    new Select(browser.driver().findElement(By.name("procedure"))).selectByValue("2.000635");
    new Select(browser.driver().findElement(By.name("unit"))).selectByValue("00004");
    type("name", "Nguyễn Thị Hoa");
    type("phone", phone);
    type("email", City.emailOf(phone));
    browser.driver().findElement(By.name("procedure")).submit();

    browser.find("a[href*='vpcpay.html']").click();
    browser.find("button[value='PAID']").click();
    new WebDriverWait(browser.driver(), Duration.ofSeconds(20))
        .until(
            it -> it.getCurrentUrl().contains("/receipts/") && it.getPageSource().contains("H26"));

    new WebDriverWait(browser.driver(), Duration.ofSeconds(20))
        .until(it -> city.inboxOf(phone).size() >= 4);
    browser.driver().get(city.address() + "/local/inbox");
    assertThat(browser.driver().findElement(By.tagName("body")).getText())
        .contains(City.emailOf(phone), "/receipts/");
  }

  private void type(String field, String text) {
    WebElement input = browser.driver().findElement(By.name(field));
    input.clear();
    input.sendKeys(text);
  }
}
