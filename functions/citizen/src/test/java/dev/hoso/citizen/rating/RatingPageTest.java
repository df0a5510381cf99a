package dev.hoso.citizen.rating;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hoso.citizen.Api;
import dev.hoso.citizen.Given;
import dev.hoso.citizen.Html;
import dev.hoso.core.DossierCode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The page where an applicant says how it went, through the real function. */
class RatingPageTest {
  @Test
  void itAsksInALanguageAndNamesNobody() {
    Given dossier = Given.dossier(9).kept();
    Api.Answer vi = page(dossier, "lang=vi");
    Api.Answer en = page(dossier, "lang=en");

    assertThat(vi.read())
        .contains("Ông/bà có hài lòng không?", dossier.code, "Thủ tục đăng ký khai sinh")
        .contains("5 – Rất hài lòng", "1 – Rất không hài lòng", "Thái độ của cán bộ");
    assertThat(en.read()).contains("How did it go?", "Birth registration", "3 – Neither");
    assertThat(vi.body() + en.body()).doesNotContain("Ánh", "912345678", "anh@example");
    assertThat(vi.html().values("form", "action")).containsExactly(path(dossier));
    assertThat(vi.header("Cache-Control")).isEqualTo("no-store");
    assertThat(vi.header("Content-Security-Policy")).contains("form-action 'self'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"lang=vi", "lang=en&wrong=1", "saved=1", "failed=1"})
  void itIsWellMadeWhateverItSays(String query) {
    assertThat(page(rated(Given.dossier(9), "2026-11-25T08:00:00+07:00").kept(), query).html())
        .satisfies(html -> assertThat(html.faults()).isEmpty());
  }

  @Test
  void whatWasSaidBeforeIsChosenAndCanBeChangedForAWeek() {
    Given dossier = rated(Given.dossier(9), "2026-11-24T08:00:00+07:00").kept();

    Html page = page(dossier, "lang=en&saved=1").html();

    assertThat(page.main())
        .contains("Thank you for your answer", "Saved: 2 – Dissatisfied.")
        .contains("You can change it until 08:00, 1 Dec 2026");
    List<String> chosen =
        page.all("input").stream()
            .filter(input -> input.hasAttribute("checked"))
            .map(input -> input.getAttribute("value"))
            .toList();
    assertThat(chosen).containsExactly("2", "time");
    assertThat(page.id("text").getTextContent()).isEqualTo("Chờ <b>lâu</b>");
  }

  @Test
  void afterAWeekItOnlySaysWhatWasSaid() {
    Given dossier = rated(Given.dossier(9), "2026-11-18T11:59:59+07:00").kept();

    Api.Answer page = page(dossier, "lang=en");

    assertThat(page.read()).contains("Your answer was: 2 – Dissatisfied.", "no longer be changed");
    assertThat(page.html().all("form")).isEmpty();
    assertThat(page.body()).doesNotContain("Chờ");
  }

  @ParameterizedTest
  @CsvSource({"2, There is no result yet", "4, There is no result yet", "5, There is no result"})
  void beforeTheResultNothingIsAsked(int status, String says) {
    Api.Answer page = page(Given.dossier(status).kept(), "lang=en");

    assertThat(page.read()).contains(says);
    assertThat(page.html().all("form")).isEmpty();
  }

  @Test
  void aResultThatWentOutIsEnough() {
    Given dossier =
        Given.dossier(4).result(1, "issued", Map.of("issuedAt", "2026-11-24T10:00:00+07:00"));

    assertThat(page(dossier.kept(), "lang=en").html().all("form")).hasSize(1);
  }

  @Test
  void whoseDataWasErasedIsAskedNothing() {
    Given dossier = Given.dossier(9).with("erasedAt", "2026-11-24T10:00:00+07:00").kept();

    Api.Answer page = page(dossier, "lang=en");

    assertThat(page.read()).contains("was deleted as requested");
    assertThat(page.html().all("form")).isEmpty();
  }

  @Test
  void nothingOfADossierIsSaidAtAnAddressThatIsNotOurs() {
    Given dossier = Given.dossier(9).kept();
    Given other = Given.dossier(9).kept();
    String otherToken = Api.LINKS.token(new DossierCode(other.code));

    for (String address :
        List.of(
            "/rate/" + dossier.code + "/" + otherToken,
            "/rate/" + dossier.code + "/AAAA",
            "/rate/no-code/" + otherToken)) {
      Api.Answer page = Api.get(address).send();
      assertThat(page.status()).as(address).isEqualTo(404);
      assertThat(page.body()).doesNotContain("khai sinh");
    }
  }

  @Test
  void whoIsReachedBySmsAloneFindsItOnTheDossiersPage() {
    Given done = Given.dossier(9).kept();

    assertThat(done.seen("vi").html().values("a", "href")).contains(path(done) + "?lang=vi");
    assertThat(Given.dossier(4).kept().seen("vi").body()).doesNotContain("/rate/");
  }

  private static Given rated(Given dossier, String at) {
    return dossier
        .with("rating", 2)
        .with("ratedAt", at)
        .with("ratedFirstAt", at)
        .with("ratingAbout", "time")
        .with("ratingText", "Chờ <b>lâu</b>")
        .with("ratingState", "waiting");
  }

  private static Api.Answer page(Given dossier, String query) {
    return Api.get(path(dossier) + "?" + query).send();
  }

  private static String path(Given dossier) {
    return "/rate/" + dossier.code + "/" + Api.LINKS.token(new DossierCode(dossier.code));
  }
}
