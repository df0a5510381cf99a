package dev.hoso.notifications;

import static dev.hoso.notifications.CityForTests.registered;
import static dev.hoso.notifications.DossierForTests.dossier;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hoso.core.dynamo.Item;
import dev.hoso.core.lambda.Change;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TellingTest {
  private static final String ALL_TAKEN = "{\"batchItemFailures\":[]}";
  private final CityForTests city = new CityForTests();

  @AfterEach
  void close() {
    city.close();
  }

  @Test
  void aConfirmedPaymentIsOneSmsAndOneEmail() throws Exception {
    Change paid =
        new Change(
            dossier().payment("TT1", "pending").item(), dossier().payment("TT1", "paid").item());

    assertThat(city.changed(paid)).isEqualTo(ALL_TAKEN);

    assertThat(city.providers.sms).hasSize(1);
    assertThat(city.providers.sms.getFirst())
        .containsEntry("PhoneNumber", "+84912345678")
        .containsEntry(
            "Message",
            "Ho so H26.15-261123-0042: da nhan 50.000d 14:30 23/11/2026, GD 14022345."
                + " Bien lai https://hoso.example.gov.vn/receipts/k7PqX2mNvB9tRw4z");
    MimeMessage email = city.providers.emails.getFirst();
    assertThat(city.providers.emails).hasSize(1);
    assertThat(email.getSubject()).isEqualTo("Hồ sơ H26.15-261123-0042: đã nhận 50.000đ");
    assertThat(email.getFrom()[0]).hasToString("hoso@example.gov.vn");
    assertThat(email.getAllRecipients()[0]).hasToString("hoa@example.vn");
    assertThat(email.getHeader("Auto-Submitted", null)).isEqualTo("auto-generated");
    MimeMultipart parts = (MimeMultipart) email.getContent();
    assertThat(email.getContentType()).startsWith("multipart/alternative");
    assertThat(parts.getBodyPart(0).getContentType()).isEqualTo("text/plain; charset=UTF-8");
    assertThat((String) parts.getBodyPart(0).getContent())
        .contains("Biên lai: https://hoso.example.gov.vn/receipts/k7PqX2mNvB9tRw4z");
    assertThat(parts.getBodyPart(1).getContentType()).isEqualTo("text/html; charset=UTF-8");
    assertThat((String) parts.getBodyPart(1).getContent()).startsWith("<!DOCTYPE html>");
  }

  @Test
  void anIssuedResultIsOneSmsAndOneEmailThatLeadsToItsPage() throws Exception {
    Change issued =
        new Change(
            dossier().status(4, 1).result(1, "sealed").item(),
            dossier().status(9, 2).result(1, "issued").item());

    city.changed(issued, issued);

    assertThat(city.providers.sms).hasSize(1);
    assertThat(city.providers.sms.getFirst().get("Message"))
        .isEqualTo(
            "Ho so H26.15-261123-0042: co ket qua KQ1. Xem o muc Tra cuu cua"
                + " https://hoso.example.gov.vn");
    MimeMultipart parts = (MimeMultipart) city.providers.emails.getFirst().getContent();
    assertThat(city.providers.emails).hasSize(1);
    assertThat((String) parts.getBodyPart(0).getContent())
        .contains("Kết quả: H26.15-261123-0042-KQ1")
        .contains("https://hoso.example.gov.vn/lookup/H26.15-261123-0042");
    assertThat(city.message("result H26.15-261123-0042-KQ1 issued", "sms").text("status"))
        .isEqualTo("sent");
  }

  @Test
  void anSmsIsSentUnderTheSendersTermsAndItsOwnIdentity() {
    city.changed(registered(dossier()));

    Map<String, String> sms = city.providers.sms.getFirst();

    assertThat(attribute(sms, "AWS.SNS.SMS.SenderID")).isEqualTo("String HANOI");
    assertThat(attribute(sms, "AWS.SNS.SMS.SMSType")).isEqualTo("String Transactional");
    assertThat(attribute(sms, "AWS.SNS.SMS.MaxPrice")).isEqualTo("Number 0.10");
    assertThat(attribute(sms, "hoso.message")).matches("String [0-9a-f]{32}");
  }

  @Test
  void aMessageThatWasSentShowsItsLife() {
    city.changed(registered(dossier()));

    Item sms = city.message("received", "sms");

    assertThat(sms.text("status")).isEqualTo("sent");
    assertThat(sms.text("fact")).isEqualTo("received");
    assertThat(sms.text("channel")).isEqualTo("sms");
    assertThat(sms.text("to")).isEqualTo("+84912345678");
    assertThat(sms.text("language")).isEqualTo("vi");
    assertThat(sms.text("text")).startsWith("Ho so H26.15-261123-0042: ");
    assertThat(sms.text("encoding")).isEqualTo("GSM-7");
    assertThat(sms.number("segments")).isEqualTo(1);
    assertThat(sms.number("attempts")).isEqualTo(1);
    assertThat(sms.number("version")).isEqualTo(2);
    assertThat(sms.time("sentAt")).isEqualTo(city.clock.instant());
    assertThat(sms.text("providerMessageId")).isEqualTo("provider-1");
    assertThat(sms.number("expires"))
        .isEqualTo(city.clock.instant().getEpochSecond() + 730 * 86_400);
    assertThat(sms.has("owed")).isFalse();
    assertThat(sms.has("due")).isFalse();
    assertThat(city.message("received", "email").text("subject"))
        .isEqualTo("Hồ sơ H26.15-261123-0042 đã được tiếp nhận");
  }

  @Test
  void whatComesAgainIsNotToldAgain() {
    city.changed(registered(dossier()));
    city.changed(registered(dossier()), registered(dossier()));

    assertThat(city.providers.sms).hasSize(1);
    assertThat(city.providers.emails).hasSize(1);
  }

  @Test
  void whoReadsEnglishIsToldInEnglish() throws Exception {
    city.changed(registered(dossier().applicant("language", "en")));

    assertThat(city.providers.sms.getFirst().get("Message"))
        .startsWith("Dossier H26.15-261123-0042: received by ");
    assertThat(city.providers.emails.getFirst().getSubject())
        .isEqualTo("Dossier H26.15-261123-0042 has been received");
  }

  @Test
  void whoHasNotAgreedIsNotToldAndThatIsKept() {
    city.changed(registered(dossier().applicant("consent", false)));

    assertThat(city.providers.sms).isEmpty();
    assertThat(city.providers.emails).isEmpty();
    assertThat(city.message("received", "sms").text("status")).isEqualTo("suppressed");
    assertThat(city.message("received", "email").text("failure"))
        .isEqualTo("The applicant has not agreed to be told");
    assertThat(city.message("received", "email").has("due")).isFalse();
  }

  @Test
  void aLandlineGetsNoSmsAndThatIsKept() {
    city.changed(registered(dossier().applicant("phone", "+842438253536")));

    assertThat(city.providers.sms).isEmpty();
    assertThat(city.providers.emails).hasSize(1);
    assertThat(city.message("received", "sms").text("status")).isEqualTo("suppressed");
    assertThat(city.message("received", "sms").text("failure"))
        .isEqualTo("A landline takes no SMS");
  }

  @Test
  void aContactThatIsNoneIsKeptAndTheOtherIsUsed() {
    city.changed(registered(dossier().applicant("phone", "1900")));
    city.changed(registered(dossier("H26.15-261123-0043").applicant("email", "a@b@c")));

    assertThat(city.message("received", "sms").text("failure"))
        .isEqualTo("This is no number that SMS goes to");
    assertThat(city.message("H26.15-261123-0043", "received", "email").text("failure"))
        .isEqualTo("This is no e-mail address");
    assertThat(city.providers.sms).hasSize(1);
    assertThat(city.providers.emails).hasSize(1);
  }

  @Test
  void whoGaveNoEmailGetsTheSmsAlone() {
    city.changed(registered(dossier().without("email")));

    assertThat(city.providers.sms).hasSize(1);
    assertThat(city.message("received", "email").isEmpty()).isTrue();
  }

  @Test
  void whoGaveNoContactIsToldNothing() {
    assertThat(city.changed(registered(dossier().without("email").without("phone"))))
        .isEqualTo(ALL_TAKEN);

    assertThat(city.table.query("dossier", "H26.15-261123-0042")).isEmpty();
  }

  @Test
  void aDossierThatLeavesIsNoFact() {
    assertThat(city.changed(new Change(dossier().item(), Item.EMPTY))).isEqualTo(ALL_TAKEN);

    assertThat(city.providers.sms).isEmpty();
  }

  private static String attribute(Map<String, String> form, String name) {
    for (int n = 1; n < 10; n++) {
      String entry = "MessageAttributes.entry." + n + ".";
      if (name.equals(form.get(entry + "Name"))) {
        return form.get(entry + "Value.DataType") + " " + form.get(entry + "Value.StringValue");
      }
    }
    return null;
  }
}
