package dev.hoso.citizen.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hoso.citizen.Api;
import dev.hoso.citizen.Html;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

/** The form that asks for a dossier's code. */
class LookupFormTest {
  @Test
  void itAsksForTheCodeAndShowsAnExample() {
    Api.Answer page = Api.get("/lookup").send();

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.read()).contains("Mã hồ sơ", "H26.15-261123-0042");
    assertThat(page.html().faults()).isEmpty();
    assertThat(page.html().id("code").hasAttribute("aria-invalid")).isFalse();
  }

  @Test
  void aCodeLeadsToItsPage() {
    Api.Answer answer = Api.get("/lookup?lang=en&code=%20h26.15-261123-0042%20").send();

    assertThat(answer.status()).isEqualTo(303);
    assertThat(answer.header("Location")).isEqualTo("/lookup/H26.15-261123-0042?lang=en");
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/lookup?lang=en&code=H26-1", "/lookup/H26-1?lang=en", "/lookup?code=&lang=en"})
  void whatIsNoCodeIsToldAtTheFieldWithTheRule(String address) {
    Api.Answer answer = Api.get(address).send();

    Html page = answer.html();
    Element code = page.id("code");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(code.getAttribute("aria-invalid")).isEqualTo("true");
    assertThat(code.getAttribute("aria-describedby")).isEqualTo("code-hint code-error");
    assertThat(Html.text(page.id("code-error")))
        .contains("an agency, the date received (year, month, day) and a number of 4 to 8 digits");
    assertThat(page.values("a", "href")).contains("#code");
    assertThat(page.faults()).isEmpty();
  }

  @Test
  void whatWasTypedIsKeptAndHarmless() {
    Api.Answer page = Api.get("/lookup?code=%22%3E%3Cscript%3Ealert(1)%3C/script%3E").send();

    assertThat(page.html().id("code").getAttribute("value"))
        .isEqualTo("\"><script>alert(1)</script>");
    assertThat(page.html().all("script")).isEmpty();
  }

  @Test
  void theOtherLanguageKeepsWhatWasTyped() {
    Html page = Api.get("/lookup?code=H26%261&lang=en").send().html();

    assertThat(page.values("a", "href")).contains("/lookup?lang=vi&code=H26%261");
  }
}
