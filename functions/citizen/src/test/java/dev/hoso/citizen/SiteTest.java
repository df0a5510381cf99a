package dev.hoso.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hoso.core.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What all pages have in common, and what stands around them. */
class SiteTest {
  @Test
  void theFrontPageLeadsToBothThings() {
    Html page = Api.get("/").send().html();

    assertThat(page.values("form", "action")).containsExactly("/lookup", "/verify");
    assertThat(page.main()).contains("Tra cứu hồ sơ", "Kiểm tra kết quả");
    assertThat(page.faults()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/lookup", "/verify", "/lookup/H26.15-261123-0001?sent=1"})
  void everyPageNamesTheCityAndCanBeReadInBothLanguages(String address) {
    String mark = address.contains("?") ? "&" : "?";
    Api.Answer vi = Api.get(address).send();
    Api.Answer en = Api.get(address + mark + "lang=en").send();

    assertThat(Html.text(vi.html().one("header"))).contains("Thành phố Hà Nội", "English");
    assertThat(Html.text(en.html().one("header"))).contains("Hanoi City", "Tiếng Việt");
    assertThat(en.body()).contains("<html lang=\"en\">").doesNotContain("Tra cứu", "Kiểm tra");
    String path = address.replaceFirst("\\?.*", "");
    String state = address.contains("?") ? "&sent=1" : "";
    assertThat(vi.html().values("a", "href")).contains(path + "?lang=en" + state);
    assertThat(en.html().values("a", "href")).contains(path + "?lang=vi" + state);
  }

  @Test
  void theLanguageIsTheBrowsersWhereTheAddressSaysNone() {
    assertThat(Api.get("/").header("accept-language", "en-GB,en;q=0.9").send().body())
        .contains("<html lang=\"en\">");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/lookup", "/lookup/H26.15-261123-0001"})
  void pagesRunNothingLoadNothingAndAreKeptNowhere(String address) {
    Api.Answer page = Api.get(address).send();

    assertThat(page.html().values("*", "src")).isEmpty();
    assertThat(page.html().values("*", "style")).isEmpty();
    assertThat(page.header("Cache-Control")).isEqualTo("no-store");
    assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(page.header("Content-Security-Policy")).doesNotContain("script-src");
    assertThat(page.html().values("a", "href"))
        .allMatch(to -> to.startsWith("/") || to.equals("#main"));
  }

  @Test
  void theStyleOnThePageIsTheOneThatThePolicyAllows() {
    Api.Answer page = Api.get("/").send();

    String style = page.body().replaceFirst("(?s).*<style>", "").replaceFirst("(?s)</style>.*", "");
    byte[] digest = HexFormat.of().parseHex(Sha256.hex(style.getBytes(StandardCharsets.UTF_8)));
    assertThat(page.header("Content-Security-Policy"))
        .contains("style-src 'sha256-" + Base64.getEncoder().encodeToString(digest) + "'");
  }

  @Test
  void theScriptIsKeptForGoodUnderItsContentsAddress() {
    Api.Answer script = Api.get(Asset.VERIFY.address()).send();

    assertThat(script.status()).isEqualTo(200);
    assertThat(script.body()).contains("crypto.subtle.digest");
    assertThat(script.header("Content-Type")).startsWith("text/javascript");
    assertThat(script.header("Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
    assertThat(script.header("X-Content-Type-Options")).isEqualTo("nosniff");
  }

  @Test
  void elsewhereItIsAskedForAnewAndNotSentTwice() {
    Api.Answer first = Api.get("/assets/verify.js").send();
    Api.Answer again =
        Api.get("/assets/verify.js").header("if-none-match", first.header("ETag")).send();

    assertThat(first.header("Cache-Control")).isEqualTo("no-cache");
    assertThat(again.status()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/assets/style.css", "/assets/Asset.class", "/assets/..%2Fverify.js"})
  void noOtherFileIsHandedOut(String address) {
    assertThat(Api.get(address).send().status()).isEqualTo(404);
  }

  @Test
  void anErrorIsAPageForPeopleAndAProblemForPrograms() {
    Api.Answer page = Api.get("/assets/nothing?lang=en").send();
    Api.Answer problem = Api.json("/nothing/here").send();

    assertThat(page.status()).isEqualTo(404);
    assertThat(page.read()).contains("There is no such page");
    assertThat(page.html().faults()).isEmpty();
    assertThat(page.html().values("a", "href")).contains("/assets/nothing?lang=vi");
    assertThat(problem.status()).isEqualTo(404);
    assertThat(problem.header("Content-Type")).startsWith("application/problem+json");
  }

  @Test
  void aFailureHereIsAPageThatGivesNothingAway() {
    Given dossier = Given.dossier(4).kept();

    Api.Answer page =
        Api.get(dossier.address() + "?lang=en").cookie(dossier.cookie()).send(Api.function("None"));

    assertThat(page.status()).isEqualTo(500);
    assertThat(page.read()).contains("Something went wrong here").doesNotContain("Dynamo");
    assertThat(page.header("Cache-Control")).isEqualTo("no-store");
  }

  @Test
  void anAddressThatIsSomebodysJokeLeadsNowhereElse() {
    Api.Answer page = Api.get("//evil.example/x").send();

    assertThat(page.html().values("a", "href")).noneMatch(to -> to.startsWith("//"));
  }
}
