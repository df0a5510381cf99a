package dev.hoso.notifications;

import static dev.hoso.notifications.CityForTests.registered;
import static dev.hoso.notifications.DossierForTests.dossier;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hoso.core.dynamo.Item;
import dev.hoso.core.lambda.Change;
import dev.hoso.notifications.ProvidersForTests.Answer;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who has the city's app is told by it, as by any other channel. */
class PushTest {
  private static final String DEVICE =
      "arn:aws:sns:ap-southeast-1:123456789012:endpoint/GCM/ihanoi/"
          + "5e3e9847-3183-3f18-a7e8-671c3a57d4b3";

  private final CityForTests city = new CityForTests();

  @AfterEach
  void close() {
    city.close();
  }

  @Test
  void aDeviceShowsATitleAndTheTextOfAnSmsWithItsDiacritics() {
    city.changed(registered(withApp()));
    Map<String, String> push = city.providers.pushes.getFirst();
    assertThat(push).containsEntry("TargetArn", DEVICE).containsEntry("MessageStructure", "json");
    assertThat(push.get("Message"))
        .startsWith("{\"default\":\"Hồ sơ H26.15-261123-0042: ")
        .contains(
            "\\\"title\\\":\\\"Đã tiếp nhận hồ sơ\\\"",
            "\"GCM\":\"{\\\"fcmV1Message\\\":{\\\"message\\\":",
            "\\\"aps\\\":{\\\"alert\\\":",
            "\\\"dossier\\\":\\\"H26.15-261123-0042\\\"",
            "\\\"tag\\\":\\\"" + city.message("received", "push").text("id"))
        .doesNotContain("stop");
    assertThat(push.values()).contains(city.message("received", "push").text("id"));
    assertThat(city.providers.sms).hasSize(1);
    assertThat(city.providers.emails).hasSize(1);
    Item kept = city.message("received", "push");
    assertThat(kept.text("status")).isEqualTo("sent");
    assertThat(kept.number("cost")).isEqualTo(1);
  }

  @Test
  void whatCanBeRefusedBringsTheAppTheLinkThatEndsIt() {
    city.changed(new Change(withApp().item(), withApp().status(7, 2).item()));
    assertThat(city.providers.pushes.getFirst().get("Message"))
        .contains("\\\"stop\\\":\\\"https://hoso.example.gov.vn/stop/");
  }

  @Test
  void whoPrefersTheAppIsToldByItAlone() {
    city.changed(registered(withApp().applicant("channel", "push")));
    city.minute();
    assertThat(city.providers.pushes).hasSize(1);
    assertThat(city.providers.sms).isEmpty();
    assertThat(city.message("received", "sms").text("status")).isEqualTo("standby");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "EndpointDisabled, The app was removed from the device",
    "NotFound, The device is not known any more"
  })
  void aDeviceThatTakesNothingAnyMoreIsClosedAndTheNextChannelHasItsTurn(String code, String why) {
    city.providers.sns = form -> form.containsKey("TargetArn") ? refused(code) : Answer.TAKEN;
    DossierForTests before = withApp().applicant("channel", "push");
    city.changed(registered(before));
    city.minute();
    assertThat(city.message("received", "push").text("failure")).startsWith(why);
    assertThat(city.message("received", "sms").text("fallbackFor")).isEqualTo("push");
    assertThat(city.providers.sms).hasSize(1);

    city.providers.sns = form -> Answer.TAKEN;
    city.changed(new Change(before.item(), paid(before).item()));
    city.minute();
    assertThat(city.message("payment vnpay/TT1 paid", "push").text("status"))
        .isEqualTo("suppressed");
    assertThat(city.providers.pushes).isEmpty();
    assertThat(city.providers.sms).hasSize(2);
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          400 | InvalidParameter   | failed  | The push service does not take this device
          429 | Throttled          | claimed | The push service takes no more at this pace
          403 | AuthorizationError | claimed | The push service fails: AuthorizationError
          400 | PlatformApplicationDisabled | claimed | The push service fails: PlatformApplicationDisabled
          """)
  void aNoticeIsGivenUpOnlyWhenItWillNeverBeTaken(
      int http, String code, String status, String failure) {
    city.providers.sns = form -> new Answer(http, code, "as SNS says");
    city.changed(registered(withApp().without("phone").without("email")));
    Item push = city.message("received", "push");
    assertThat(push.text("status")).isEqualTo(status);
    assertThat(push.text("failure")).isEqualTo(failure);
  }

  @Test
  void whatIsNoDeviceIsNotCalled() {
    city.changed(registered(dossier().applicant("pushEndpoint", "a token of the app")));
    assertThat(city.message("received", "push").text("failure"))
        .isEqualTo("This is no device that notices go to");
    assertThat(city.providers.pushes).isEmpty();
  }

  @Test
  void factsWithinTwoMinutesAreOneNotice() {
    DossierForTests papers = withApp().status(5, 2).with("statusReason", "Thiếu đơn.");
    city.becomes(withApp(), papers);
    city.becomes(papers, withApp().status(6, 3));
    city.minutes(3);
    assertThat(city.providers.pushes).hasSize(1);
    assertThat(city.providers.pushes.getFirst().get("Message"))
        .contains("Cần bổ sung giấy tờ; Cần nộp phí, lệ phí", "Thiếu đơn. Cần nộp phí");
  }

  @Test
  void atNightADeviceIsSilentForWhatCanWait() {
    city.clock.set(Instant.parse("2026-11-23T16:00:00Z"));
    city.changed(new Change(withApp().item(), withApp().status(7, 2).item()));
    assertThat(city.message("status 7 at 2", "push").text("failure")).startsWith("Quiet hours");
  }

  @Test
  void anErasedApplicantsDeviceIsForgotten() {
    city.changed(registered(withApp()));
    city.changed(new Change(withApp().item(), withApp().erased(city.clock.instant()).item()));
    assertThat(city.message("received", "push").has("to")).isFalse();
  }

  private static DossierForTests withApp() {
    return dossier().applicant("pushEndpoint", DEVICE);
  }

  private static DossierForTests paid(DossierForTests dossier) {
    return dossier.payment("TT1", "paid");
  }

  private static Answer refused(String code) {
    return new Answer(400, code, "as SNS says");
  }
}
