package dev.hoso.notifications.announcements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import dev.hoso.core.DynamoForTests;
import dev.hoso.core.JsonTypes;
import dev.hoso.notifications.MovedClock;
import dev.hoso.notifications.announcements.OfficeForTests.Answer;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What may be announced, and how a request is answered. */
class AdmissionTest {
  private final OfficeForTests office =
      new OfficeForTests(DynamoForTests.table("Messages"), new MovedClock());

  @Test
  void theHandlersAreMadeFromTheEnvironmentAlone() {
    assertThatCode(AnnouncementsHandler::new).doesNotThrowAnyException();
    assertThatCode(ListsHandler::new).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Tra cứu tại hoso.example.gov.vn.",
        "Tra cứu tại https://hoso.example.gov.vn, không mất tiền.",
        "Nghỉ từ 8.30 đến 12.00 ngày 01.12.2026, quầy 1.2.",
        "Gọi 1022 (miễn phí) hoặc 024.3825.3536.",
        "Quầy (số 3) mở cửa; mang theo CCCD."
      })
  void whatIsHarmlessMayBeSaid(String text) {
    assertThat(asked(text, "Fine.").status()).isEqualTo(201);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Xem http://evil.com",
        "Xem evil.com",
        "Xem (evil.com/a)!",
        "Xem hoso.example.gov.vn/nop",
        "Xem hoso.example.gov.vn.evil.com",
        "Xem https://hoso.example.gov.vn@evil.com",
        "Xem http://hoso.example.gov.vn",
        "Xem HOSO-EXAMPLE.GOV.VN",
        "Xem evil\u200b.com",
        "Xem evil。com",
        "Xem evil\u2024com",
        "Xem ｅｖｉｌ．ｃｏｍ",
        "Xem hànội.vn",
        "Xem 203.0.113.7/a",
        "Viết a@evil.com",
        "Nghỉ lễ.Xin thông báo"
      })
  void aLinkIsRefusedHoweverItIsWritten(String text) {
    Answer answer = asked(text, "Fine.");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text("type")).isEqualTo("urn:hoso:problem:invalid");
    assertThat(answer.faults())
        .singleElement()
        .asString()
        .startsWith("text.vi must have no link but hoso.example.gov.vn");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Xin chuyển khoản 50.000 đồng",
        "XIN CHUYEN KHOAN 50.000 dong",
        "Xin chuyển\u00a0 khoản",
        "Vui lòng nộp phạt"
      })
  void moneyIsNotAskedFor(String text) {
    assertThat(asked(text, "Fine.").faults())
        .singleElement()
        .asString()
        .startsWith("text.vi must not ask for money: '");
  }

  @Test
  void everyFieldIsNamedWithEveryRuleThatItBreaks() {
    Answer answer =
        office.announce(
            json(
                Map.of(
                    "name",
                    "x",
                    "text",
                    Map.of("vi", "Gửi mã OTP tới evil.com", "en", "Tell us your password"),
                    "subject",
                    Map.of("vi", "Mật khẩu", "en", "Fine"))));

    assertThat(answer.faults())
        .containsExactly(
            "text.vi must have no link but hoso.example.gov.vn, and a space after each full stop;"
                + " it has 'evil.com'",
            "text.vi must not ask for codes: 'mã otp'",
            "text.vi must not ask for codes: 'otp'",
            "subject.vi must not ask for codes: 'mật khẩu'",
            "text.en must not ask for codes: 'password'");
  }

  @Test
  void aTextFitsIntoThreeSmsWithTheCodeOfADossier() {
    String most = "ạ".repeat(3 * 153 - "Ho so 000.00.01.H26-261123-00000042: ".length());

    assertThat(asked(most, "Fine.").status()).isEqualTo(201);
    assertThat(asked(most + "a", "Fine.").faults())
        .containsExactly(
            "text.vi must fit into 3 SMS with the dossier's code before it; it takes 4");
  }

  @Test
  void theFormIsCheckedFieldByField() {
    assertThat(office.announce("no json").faults()).hasSize(1);
    assertThat(office.announce("[]").faults()).containsExactly("body must be a JSON object");
    assertThat(
            office
                .announce(
                    "{\"text\":{\"vi\":1},\"subject\":{\"vi\":\"a\\nb\"},\"list\":\"../x.csv\",\"channel\":\"fax\"}")
                .faults())
        .containsExactly(
            "name must be a text of 1 to 100 characters",
            "text.vi must be a text of 1 to 2000 characters",
            "text.en must be a text of 1 to 2000 characters",
            "subject.vi must be one line",
            "subject.en must be a text of 1 to 100 characters",
            "list must be a key like lists/december.csv",
            "channel must be sms or email");
    assertThat(office.announce("{\"name\":\"" + "x".repeat(40_000) + "\"}").status())
        .isEqualTo(400);
  }

  @Test
  void aRepeatedRequestAnnouncesNothingTwice() {
    Answer first = office.announce(OfficeForTests.CLOSED, "closing");
    Answer again = office.announce(OfficeForTests.CLOSED, "closing");

    assertThat(again.text("id")).isEqualTo(first.text("id"));
    assertThat(office.all().body().get("announcements")).asInstanceOf(LIST).hasSize(1);
    assertThat(
            office.announce(OfficeForTests.CLOSED.replace("Closed", "Other"), "closing").status())
        .isEqualTo(409);
    office.announce(OfficeForTests.CLOSED);
    assertThat(office.all().body().get("announcements")).asInstanceOf(LIST).hasSize(2);
  }

  @Test
  void whatIsNotThereIsNotFound() {
    assertThat(office.show("7K3M9Q2D4F6H8J0N").status()).isEqualTo(404);
    assertThat(office.change("7K3M9Q2D4F6H8J0N", "pause").text("type"))
        .isEqualTo("urn:hoso:problem:unknown-announcement");
  }

  @Test
  void theAnswerSaysWhereToPutTheListWhileItIsNotThere() {
    Answer answer = office.announce(OfficeForTests.CLOSED);
    assertThat(answer.body()).containsKey("upload").doesNotContainKey("salt");

    office.put(answer.text("list"), "phone\n");

    assertThat(office.show(answer.text("id")).body()).doesNotContainKey("upload");
  }

  private Answer asked(String vi, String en) {
    return office.announce(json(Map.of("name", "x", "text", Map.of("vi", vi, "en", en))));
  }

  private static String json(Map<String, ?> body) {
    return JsonTypes.of(Object.class).toJson(body);
  }
}
