package dev.hoso.citizen.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hoso.citizen.Api;
import dev.hoso.citizen.Asset;
import dev.hoso.citizen.Html;
import dev.hoso.core.ResultId;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Verifying as a person does. */
class VerifyPageTest {
  private static final String HASH = "ab".repeat(32);

  @Test
  void aGenuineResultSaysWhoIssuedItAndWhen() {
    Sealed result = Sealed.result("issued").inDossier(1, "issued", Map.of()).kept();

    Api.Answer page = Api.get(result.address()).send();

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.read())
        .startsWith("Kết quả " + result.number + " Có hiệu lực Kết quả này có thật")
        .contains("Cơ quan cấp Sở Tư pháp Cấp lúc 10:00 24/11/2026")
        .contains("Mã kiểm tra " + result.id.text(), "SHA-256 " + result.sha256);
    assertThat(page.html().faults()).isEmpty();
  }

  @Test
  void itSpeaksEnglishToWhoAsks() {
    Sealed result = Sealed.result("issued").keptAlone();

    assertThat(Api.get(result.address() + "?lang=en").send().read())
        .contains("Valid This result is genuine", "Issued by Department of Justice");
  }

  @Test
  void aSupersededOneSaysSinceWhenAndByWhich() {
    Sealed result = Sealed.result("issued");
    result
        .inDossier(1, "superseded", Map.of("supersededBy", result.dossier.number(2)))
        .inDossier(2, "issued", Map.of("issuedAt", "2026-11-25T10:00:00+07:00"))
        .kept();

    assertThat(Api.get(result.address() + "?lang=en").send().read())
        .contains("Superseded, no longer valid")
        .contains("superseded on 10:00, 25 Nov 2026 by " + result.dossier.number(2));
  }

  @Test
  void aRevokedOneSaysSinceWhenAndNotWhy() {
    Sealed result =
        Sealed.result("revoked")
            .with("revokedAt", "2026-11-25T10:00:00+07:00")
            .with("revocationReason", "Sai tên Trần Văn Bình")
            .inDossier(1, "issued", Map.of())
            .kept();

    Api.Answer page = Api.get(result.address() + "?lang=en").send();

    assertThat(page.read())
        .contains("Revoked, no longer valid", "revoked it on 10:00, 25 Nov 2026");
    assertThat(page.body()).doesNotContain("Sai tên");
  }

  @Test
  void nothingPersonalIsOnThePage() {
    Sealed result = Sealed.result("issued").inDossier(1, "issued", Map.of()).kept();

    assertThat(Api.get(result.address()).send().body())
        .doesNotContain("Bình", "Ánh", "khai sinh", "912345678", "anh@");
  }

  @ParameterizedTest
  @ValueSource(strings = {"received", "sealed", "refused"})
  void whatWasNotIssuedIsUnknown(String status) {
    Sealed result = Sealed.result(status).keptAlone();

    Api.Answer page = Api.get(result.address() + "?lang=en").send();

    assertThat(page.status()).isEqualTo(404);
    assertThat(page.read()).contains("There is no such result").doesNotContain(result.number);
  }

  @Test
  void anUnknownIdSaysWhatToCheck() {
    Api.Answer page = Api.get("/verify/" + ResultId.random() + "?lang=en").send();

    assertThat(page.status()).isEqualTo(404);
    assertThat(page.read()).contains("compare it with the one under the QR code", "forgery");
    assertThat(page.html().faults()).isEmpty();
  }

  @Test
  void aMistypedIdSaysSoAtItsField() {
    Api.Answer answer = Api.get("/verify/ABCD-EFGH-JKMN-PQRS-0?lang=en").send();

    Html page = answer.html();
    assertThat(answer.status()).isEqualTo(400);
    assertThat(page.main()).contains("its last character, which checks the others, does not fit");
    assertThat(page.id("id").getAttribute("value")).isEqualTo("ABCD-EFGH-JKMN-PQRS-0");
    assertThat(page.id("id").getAttribute("aria-describedby")).contains("id-error");
    assertThat(page.values("a", "href")).contains("/verify?lang=vi&id=ABCD-EFGH-JKMN-PQRS-0");
    assertThat(page.faults()).isEmpty();
  }

  @Test
  void anIdThatWasTypedLeadsToItsPage() {
    ResultId id = ResultId.random();
    String typed = id.text().toLowerCase(Locale.ROOT).replace("-", "%20");

    Api.Answer answer = Api.get("/verify?lang=en&id=" + typed).send();

    assertThat(answer.status()).isEqualTo(303);
    assertThat(answer.header("Location")).isEqualTo("/verify/" + id.text() + "?lang=en");
  }

  @Test
  void whatWasTypedIsHarmless() {
    Api.Answer page = Api.get("/verify?id=%22%3E%3Cimg%20src=x%20onerror=alert(1)%3E").send();

    assertThat(page.status()).isEqualTo(400);
    assertThat(page.html().all("img")).isEmpty();
  }

  @Test
  void theHashOfAFileLeadsToItsResultAndSaysThatTheFileIsIt() {
    Sealed result = Sealed.result("issued").keptAlone();

    Api.Answer found =
        Api.get("/verify?lang=en&sha256=" + result.sha256.toUpperCase(Locale.ROOT)).send();

    assertThat(found.status()).isEqualTo(303);
    assertThat(found.header("Location"))
        .isEqualTo(result.address() + "?lang=en&sha256=" + result.sha256);
    assertThat(Api.get(found.header("Location")).send().read()).contains("This is the file");
  }

  @Test
  void theHashOfAnotherFileSaysThatItIsNotThisResult() {
    Sealed result = Sealed.result("issued").keptAlone();

    assertThat(Api.get(result.address() + "?lang=en&sha256=" + HASH).send().read())
        .contains("This is not the file");
  }

  @Test
  void aFileThatWasNeverIssuedSaysSo() {
    Api.Answer page = Api.get("/verify?lang=en&sha256=" + HASH).send();

    assertThat(page.status()).isEqualTo(404);
    assertThat(page.read()).contains("This file is no result that was issued");
    assertThat(page.html().faults()).isEmpty();
  }

  @Test
  void whatIsNoHashSaysSo() {
    Api.Answer page = Api.get("/verify?lang=en&sha256=12").send();

    assertThat(page.status()).isEqualTo(400);
    assertThat(page.read()).contains("The SHA-256 is not right");
    assertThat(page.html().faults()).isEmpty();
  }

  @Test
  void ofTwoResultsWithOneDocumentTheOneThatIsGoodIsShown() {
    Sealed revoked = Sealed.result("revoked").with("sha256", HASH.replace('a', 'c')).keptAlone();
    Sealed good = Sealed.result("issued").with("sha256", HASH.replace('a', 'c')).keptAlone();

    String to = Api.get("/verify?sha256=" + HASH.replace('a', 'c')).send().header("Location");

    assertThat(to).startsWith(good.address()).doesNotStartWith(revoked.address());
  }

  @Test
  void thePageSaysThatTheFileStaysHereAndHowToCompareByHand() {
    Api.Answer page = Api.get("/verify?lang=en").send();

    assertThat(page.read())
        .contains("The file is not sent anywhere", "sha256sum ketqua.pdf", "certutil")
        .contains("only its SHA-256 becomes a part of the next page's address");
    assertThat(page.html().id("check").hasAttribute("hidden")).isTrue();
    assertThat(page.html().id("by-hand").hasAttribute("open")).isTrue();
    assertThat(page.html().faults()).isEmpty();
  }

  @Test
  void onlyOurScriptRunsAndItCanSendNothing() {
    Api.Answer page = Api.get("/verify").send();

    assertThat(page.html().values("script", "src")).containsExactly(Asset.VERIFY.address());
    assertThat(page.header("Content-Security-Policy"))
        .startsWith("default-src 'none';")
        .contains("script-src 'self'; connect-src 'none'; form-action 'self'");
    assertThat(page.header("Cache-Control")).isEqualTo("no-store");
  }
}
