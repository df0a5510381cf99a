package dev.hoso.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.hoso.Patience;
import java.nio.file.Files;
import java.nio.file.Path;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Chromium with a phone's screen. A test that needs it is skipped where none is installed. */
final class Browser implements AutoCloseable {
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
  private final ChromeDriver driver;

  private Browser(ChromeDriver driver) {
    this.driver = driver;
  }

  /** Opens it, this many pixels wide. */
  static Browser open(int width) {
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
    ChromeDriver driver =
        new ChromeDriver(
            new ChromeDriverService.Builder().usingDriverExecutable(DRIVER.toFile()).build(),
            options);
    driver.manage().window().setSize(new Dimension(width, 915));
    return new Browser(driver);
  }

  ChromeDriver driver() {
    return driver;
  }

  /** Waits until this is there. */
  WebElement find(String selector) {
    return new WebDriverWait(driver, Patience.TIME)
        .until(it -> it.findElement(By.cssSelector(selector)));
  }

  /** Waits until the page says this. */
  void reads(String text) {
    new WebDriverWait(driver, Patience.TIME)
        // The page before may go away while it is read.
        .ignoring(StaleElementReferenceException.class)
        .until(it -> it.findElement(By.tagName("body")).getText().contains(text));
  }

  /** What a person reads. */
  String text() {
    return find("body").getText();
  }

  /** Nobody has to scroll sideways. */
  void fitsTheScreen() {
    // Without what a scroll bar takes away: a browser's own width includes it.
    Object over =
        driver.executeScript(
            "const page = document.documentElement; return page.scrollWidth - page.clientWidth");
    assertThat(over).as("pixels beyond the screen").isEqualTo(0L);
  }

  @Override
  public void close() {
    driver.quit();
  }
}
