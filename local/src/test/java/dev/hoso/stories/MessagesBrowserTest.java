package dev.hoso.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import com.fasterxml.jackson.databind.JsonNode;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What an officer sees of a dossier's messages, and everybody of how fast they are, in a real
 * browser on a small screen. Skipped where no Chromium is installed.
 */
class MessagesBrowserTest {
  private static final int PHONE = 360;
  private final City city = TheCity.running();
  private final String code = City.newCode();
  private final String phone = City.newPhone();
  private Browser browser;

  @BeforeEach
  void register() {
    browser = Browser.open(PHONE);
    city.register(code, phone, "vi", 2);
    city.dossierWhen(code, it -> it.at("/messages/0/status").asText().equals("sent"));
  }

  @AfterEach
  void close() {
    if (browser != null) {
      browser.close();
    }
  }

  @Test
  void anOfficerSeesEveryMessageAndSendsOneAgain() {
    open("/dossiers/" + code + "/messages?lang=vi");
    browser.reads("Nhà mạng đã nhận");
    isAccessible();
    fitsTheScreen();
    assertThat(browser.text()).doesNotContain(phone.substring(3));

    browser.find("summary").click();
    browser.find("input[name=reason]").sendKeys("Người nộp chưa nhận được");
    isAccessible();
    browser.find("input[name=reason]").submit();

    browser.reads("tin sẽ được gửi lại");
    browser.reads("again 1");
    isAccessible();
    fitsTheScreen();
    city.dossierWhen(
        code,
        it ->
            it.path("messages").findValuesAsText("fact").stream()
                .anyMatch(fact -> fact.endsWith(" again 1")));
  }

  @Test
  void everybodySeesHowFastMessagesAre() {
    Awaitility.await()
        .untilAsserted(() -> assertThat(days().findValuesAsText("channel")).contains("sms"));

    open("/messages?lang=en");
    browser.reads("Text messages");
    isAccessible();
    fitsTheScreen();
    open("/messages?lang=vi");
    browser.reads("Gửi trong 10 giây");
    isAccessible();
    fitsTheScreen();
  }

  private JsonNode days() {
    return City.ok(city.get("/messages")).path("days");
  }

  private void open(String path) {
    browser.driver().get(city.address() + path);
  }

  /** Without what a scroll bar takes away: a browser's own width includes it. */
  private void fitsTheScreen() {
    Object over =
        browser
            .driver()
            .executeScript(
                "const page = document.documentElement; return page.scrollWidth - page.clientWidth");
    assertThat(over).as("pixels beyond the screen").isEqualTo(0L);
  }

  private void isAccessible() {
    assertThat(new AxeBuilder().analyze(browser.driver()).getViolations())
        .as(browser.driver().getCurrentUrl())
        .extracting(Rule::getId, Rule::getNodes)
        .isEmpty();
  }
}
