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
import org.junit.jupiter.params.provider.ValueSource;

/** A dossier as its applicant sees it, through the real function. */
class DossierPageTest {
  @Test
  void itSaysWhereTheDossierIsWhoHasItAndWhenItIsPromised() {
    Api.Answer page =
        Given.dossier(4)
            .with("responsible", Map.of("unit", "HN-STP", "role", "Chuyên viên"))
            .with("dueAt", "2026-11-27T23:59:59+07:00")
            .kept()
            .seen("vi");

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.read())
        .contains("Đang xử lý Từ 09:15 24/11/2026")
        .contains("Chủ hồ sơ Nguyễn Thị Ánh Thủ tục Thủ tục đăng ký khai sinh")
        .contains("Đang ở Sở Tư pháp (Chuyên viên)")
        .contains("Hẹn trả kết quả 27/11/2026")
        .contains("Chưa phải làm gì")
        .doesNotContain("Tạm tính", "Đã quá hẹn");
  }

  @Test
  void itSpeaksEnglishToWhoAsks() {
    Api.Answer page = Given.dossier(4).with("dueAt", "2026-11-27T23:59:59+07:00").kept().seen("en");

    assertThat(page.body()).contains("<html lang=\"en\">");
    assertThat(page.read())
        .contains("Being processed Since 09:15, 24 Nov 2026")
        .contains("Procedure Birth registration Who has it now Hanoi City")
        .contains("Promised date 27 Nov 2026")
        .contains("Nothing for now");
  }

  @Test
  void aProvisionalPromiseSaysSo() {
    Given dossier =
        Given.dossier(4).with("dueAt", "2027-01-06T23:59:59+07:00").with("dueProvisional", true);

    assertThat(dossier.kept().seen("en").read()).contains("Provisional: that year's holidays");
  }

  @Test
  void aPromiseThatWasBrokenSaysSo() {
    Given dossier = Given.dossier(4).with("dueAt", "2026-11-24T23:59:59+07:00");

    assertThat(dossier.kept().seen("vi").read()).contains("Đã quá hẹn. Xin lỗi ông/bà");
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 6})
  void whileTheCitizenHasToActThePromiseIsNotBroken(int status) {
    String read =
        Given.dossier(status).with("dueAt", "2026-11-24T23:59:59+07:00").kept().seen("en").read();

    assertThat(read).contains("the date will be computed anew").doesNotContain("Overdue");
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 7, 8, 9, 10})
  void whatIsOverPromisesNothing(int status) {
    String read =
        Given.dossier(status).with("dueAt", "2026-11-24T23:59:59+07:00").kept().seen("en").read();

    assertThat(read).doesNotContain("Promised date", "Result promised", "Overdue");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "1;  Newly registered;             Nothing for now",
        "2;  Received;                     Nothing for now",
        "3;  Not accepted;                 Nothing. If you have questions, please contact Hanoi City",
        "4;  Being processed;              Nothing for now",
        "5;  More documents needed;        Hand in more papers at Hanoi City",
        "6;  Payment needed;               there is no open payment request. Please ask Hanoi City",
        "7;  Withdrawn by the citizen;     Nothing. If you have questions",
        "8;  Processing stopped;           Nothing. If you have questions",
        "9;  Processed;                    Collect the result at Hanoi City",
        "10; Result returned;              Nothing any more",
      })
  void everyStatusSaysWhatItIsAndWhatToDo(int status, String is, String next) {
    assertThat(Given.dossier(status).kept().seen("en").read()).contains(is, next);
  }

  @Test
  void whoMustBringPapersReadsWhichOnesOnce() {
    Given dossier = Given.dossier(5).with("statusReason", "Thiếu giấy chứng sinh");

    assertThat(dossier.kept().seen("vi").read())
        .containsOnlyOnce("Thiếu giấy chứng sinh")
        .contains("Cần bổ sung: Thiếu giấy chứng sinh");
  }

  @Test
  void whoseDossierIsStoppedReadsWhy() {
    Given dossier = Given.dossier(8).with("statusReason", "Có tranh chấp");

    assertThat(dossier.kept().seen("vi").read())
        .contains("Dừng xử lý Từ 09:15 24/11/2026 Lý do: Có tranh chấp");
  }

  @Test
  void whatAnOfficerOrAnApplicantWroteIsTextAndNothingElse() {
    String hostile = "<script>alert(1)</script><img src=x onerror='alert(2)'>\"&";
    Api.Answer page =
        Given.dossier(5)
            .with("statusReason", hostile)
            .with("applicant", Map.of("name", hostile, "language", "vi"))
            .with("responsible", Map.of("unit", "<b>U</b>", "role", hostile))
            .payment("P1", "pending", Map.of("description", hostile))
            .result(1, "revoked", Map.of("title", hostile, "revocationReason", hostile))
            .kept()
            .seen("vi");

    assertThat(page.html().all("script")).isEmpty();
    assertThat(page.html().all("img")).isEmpty();
    assertThat(page.read()).contains("<script>alert(1)</script>", "<b>U</b>");
  }

  @Test
  void theStepsAreInTheOrderOfTheirTimes() {
    Html page =
        Given.dossier(9)
            .with("pauses", List.of(Map.of("from", "2026-11-23", "to", "2026-11-24")))
            .payment("P1", "paid", Map.of("paidAt", "2026-11-24T08:30:00+07:00"))
            .result(1, "issued", Map.of("issuedAt", "2026-11-24T09:15:00+07:00"))
            .kept()
            .seen("en")
            .html();

    assertThat(page.all("li").stream().map(Html::text).toList())
        .startsWith(
            "Received 08:00, 23 Nov 2026",
            "On hold, waiting for documents or a fee from 23 Nov 2026 to 24 Nov 2026",
            "Paid 50,000 VND 08:30, 24 Nov 2026",
            "Result KQ1 issued 09:15, 24 Nov 2026",
            "Processed (now) 09:15, 24 Nov 2026");
  }

  @Test
  void afterAnErasureItSaysSoAndNamesNobody() {
    Api.Answer page =
        Given.dossier(10)
            .with("applicant", Map.of("name", "", "language", "vi", "consent", false))
            .with("erasedAt", "2026-11-25T10:00:00+07:00")
            .result(
                1,
                "issued",
                Map.of(
                    "issuedAt",
                    "2026-11-24T09:15:00+07:00",
                    "documentDeletedAt",
                    "2026-11-25T10:00:00+07:00"))
            .kept()
            .seen("en");

    assertThat(page.read())
        .contains("Personal data has been deleted", "25 Nov 2026")
        .contains("The electronic document was deleted on 25 Nov 2026; the result can still be")
        .doesNotContain("Applicant", "Download");
  }

  @Test
  void itSaysUntilWhenItStaysOpen() {
    assertThat(Given.dossier(4).kept().seen("en").read())
        .contains("This page stays open on this device until 12:14");
  }

  @Test
  void itsMarkupIsSoundAndItLoadsNothing() {
    Api.Answer page =
        Given.dossier(6)
            .payment("P1", "pending", Map.of())
            .result(1, "sealed", Map.of("waitsFor", "fee"))
            .kept()
            .seen("vi");

    assertThat(page.html().faults()).isEmpty();
    assertThat(page.html().values("*", "src")).isEmpty();
    assertThat(page.header("Cache-Control")).isEqualTo("no-store");
    assertThat(page.header("Content-Security-Policy")).contains("default-src 'none'");
  }
}
