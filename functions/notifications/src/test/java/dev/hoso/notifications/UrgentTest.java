package dev.hoso.notifications;

import static dev.hoso.notifications.DossierForTests.dossier;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hoso.core.Language;
import dev.hoso.core.dynamo.Item;
import dev.hoso.notifications.ProvidersForTests.Answer;
import jakarta.mail.internet.MimeMultipart;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A code is sent now or never, and nobody who reads the messages can use it. */
class UrgentTest {
  private static final Fact.OneTimeCode CODE = new Fact.OneTimeCode("code 1", "470815", 5);
  private final CityForTests city = new CityForTests();

  @AfterEach
  void close() {
    city.close();
  }

  @Test
  void theCodeIsSentAndWhatIsKeptIsMasked() throws Exception {
    tell("sms");
    tell("email");

    assertThat(city.providers.sms.getFirst().get("Message")).contains("ma tra cuu 470815, ");
    MimeMultipart parts = (MimeMultipart) city.providers.emails.getFirst().getContent();
    assertThat((String) parts.getBodyPart(0).getContent()).contains("Mã: 470815");
    assertThat((String) parts.getBodyPart(1).getContent()).contains("470815");
    Item sms = city.message("code 1", "sms");
    Item email = city.message("code 1", "email");
    assertThat(sms.text("text")).contains("ma tra cuu ******, ");
    assertThat(sms.text("status")).isEqualTo("sent");
    assertThat(email.text("status")).isEqualTo("sent");
    assertThat(email.text("text")).contains("Mã: ******\n");
    assertThat(sms.attributes().toString() + email.attributes()).doesNotContain("470815");
  }

  @Test
  void whoHasNotAgreedToBeToldGetsTheCodeThatTheyAskedFor() {
    Dossier silent = dossier().applicant("consent", false).read();
    Urgent urgent = city.urgent();

    urgent.tell(urgent.way(silent, "sms").orElseThrow(), silent, Language.VI, CODE);

    assertThat(city.providers.sms).hasSize(1);
  }

  @Test
  void theCodeIsInTheLanguageThatItsReaderChose() {
    Urgent urgent = city.urgent();
    urgent.tell(way("sms"), dossier().read(), Language.EN, CODE);

    assertThat(city.providers.sms.getFirst().get("Message"))
        .startsWith("Dossier H26.15-261123-0042: look-up code 470815");
    assertThat(city.message("code 1", "sms").text("language")).isEqualTo("en");
  }

  @Test
  void aCodeThatWasNotTakenIsNeverSentAgain() {
    city.providers.sns = form -> Answer.DOWN;

    assertThat(tell("sms")).isInstanceOf(Sending.NotNow.class);

    city.providers.sns = form -> Answer.TAKEN;
    for (int minutes = 0; minutes < 30; minutes++) {
      city.clock.advance(Duration.ofMinutes(1));
      city.minute();
    }
    assertThat(city.providers.sms).isEmpty();
    Item sms = city.message("code 1", "sms");
    assertThat(sms.text("status")).isEqualTo("failed");
    assertThat(sms.text("failure")).isEqualTo("The SMS service fails: ServiceUnavailable");
    assertThat(sms.has("owed")).isFalse();
    assertThat(sms.has("due")).isFalse();
  }

  @Test
  void aCodeWhoseSendingWasCutOffIsNeverSentAgain() {
    city.channels(channel -> new ChangedChannel(channel, UrgentTest::cutOff));
    assertThatThrownBy(() -> tell("sms")).isInstanceOf(IllegalStateException.class);
    city.channels(channel -> channel);

    city.clock.advance(Duration.ofHours(1));
    city.minute();

    assertThat(city.providers.sms).isEmpty();
    assertThat(city.message("code 1", "sms").text("status")).isEqualTo("claimed");
    assertThat(city.message("code 1", "sms").has("due")).isFalse();
  }

  @Test
  void oneNameIsOneMessage() {
    tell("sms");

    assertThatThrownBy(() -> tell("sms"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageNotContaining("470815");
    assertThat(city.providers.sms).hasSize(1);
  }

  @Test
  void aProviderThatTakesNothingIsSparedAndKnownToFail() {
    Urgent urgent = city.urgent();
    city.providers.sns = form -> Answer.DOWN;
    for (String name : new String[] {"code 1", "code 2", "code 3"}) {
      Fact.OneTimeCode code = new Fact.OneTimeCode(name, "470815", 5);
      urgent.tell(way("sms"), dossier().read(), Language.VI, code);
    }

    // Two messages were tried, each twice by the SDK; the third was not.
    assertThat(city.providers.publishes).hasSize(4);
    assertThat(city.message("code 3", "sms").text("failure"))
        .isEqualTo("The provider takes nothing now");
    assertThat(urgent.failing("sms")).isTrue();
    assertThat(urgent.failing("email")).isFalse();

    city.clock.advance(Duration.ofMinutes(1));
    assertThat(urgent.failing("sms")).isFalse();
  }

  @Test
  void theWayIsTheOneThatIsPreferredElseOneThatLeadsThere() {
    assertThat(wayOf(dossier(), "sms")).contains("sms +84912345678");
    assertThat(wayOf(dossier(), "email")).contains("email hoa@example.vn");
    assertThat(wayOf(dossier().without("email"), "email")).contains("sms +84912345678");
    assertThat(wayOf(dossier().without("phone"), "sms")).contains("email hoa@example.vn");
    assertThat(wayOf(dossier().applicant("phone", "+842438253536"), "sms"))
        .contains("email hoa@example.vn");
    assertThat(wayOf(dossier().without("phone").without("email"), "sms")).isEmpty();
  }

  @Test
  void noTextOfItsPartsNamesTheContactOrTheCode() {
    assertThat(way("sms").toString() + CODE).doesNotContain("912345678", "470815");
  }

  private Sending tell(String channel) {
    return city.urgent().tell(way(channel), dossier().read(), Language.VI, CODE);
  }

  private Urgent.Way way(String channel) {
    return city.urgent().way(dossier().read(), channel).orElseThrow();
  }

  private Optional<String> wayOf(DossierForTests dossier, String preferred) {
    return city.urgent()
        .way(dossier.read(), preferred)
        .map(way -> way.channel().name() + " " + way.to());
  }

  private static Sending cutOff(Message message) {
    throw new IllegalStateException("the function was cut off");
  }
}
