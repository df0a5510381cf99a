package dev.hoso.notifications.seen;

import static dev.hoso.notifications.CityForTests.registered;
import static dev.hoso.notifications.DossierForTests.dossier;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hoso.core.dynamo.Item;
import dev.hoso.core.dynamo.Update;
import dev.hoso.core.lambda.Change;
import dev.hoso.notifications.CityForTests;
import dev.hoso.notifications.DossierForTests;
import dev.hoso.notifications.ProvidersForTests.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What officers see of a dossier's messages, and how they have one sent again. */
class SeenTest {
  private static final String REASON = "{\"reason\":\"Nguoi nop chua nhan duoc\"}";
  private final CityForTests city = new CityForTests();
  private final DeskOfOfficers desk = new DeskOfOfficers(city);

  @AfterEach
  void close() {
    city.close();
  }

  @Test
  void everyMessageIsShownWithItsLifeAndWithoutItsContact() {
    tell(dossier());

    String all = desk.show().body();

    assertThat(all)
        .contains("\"channel\":\"sms\"", "\"status\":\"sent\"", "\"sentAt\":", "\"cost\":100000")
        .contains("\"channel\":\"email\"", "\"resendable\":true")
        .doesNotContain("912345678", "hoa@example.vn");
  }

  @Test
  void aDossierThatThereIsNotIsAProblem() {
    DeskOfOfficers.Answer answer = desk.show();

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.body()).contains("urn:hoso:problem:unknown-message");
  }

  @Test
  void whatIsSentAgainHasANameOfItsOwnAndGoesWithTheNextMinute() {
    tell(dossier());
    String id = id("received", "sms");

    DeskOfOfficers.Answer answer = desk.resend(id, REASON, null);

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.body()).contains("\"fact\":\"received again 1\"");
    assertThat(city.providers.sms).hasSize(1);
    city.minute();
    assertThat(city.providers.sms).hasSize(2);
    Item again = city.message("received again 1", "sms");
    assertThat(again.text("status")).isEqualTo("sent");
    assertThat(again.text("resendOf")).isEqualTo("received");
    assertThat(again.text("text")).isEqualTo(city.message("received", "sms").text("text"));
    assertThat(city.message("received", "sms").text("resentAs")).isEqualTo("received again 1");
    assertThat(city.message("received", "sms").text("resendReason"))
        .isEqualTo("Nguoi nop chua nhan duoc");
  }

  @Test
  void aRequestThatComesAgainIsAnsweredAsBefore() {
    tell(dossier());
    String id = id("received", "sms");

    DeskOfOfficers.Answer first = desk.resend(id, REASON, "key-1");
    DeskOfOfficers.Answer again = desk.resend(id, REASON, "key-1");
    DeskOfOfficers.Answer another = desk.resend(id, REASON, "key-2");

    assertThat(again).isEqualTo(first);
    assertThat(another.status()).isEqualTo(409);
    assertThat(another.body()).contains("not-sent-again-resent");
  }

  @Test
  void whatWasSentAgainCanBeSentOnceMore() {
    tell(dossier());
    desk.resend(id("received", "sms"), REASON, null);
    city.minute();

    assertThat(desk.resend(id("received again 1", "sms"), REASON, null).body())
        .contains("received again 2");
  }

  @Test
  void ofManyWhoAskAtOnceOneIsHeard() throws Exception {
    tell(dossier());
    String id = id("received", "sms");
    List<Integer> answers = new ArrayList<>();
    try (ExecutorService officers = Executors.newFixedThreadPool(8)) {
      List<Future<DeskOfOfficers.Answer>> asked = new ArrayList<>();
      for (int n = 0; n < 16; n++) {
        String key = "key-" + n;
        asked.add(officers.submit(() -> desk.resend(id, REASON, key)));
      }
      for (Future<DeskOfOfficers.Answer> answer : asked) {
        answers.add(answer.get().status());
      }
    }

    assertThat(answers).containsOnlyOnce(201);
    assertThat(answers).filteredOn(it -> it == 409).hasSize(15);
    city.minute();
    assertThat(city.providers.sms).hasSize(2);
  }

  @Test
  void whatStillWaitsIsNotSentAgain() {
    city.providers.sns = form -> Answer.THROTTLED;
    tell(dossier());

    assertThat(desk.resend(id("received", "sms"), REASON, null).body())
        .contains("not-sent-again-not-ended");
  }

  @Test
  void whatCouldNotBeSentThereIsSentAgainWhenTheContactHasChanged() {
    tell(dossier().applicant("phone", "+8424123"));
    String id = id("received", "sms");
    assertThat(city.message("received", "sms").text("status")).isEqualTo("suppressed");
    assertThat(desk.resend(id, REASON, null).body()).contains("not-sent-again-unreachable");

    put(dossier());
    assertThat(desk.resend(id, REASON, null).status()).isEqualTo(201);

    city.minute();
    assertThat(city.message("received again 1", "sms").text("to")).isEqualTo("+84912345678");
  }

  @Test
  void aCodeIsNeverSentAgain() {
    tell(dossier());
    city.table.write(
        Update.of(Map.of("dossier", desk.dossier(), "message", "received#sms"))
            .set("kind", "code"));

    assertThat(desk.resend(id("received", "sms"), REASON, null).body())
        .contains("not-sent-again-code");
  }

  @Test
  void whatWasErasedIsNotSentAgainWhicheverIsNoticedFirst() {
    tell(dossier());
    String id = id("received", "sms");
    Instant erasedAt = city.clock.instant();
    put(dossier().erased(erasedAt));
    assertThat(desk.resend(id, REASON, null).body()).contains("not-sent-again-erased");

    city.changed(new Change(dossier().item(), dossier().erased(erasedAt).item()));
    assertThat(desk.resend(id, REASON, null).body()).contains("not-sent-again-erased");
  }

  @Test
  void whoDoesNotWantToBeToldIsNotToldAgain() {
    tell(dossier());
    put(dossier().applicant("consent", false));

    assertThat(desk.resend(id("received", "sms"), REASON, null).body())
        .contains("not-sent-again-unwanted");
  }

  @Test
  void aReasonMustBeSaid() {
    tell(dossier());

    DeskOfOfficers.Answer answer = desk.resend(id("received", "sms"), "{\"reason\":\" \"}", null);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains("reason must be said");
    assertThat(desk.resend(id("received", "sms"), "no json", null).status()).isEqualTo(400);
  }

  @Test
  void whatDependsOnTimeIsSentAgainOnlyWhileThereIsSomethingToRemindOf() {
    DossierForTests due = dossier().status(6, 2);
    put(due);
    city.changed(new Change(dossier().item(), due.item()));
    city.clock.advance(Duration.ofDays(4));
    city.minute();
    String reminder = "reminder 1 of status 6 at 2";
    assertThat(city.message(reminder, "sms").text("status")).isEqualTo("sent");

    desk.resend(id(reminder, "sms"), REASON, null);
    put(dossier().status(4, 3));
    city.minute();

    assertThat(city.message(reminder + " again 1", "sms").text("status")).isEqualTo("suppressed");
  }

  @Test
  void whoMayNotHaveAMessageSentAgainIsNotShownHow() {
    tell(dossier());
    assertThat(desk.pageOf("dossiers:read operations").body()).contains("<form", "Gửi lại");
    assertThat(desk.pageOf("dossiers:read").body())
        .contains("Nhà mạng đã nhận")
        .doesNotContain("<form", "Gửi lại");
  }

  @Test
  void thePageSaysTheSameInBothLanguages() {
    tell(dossier());

    assertThat(desk.page("").body())
        .contains("<html lang=\"vi\">", "Tin đã báo của hồ sơ H26.15-261123-0042", "Gửi lại")
        .doesNotContain("912345678");
    assertThat(desk.page("lang=en").body())
        .contains("<html lang=\"en\">", "Messages of dossier", "Taken by the provider");
  }

  @Test
  void theFormLeadsBackToThePage() {
    tell(dossier());

    DeskOfOfficers.Answer answer =
        desk.form(id("received", "sms"), "reason=M%E1%BA%A5t+tin&requestedBy=&key=abc", null);

    assertThat(answer.status()).isEqualTo(303);
    assertThat(city.message("received", "sms").text("resendReason")).isEqualTo("Mất tin");
    assertThat(desk.form(id("received", "sms"), "reason=x&key=b", null).status()).isEqualTo(409);
    assertThat(desk.form(id("received", "email"), "reason=x&key=c", "cross-site").status())
        .isEqualTo(403);
  }

  private void tell(DossierForTests dossier) {
    put(dossier);
    city.changed(registered(dossier));
  }

  private void put(DossierForTests dossier) {
    desk.dossiers()
        .dynamo()
        .putItem(put -> put.tableName(desk.dossiers().name()).item(dossier.item().attributes()));
  }

  private String id(String fact, String channel) {
    return city.message(fact, channel).text("id");
  }
}
