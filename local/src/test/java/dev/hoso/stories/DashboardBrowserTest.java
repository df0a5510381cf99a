package dev.hoso.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/**
 * The dashboard from a cheap phone to a screen on the wall, in a real browser. Skipped where no
 * Chromium is installed.
 */
class DashboardBrowserTest {
  private static final int PHONE = 360;
  private static final int WALL = 1920;

  /** No other story has dossiers there. */
  private static final String UNIT = "HN-SVHTT";

  private final City city = TheCity.running();
  private final String code = City.newCode();
  private Browser browser;

  @BeforeEach
  void anOverdueDossier() {
    register(code);
  }

  @AfterEach
  void close() {
    if (browser != null) {
      browser.close();
    }
  }

  @Test
  void itAndTheListsBehindItFitAPhoneInBothLanguages() {
    browser = Browser.open(PHONE);
    for (String page :
        List.of(
            "/dashboard?lang=vi",
            "/dashboard?lang=en",
            "/dashboard?lang=vi&unit=" + UNIT,
            "/dashboard/units?lang=en",
            "/dashboard/counts?of=received&lang=vi",
            "/dashboard/overdue?lang=en&unit=" + UNIT)) {
      browser.driver().get(city.address() + page);
      browser.find("h1");
      isAccessible();
      browser.fitsTheScreen();
    }
  }

  @Test
  void itsChartsFitAPhone() {
    browser = Browser.open(PHONE);
    browser.driver().get(city.address() + "/dashboard?unit=" + UNIT);

    assertThat(browser.find("canvas").getSize().width).isBetween(PHONE / 2, PHONE);
    assertThat(browser.find("details").getDomAttribute("open")).isNull();
  }

  @Test
  void onTheWallItStaysFreshAndLeavesTheFocusWhereItIs() {
    browser = Browser.open(WALL);
    browser.driver().get(city.address() + "/dashboard?lang=en&unit=" + UNIT);
    browser.find("canvas[role=img]");
    isAccessible();
    browser.fitsTheScreen();
    browser.driver().executeScript("document.querySelector('a[href*=\"/overdue?\"]').focus()");
    WebElement focused = browser.driver().switchTo().activeElement();
    int before = overdue();

    register(City.newCode());

    // As when somebody comes back to the page, which else is renewed every half minute.
    browser.driver().executeScript("document.dispatchEvent(new Event('visibilitychange'))");
    browser.reads("Overdue now\n" + (before + 1));
    assertThat(browser.driver().switchTo().activeElement()).isEqualTo(focused);
    assertThat(focused.getText()).contains("Overdue now");

    focused.click();
    browser.reads(code);
  }

  @Test
  void withoutScriptsItIsTables() {
    browser = Browser.open(PHONE);
    browser
        .driver()
        .executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", true));
    browser.driver().get(city.address() + "/dashboard?lang=vi&unit=" + UNIT);

    browser.reads("Đang quá hạn\n" + overdue());
    assertThat(browser.find("#trend-table").isDisplayed()).isTrue();
    assertThat(browser.driver().findElements(By.cssSelector("#trend-table tbody tr"))).hasSize(30);
    assertThat(browser.driver().findElements(By.tagName("canvas"))).isEmpty();
    browser.fitsTheScreen();
  }

  private void register(String dossier) {
    String registration =
        City.registration(City.newPhone(), "vi", 4)
            .replace("00004", UNIT)
            .replace("\"status\":4", "\"status\":4,\"dueAt\":\"2026-11-24T17:00:00+07:00\"");
    City.ok(city.put("/dossiers/" + dossier, registration));
    await("counted")
        .until(
            () -> city.get("/dashboard/overdue?unit=" + UNIT).body(), it -> it.contains(dossier));
  }

  private int overdue() {
    return City.ok(city.get("/indicators?unit=" + UNIT)).at("/open/overdue").asInt();
  }

  private void isAccessible() {
    assertThat(new AxeBuilder().analyze(browser.driver()).getViolations())
        .as(browser.driver().getCurrentUrl())
        .extracting(Rule::getId, Rule::getNodes)
        .isEmpty();
  }
}
