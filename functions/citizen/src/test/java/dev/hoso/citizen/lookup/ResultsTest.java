package dev.hoso.citizen.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hoso.citizen.Api;
import dev.hoso.citizen.Given;
import dev.hoso.citizen.Html;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the page says of electronic results. */
class ResultsTest {
  private static final Map<String, String> ISSUED =
      Map.of("issuedAt", "2026-11-24T09:15:00+07:00", "result", "0123456789ABCDEFT");

  @Test
  void anIssuedResultIsTheNextStepAndCanBeFetchedAndVerified() {
    Given dossier = Given.dossier(9).result(1, "issued", ISSUED).kept();
    Api.Answer page = dossier.seen("vi");

    assertThat(page.read())
        .contains("Kết quả đã có. Xin tải về và giữ lại tệp. Tải kết quả KQ1 (PDF)")
        .contains("Giấy khai sinh " + dossier.number(1) + " Có hiệu lực. Phát hành lúc 09:15");
    assertThat(page.html().values("a", "href"))
        .contains(
            dossier.address() + "/results/" + dossier.number(1) + "?lang=vi",
            "/verify/0123456789ABCDEFT?lang=vi");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "fee;       issued by itself as soon as the fee is paid",
        "documents; waits for the papers that are missing",
        "dossier;   waits until the dossier goes on",
      })
  void aResultThatWaitsSaysForWhatAndCannotBeFetched(String waitsFor, String says) {
    Api.Answer page =
        Given.dossier(6).result(1, "sealed", Map.of("waitsFor", waitsFor)).kept().seen("en");

    assertThat(page.read()).contains("Not issued yet.", says);
    assertThat(page.html().values("a", "href"))
        .noneMatch(address -> address.contains("/results/") || address.startsWith("/verify/"));
  }

  @Test
  void aSupersededOneNamesItsSuccessorAndCanStillBeFetched() {
    Given dossier = Given.dossier(9);
    dossier
        .result(1, "superseded", Map.of("supersededBy", dossier.number(2)))
        .result(2, "issued", Map.of("replaces", dossier.number(1)))
        .kept();
    Api.Answer page = dossier.seen("en");

    assertThat(page.read())
        .contains("Superseded by " + dossier.number(2), "Replaces " + dossier.number(1));
    assertThat(fetches(page))
        .contains(dossier.address() + "/results/" + dossier.number(1) + "?lang=en");
    assertThat(page.read()).containsOnlyOnce("Please download and keep the file");
  }

  @Test
  void aRevokedOneSaysWhenAndWhyAndCannotBeFetched() {
    Api.Answer page =
        Given.dossier(9)
            .result(
                1,
                "revoked",
                Map.of("revokedAt", "2026-11-25T10:00:00+07:00", "revocationReason", "Sai họ tên"))
            .kept()
            .seen("vi");

    assertThat(page.read()).contains("Đã bị thu hồi lúc 10:00 25/11/2026 Lý do: Sai họ tên");
    assertThat(fetches(page)).isEmpty();
  }

  @Test
  void aDocumentThatRetentionDeletedCanBeVerifiedAndNotFetched() {
    Api.Answer page =
        Given.dossier(10)
            .result(1, "issued", Map.of("documentDeletedAt", "2026-11-25T10:00:00+07:00"))
            .kept()
            .seen("vi");

    assertThat(page.read()).contains("Bản điện tử đã được xoá ngày 25/11/2026; kết quả vẫn");
    assertThat(fetches(page)).isEmpty();
    assertThat(page.html().values("a", "href")).anyMatch(to -> to.startsWith("/verify/"));
  }

  @Test
  void whatWasFetchedIsNoTaskAndCanBeFetchedAgain() {
    Api.Answer page =
        Given.dossier(9)
            .result(1, "issued", Map.of("handedOutAt", "2026-11-25T10:00:00+07:00"))
            .kept()
            .seen("en");

    assertThat(page.read()).contains("Nothing any more", "First downloaded 10:00, 25 Nov 2026");
    assertThat(fetches(page)).hasSize(1);
  }

  @Test
  void whatWasRefusedIsNotTheCitizensBusiness() {
    Api.Answer page = Given.dossier(4).result(1, "refused", Map.of()).kept().seen("vi");

    assertThat(page.body()).doesNotContain("KQ1");
  }

  @Test
  void theyAreInTheOrderOfTheirNumbers() {
    Given dossier = Given.dossier(9);
    List.of(10, 2, 1).forEach(ordinal -> dossier.result(ordinal, "issued", Map.of()));

    assertThat(dossier.kept().seen("vi").html().all("h3").stream().map(Html::text)).hasSize(3);
    assertThat(dossier.seen("vi").read())
        .containsSubsequence("KQ1 Có hiệu lực", "KQ2 Có hiệu lực", "KQ10 Có hiệu lực");
  }

  private static List<String> fetches(Api.Answer page) {
    return page.html().values("a", "href").stream()
        .filter(address -> address.contains("/results/"))
        .distinct()
        .toList();
  }
}
