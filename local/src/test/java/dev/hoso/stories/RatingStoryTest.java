package dev.hoso.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** How it went: from the e-mail about a result to the unit, the figures and whoever moderates. */
class RatingStoryTest {
  private static final int PHONE = 360;
  private static final Pattern LINK = Pattern.compile("https?://[^/]+(/rate/[^\\s\"?]+)");

  private final City city = TheCity.running();
  private final String code = City.newCode();
  private final String phone = City.newPhone();

  @Test
  void aLowRatingReachesTheUnitAndAChangedOneMovesTheFigures() {
    String page = link();
    Map<String, Long> before = figures();

    assertThat(rate(page, "rating=2&about=time&text=Ch%E1%BB%9D+l%C3%A2u")).contains("saved=1");

    await()
        .untilAsserted(
            () -> {
              TheCity.invoke("IndicatorsLowRatings", "{}");
              assertThat(letters()).hasSize(1);
            });
    assertThat(letters().getFirst())
        .contains("đánh giá 2/5", "thời gian giải quyết", "Chờ lâu", "Phường Ba Đình");
    figuresBecome(before, 1, 2);

    assertThat(rate(page, "rating=4&text=%C4%90%C3%A3+xong")).contains("saved=1");
    figuresBecome(before, 1, 4);
    TheCity.invoke("IndicatorsLowRatings", "{}");
    assertThat(letters()).hasSize(1);
  }

  @Test
  void wordsAreSeenByNobodyElseBeforeSomebodyReadThem() {
    String page = link();
    rate(page, "rating=5&text=R%E1%BA%A5t+nhanh");

    JsonNode waiting = found("waiting");
    assertThat(waiting.path("text").asText()).isEqualTo("Rất nhanh");
    String decision =
        "{\"decision\":\"approve\",\"by\":\"Biên tập viên\",\"ratedAt\":\"%s\"}"
            .formatted(waiting.path("ratedAt").asText());
    City.ok(city.post("/ratings/" + code + "/moderation", decision));

    assertThat(found("approved").path("moderatedBy").asText()).isEqualTo("Biên tập viên");
    rate(page, "rating=5&text=H%C6%A1i+ch%E1%BA%ADm");
    assertThat(city.post("/ratings/" + code + "/moderation", decision).statusCode()).isEqualTo(409);
    assertThat(found("waiting").path("text").asText()).isEqualTo("Hơi chậm");
  }

  @Test
  void thePageWorksOnAPhoneWithoutAMouseInBothLanguages() {
    String page = link();
    try (Browser browser = Browser.open(PHONE)) {
      for (String language : List.of("vi", "en")) {
        browser.driver().get(city.address() + page + "?lang=" + language);
        browser.reads(code);
        browser.fitsTheScreen();
        assertThat(violations(browser)).isEmpty();
      }
      browser.find("#rating-4").click();
      browser.find("#text").sendKeys("Fine");
      browser.find("main button").submit();
      browser.reads("Thank you for your answer");
      browser.fitsTheScreen();
      assertThat(violations(browser)).isEmpty();
      assertThat(browser.driver().findElement(By.id("rating-4")).isSelected()).isTrue();
    }
  }

  private static List<String> violations(Browser browser) {
    return new AxeBuilder()
        .analyze(browser.driver()).getViolations().stream().map(Rule::getId).toList();
  }

  /** The page that the e-mail about the result leads to. */
  private String link() {
    String reference = City.newReference();
    city.register(code, phone, "vi", 4);
    city.ask(code, reference);
    city.confirm(City.VNPAY.paid(reference, 8000, "2481" + reference.substring(2)));
    City.ok(city.post("/dossiers/" + code + "/results", Papers.FIELDS));
    return await()
        .until(
            () ->
                city.inboxOf(phone).stream()
                    .map(mail -> LINK.matcher(mail.path("text").asText()))
                    .filter(Matcher::find)
                    .map(link -> link.group(1))
                    .findFirst()
                    .orElse(""),
            it -> !it.isEmpty());
  }

  private String rate(String page, String form) {
    HttpResponse<String> answer =
        city.send(
            city.request(URI.create(page).getPath())
                .header("content-type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    assertThat(answer.statusCode()).isEqualTo(303);
    return answer.headers().firstValue("location").orElseThrow();
  }

  private List<String> letters() {
    JsonNode inbox =
        City.ok(city.send(city.request("/local/inbox").header("accept", "application/json").GET()));
    return StreamSupport.stream(inbox.path("messages").spliterator(), false)
        .filter(it -> it.path("to").asText().equals("00004@units.example"))
        .filter(it -> it.path("subject").asText().contains(code))
        .map(it -> it.path("subject").asText() + "\n" + it.path("text").asText())
        .toList();
  }

  private Map<String, Long> figures() {
    JsonNode total = City.ok(city.get("/indicators?unit=00004")).path("total");
    return Map.of(
        "rated", total.path("rated").asLong(), "ratedSum", total.path("ratedSum").asLong());
  }

  private void figuresBecome(Map<String, Long> before, long rated, long sum) {
    await()
        .until(
            this::figures,
            it ->
                it.get("rated") == before.get("rated") + rated
                    && it.get("ratedSum") == before.get("ratedSum") + sum);
  }

  private JsonNode found(String state) {
    return await()
        .until(
            () ->
                StreamSupport.stream(
                        City.ok(city.get("/ratings?state=" + state)).path("ratings").spliterator(),
                        false)
                    .filter(it -> it.path("dossier").asText().equals(code))
                    .findFirst(),
            Optional::isPresent)
        .orElseThrow();
  }
}
