package dev.hoso.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What an accountant sees of a settlement file in a real browser, and that everybody can use it:
 * axe finds no violation. Skipped where no Chromium is installed.
 */
class SettlementBrowserTest {
  private final City city = TheCity.running();
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

  @ParameterizedTest
  @CsvSource({"vi, 'Cổng có, hệ thống không có'", "en, 'Settled there, not known here'"})
  void theReportIsAPageThatEverybodyCanUse(String language, String missing) {
    String reference = "NOBODY" + City.newReference();
    String path = "/payments/reconciliations/standard/2026-11-23-" + reference;
    JsonNode upload =
        City.ok(city.post("/payments/settlements/standard/2026-11-23-" + reference, "{}"));
    city.send(
        HttpRequest.newBuilder(URI.create(upload.path("url").asText()))
            .PUT(
                HttpRequest.BodyPublishers.ofString(
                    "reference,amount,currency,transactionId,kind,at,fee\n"
                        + reference
                        + ",8000,VND,T1,payment,2026-11-23T14:30:05+07:00,100\nbroken\n")));
    await().until(() -> city.get(path).statusCode() == 200);

    browser.driver().get(city.address() + path + "?lang=" + language);

    browser.reads(missing);
    assertThat(browser.text()).contains(reference, "8");
    browser.fitsTheScreen();
    assertThat(new AxeBuilder().analyze(browser.driver()).getViolations())
        .extracting(Rule::getId, Rule::getNodes)
        .isEmpty();
  }
}
