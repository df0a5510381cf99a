package dev.hoso.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Objectives: one measures itself, many come from a table, and people look at all of them. */
class ObjectivesStoryTest {
  private static final int PHONE = 360;
  private static final Path TABLE =
      TheCity.TEMPLATE.resolveSibling("docs").resolve("examples").resolve("objectives.csv");

  /** No other story has dossiers there. */
  private static final String UNIT = "HN-SVHTT";

  private final City city = TheCity.running();

  @Test
  void anObjectiveThatIsLinkedToAnIndicatorBecomesDoneByItself() {
    String code = City.newCode();
    String objective =
        """
        {"kind":"keyResult","title":{"vi":"Giải quyết đúng hạn","en":"Decide on time"},"unit":"%s","role":"Giám đốc",
         "from":"2026-01-01","due":"2031-12-31","target":0.95,"indicator":{"indicator":"onTime","unit":"%s"}}"""
            .formatted(UNIT, UNIT);
    City.ok(city.put("/objectives/on-time", objective));
    assertThat(shown().path("state").asText()).isNotEqualTo("done");

    String registration = City.registration(City.newPhone(), "vi", 4).replace("00004", UNIT);
    City.ok(
        city.put(
            "/dossiers/" + code,
            registration.replace(
                "\"status\":4", "\"status\":4,\"dueAt\":\"2031-12-01T17:00:00+07:00\"")));
    City.ok(city.post("/dossiers/" + code + "/status", "{\"status\":9}"));

    await().until(this::shown, it -> it.path("state").asText().equals("done"));
    assertThat(shown().path("value").asDouble()).isEqualTo(1);
  }

  @Test
  void theCitysTasksComeAsATableAndAreReadOnAPhoneInBothLanguages() throws IOException {
    JsonNode entered =
        City.ok(
            city.send(
                city.request("/objectives")
                    .header("content-type", "text/csv")
                    .PUT(BodyPublishers.ofString(Files.readString(TABLE)))));
    assertThat(entered.path("entered").asInt()).isEqualTo(187);
    String report = "{\"by\":\"Chánh Văn phòng\",\"value\":100}";
    assertThat(City.ok(city.post("/objectives/NV-001/reports", report)).path("state").asText())
        .isEqualTo("done");

    try (Browser browser = Browser.open(PHONE)) {
      for (String language : List.of("vi", "en")) {
        browser.driver().get(city.address() + "/objectives?state=late&lang=" + language);
        browser.reads(language.equals("vi") ? "Quá hạn" : "Late");
        browser.fitsTheScreen();
        assertThat(new AxeBuilder().analyze(browser.driver()).getViolations())
            .extracting(Rule::getId, Rule::getNodes)
            .isEmpty();
      }
      browser.find("#state option[value=done]").click();
      browser.find("form button").click();
      browser.reads("Task 001 (synthetic)");
    }
  }

  private JsonNode shown() {
    return City.ok(city.get("/objectives/on-time"));
  }
}
