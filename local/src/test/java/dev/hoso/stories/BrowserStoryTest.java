package dev.hoso.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * A person clicks the story through on the local page, on a phone's screen. Skipped where no
 * Chromium is installed.
 */
class BrowserStoryTest {
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
  private ChromeDriver browser;

  @BeforeEach
  void open() {
    assumeTrue(
        Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER),
        "skipped: no Chromium (apt-get install chromium chromium-driver)");
    ChromeOptions options = new ChromeOptions();
    options.setBinary(CHROMIUM.toFile());
    options.addArguments(
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync");
    browser =
        new ChromeDriver(
            new ChromeDriverService.Builder().usingDriverExecutable(DRIVER.toFile()).build(),
            options);
    browser.manage().window().setSize(new Dimension(412, 915));
  }

  @AfterEach
  void close() {
    if (browser != null) {
      browser.quit();
    }
  }

  @Test
  void aPersonRegistersPaysAndReadsTheMessages() {
    City city = TheCity.running();
    String phone = City.newPhone();
    browser.get(city.address() + "/");
    new Select(browser.findElement(By.name("procedure"))).selectByValue("2.000635");
    new Select(browser.findElement(By.name("unit"))).selectByValue("00004");
    type("name", "Nguyễn Thị Hoa");
    type("phone", phone);
    type("email", City.emailOf(phone));
    browser.findElement(By.name("procedure")).submit();

    waitFor("a[href*='vpcpay.html']").click();
    waitFor("button[value='PAID']").click();
    new WebDriverWait(browser, Duration.ofSeconds(20))
        .until(
            it -> it.getCurrentUrl().contains("/receipts/") && it.getPageSource().contains("H26"));

    new WebDriverWait(browser, Duration.ofSeconds(20)).until(it -> city.inboxOf(phone).size() >= 4);
    browser.get(city.address() + "/local/inbox");
    assertThat(browser.findElement(By.tagName("body")).getText())
        .contains(City.emailOf(phone), "/receipts/");
  }

  private void type(String field, String text) {
    WebElement input = browser.findElement(By.name(field));
    input.clear();
    input.sendKeys(text);
  }

  private WebElement waitFor(String selector) {
    return new WebDriverWait(browser, Duration.ofSeconds(20))
        .until(it -> it.findElement(By.cssSelector(selector)));
  }
}
