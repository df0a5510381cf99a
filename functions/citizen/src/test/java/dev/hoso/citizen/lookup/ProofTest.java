package dev.hoso.citizen.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hoso.citizen.Api;
import dev.hoso.citizen.Given;
import dev.hoso.citizen.Html;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

/** What somebody sees of a dossier before they proved to be its applicant: nothing. */
class ProofTest {
  private final Given dossier =
      Given.dossier(8)
          .with("statusReason", "Có tranh chấp")
          .payment("P1", "pending", Map.of())
          .result(1, "issued", Map.of())
          .kept();

  @ParameterizedTest
  @ValueSource(strings = {"", "?sent=1", "?sent=1&wrong=1", "?over=1", "?limited=1", "?failed=1"})
  void aDossierLooksTheSameWhetherOrNotThereIsOne(String state) {
    String unknown = "H26.15-261123-9999";

    Api.Answer known = Api.get(dossier.address() + state).send();
    Api.Answer none = Api.get("/lookup/" + unknown + state).send();

    assertThat(known.status()).isEqualTo(none.status()).isEqualTo(200);
    assertThat(known.headers()).isEqualTo(none.headers());
    assertThat(known.body().replace(dossier.code, unknown)).isEqualTo(none.body());
  }

  @Test
  void nothingOfItIsSaid() {
    assertThat(Api.get(dossier.address()).send().body())
        .doesNotContain("Ánh", "912345678", "anh@", "khai sinh", "Dừng", "tranh chấp", "50.000")
        .doesNotContain("KQ1", "RECEIPT", "Birth");
  }

  @Test
  void theGrantOfAnotherDossierDoesNotOpenIt() {
    String others = Given.dossier(4).kept().cookie();
    dossier.cookie();

    assertClosed(Api.get(dossier.address()).cookie(others).send());
  }

  @Test
  void aGrantThatIsOverDoesNotOpenIt() {
    String cookie = dossier.cookie(Api.NOW);

    assertClosed(Api.get(dossier.address()).cookie(cookie).send());
  }

  @Test
  void onlyTheGrantOfTheLastCodeOpensIt() {
    String earlier = dossier.cookie();
    String later = dossier.cookie();

    assertClosed(Api.get(dossier.address()).cookie(earlier).send());
    assertThat(Api.get(dossier.address()).cookie("a=b", later).send().read()).contains("Ánh");
  }

  @ParameterizedTest
  @ValueSource(strings = {"hoso-grant=", "hoso-grant", "hoso-grant=null", "other=1"})
  void aMadeUpCookieDoesNotOpenIt(String cookie) {
    assertClosed(Api.get(dossier.address()).cookie(cookie).send());
  }

  @Test
  void aGrantOpensNothingWhereTheDossierIsNoLongerKept() {
    Given gone = Given.dossier(4);

    Api.Answer page = gone.seen("en");

    assertThat(page.status()).isEqualTo(404);
    assertThat(page.read()).contains("The dossier is no longer kept");
    assertThat(page.html().faults()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        ";                only the applicant can see this page;                  false",
        "sent=1;          A one-time code has been sent;                         true",
        "sent=1&wrong=1;  The one-time code is not right;                        true",
        "over=1;          The one-time code can no longer be used;               false",
        "limited=1;       Too many codes were asked for;                         false",
        "failed=1;        The one-time code could not be sent;                   false",
      })
  void everyStateSaysWhatHappenedAndWhatToDo(String state, String says, boolean entering) {
    Html page = page("en", state);

    assertThat(page.main()).contains(says);
    assertThat(page.values("form", "action"))
        .contains(dossier.address() + "/code")
        .matches(all -> all.contains(dossier.address() + "/entry") == entering);
    assertThat(page.faults()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        ";                chỉ chủ hồ sơ xem được trang này",
        "sent=1;          Mã xác nhận đã được gửi",
        "sent=1&wrong=1;  Mã xác nhận không đúng",
        "over=1;          Mã xác nhận không còn dùng được",
        "limited=1;       Đã yêu cầu mã quá nhiều lần",
        "failed=1;        Chưa gửi được mã xác nhận",
      })
  void inVietnameseToo(String state, String says) {
    assertThat(page("vi", state).main()).contains(says);
  }

  @Test
  void thePhoneOffersTheCodeThatCameAndItsNumberKeys() {
    Element entry = page("vi", "sent=1").id("entry");

    assertThat(entry.getAttribute("autocomplete")).isEqualTo("one-time-code");
    assertThat(entry.getAttribute("inputmode")).isEqualTo("numeric");
    assertThat(entry.getAttribute("name")).isEqualTo("entry");
  }

  @Test
  void aWrongCodeIsToldAtItsField() {
    Html page = page("en", "sent=1&wrong=1");

    Element entry = page.id("entry");
    assertThat(entry.getAttribute("aria-invalid")).isEqualTo("true");
    assertThat(entry.getAttribute("aria-describedby")).contains("entry-error");
    assertThat(Html.text(page.one("title"))).startsWith("Error: ");
  }

  @Test
  void theCodeGoesByTextMessageUnlessEmailIsChosen() {
    Html page = page("en", "");

    assertThat(page.values("input", "value")).containsExactly("en", "sms", "email");
    assertThat(
            page.all("input").stream()
                .filter(input -> input.hasAttribute("checked"))
                .map(input -> input.getAttribute("value")))
        .containsExactly("sms");
  }

  @Test
  void itsAddressIsWrittenInOneWay() {
    String typed = "/lookup/" + dossier.code.toLowerCase(Locale.ROOT) + "?lang=en";

    Api.Answer answer = Api.get(typed).send();

    assertThat(answer.status()).isEqualTo(303);
    assertThat(answer.header("Location")).isEqualTo(dossier.address() + "?lang=en");
  }

  private Html page(String language, String state) {
    String more = state == null || state.isEmpty() ? "" : "&" + state;
    return Api.get(dossier.address() + "?lang=" + language + more).send().html();
  }

  private void assertClosed(Api.Answer page) {
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.read()).contains("Gửi mã xác nhận");
    assertThat(page.body()).doesNotContain("Ánh", "khai sinh", "KQ1");
  }
}
