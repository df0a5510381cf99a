package dev.hoso.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Monday morning: a unit with an overdue dossier gets its list, and the centre gets all. With a
 * runtime of its own, since the clock goes far ahead. The page is looked at where there is a
 * Chromium.
 */
class LateStoryTest {
  private static final int PHONE = 360;

  /** No other story has dossiers there. */
  private static final String UNIT = "HN-SQHKT";

  private final TheCity.Guarded own = TheCity.alone();
  private final City city = own.city();

  @AfterEach
  void close() {
    own.close();
  }

  @BeforeEach
  void anOverdueDossier() {
    String code = City.newCode();
    String registration =
        City.registration(City.newPhone(), "vi", 4)
            .replace("00004", UNIT)
            .replace("\"status\":4", "\"status\":4,\"dueAt\":\"2027-03-07T17:00:00+07:00\"");
    City.ok(city.put("/dossiers/" + code, registration));
    await("counted")
        .until(
            () ->
                City.ok(city.get("/indicators?from=2026-11-23&to=2026-11-23&unit=" + UNIT))
                    .at("/total/received")
                    .asInt(),
            it -> it == 1);
  }

  @Test
  void onMondayAtSevenTheUnitAndTheCentreHaveTheListAndItsPageOpensOnAPhone() {
    // The Mondays that are passed on the way are caught up with here, when nothing is late yet.
    city.setClock("2027-03-07T12:00:00+07:00");
    city.setClock("2027-03-08T06:00:00+07:00");
    assertThat(mails("hn-sqhkt@units.example")).isEmpty();
    city.setClock("2027-03-08T07:00:01+07:00");

    assertThat(mails("hn-sqhkt@units.example").getFirst().path("text").asText())
        .contains("1 hồ sơ quá hạn", "Lâu nhất: 1 ngày làm việc", "/late/2027-W10");
    assertThat(mails("hn-tthcc@units.example").getLast().path("subject").asText())
        .startsWith("Tuần 2027-W10");
    assertThat(City.ok(city.get("/late/2027-W10")).at("/units/0/unit").asText()).isEqualTo(UNIT);
    try (Browser browser = Browser.open(PHONE)) {
      for (String language : List.of("vi", "en")) {
        browser.driver().get(city.address() + "/late/2027-W10?form=page&lang=" + language);
        browser.reads("2027-W10");
        assertThat(new AxeBuilder().analyze(browser.driver()).getViolations())
            .extracting(Rule::getId, Rule::getNodes)
            .isEmpty();
      }
    }
  }

  private List<JsonNode> mails(String address) {
    JsonNode inbox =
        City.ok(city.send(city.request("/local/inbox").header("accept", "application/json").GET()));
    return StreamSupport.stream(inbox.path("messages").spliterator(), false)
        .filter(it -> address.equals(it.path("to").asText()))
        .toList();
  }
}
