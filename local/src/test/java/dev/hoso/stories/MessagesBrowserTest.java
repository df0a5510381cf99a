package dev.hoso.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.support.ui.Select;

/**
 * What an officer sees of a dossier's messages, and everybody of how fast they are, in a real
 * browser on a small screen. Skipped where no Chromium is installed.
 */
class MessagesBrowserTest {
  private static final int PHONE = 360;
  private static final Pattern LINK = Pattern.compile("/stop/[A-Za-z0-9_-]+");
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
    browser.fitsTheScreen();
    assertThat(browser.text()).doesNotContain(phone.substring(3));

    browser.find("summary").click();
    browser.find("input[name=reason]").sendKeys("Người nộp chưa nhận được");
    isAccessible();
    browser.find("input[name=reason]").submit();

    browser.reads("tin sẽ được gửi lại");
    browser.reads("again 1");
    isAccessible();
    browser.fitsTheScreen();
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
    browser.fitsTheScreen();
    open("/messages?lang=vi");
    browser.reads("Gửi trong 10 giây");
    isAccessible();
    browser.fitsTheScreen();
  }

  @Test
  void anOperatorLooksAtAMessageAndTriesIt() {
    open("/messages/preview?lang=vi&template=fee-due&unit=00004");
    browser.reads("GSM-7");
    isAccessible();
    browser.fitsTheScreen();
    new Select(browser.find("select[name=channel]")).selectByValue("push");
    browser.find("select[name=channel]").submit();
    browser.reads("Cần nộp phí, lệ phí");
    isAccessible();
    browser.find("input[name=to]").sendKeys("0912 345 678");
    browser.find("input[name=to]").submit();
    browser.reads("platform endpoint");
    isAccessible();
    open("/messages/preview?lang=vi&template=fee-due&unit=00004");
    browser.find("input[name=to]").sendKeys("0912 345 678");
    browser.find("input[name=to]").submit();
    browser.reads("Đã gửi tin thử.");
    isAccessible();
  }

  @Test
  void whoFollowsTheLinkOfAnEmailReadsWhatToRefuse() {
    City.ok(city.post("/dossiers/" + code + "/status", "{\"status\": 7}"));
    String link =
        Awaitility.await()
            .atMost(Duration.ofSeconds(60))
            .until(this::stopLink, Optional::isPresent)
            .orElseThrow();
    for (String language : List.of("vi", "en")) {
      open(link + "?kind=progress&lang=" + language);
      browser.find("form");
      isAccessible();
      browser.fitsTheScreen();
    }
  }

  private Optional<String> stopLink() {
    return city.inboxOf(phone).stream()
        .map(it -> LINK.matcher(it.path("text").asText()))
        .filter(Matcher::find)
        .map(Matcher::group)
        .findFirst();
  }

  private JsonNode days() {
    return City.ok(city.get("/messages")).path("days");
  }

  private void open(String path) {
    browser.driver().get(city.address() + path);
  }

  private void isAccessible() {
    assertThat(new AxeBuilder().analyze(browser.driver()).getViolations())
        .as(browser.driver().getCurrentUrl())
        .extracting(Rule::getId, Rule::getNodes)
        .isEmpty();
  }
}
