package dev.hoso.notifications;

import static dev.hoso.notifications.CityForTests.registered;
import static dev.hoso.notifications.DossierForTests.dossier;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hoso.core.DossierCode;
import dev.hoso.core.Language;
import dev.hoso.core.RatingLinks;
import dev.hoso.core.dynamo.Item;
import dev.hoso.core.lambda.Change;
import dev.hoso.notifications.ProvidersForTests.Answer;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReachableTest {
  private static final Duration FIRST_GAP = Duration.ofSeconds(30);
  private final CityForTests city = new CityForTests();
  private final ContactHash hash = new ContactHash(city.settings);

  @AfterEach
  void close() {
    city.close();
  }

  @Test
  void whatWasOptedOutOfBetweenTwoAttemptsIsNotSent() {
    city.providers.ses = form -> Answer.THROTTLED;
    city.changed(withdrawn());
    optOut(EnumSet.of(Kind.PROGRESS));
    city.providers.ses = form -> Answer.TAKEN;

    city.clock.advance(FIRST_GAP);
    city.minute();

    assertThat(city.providers.emails).isEmpty();
    Item email = city.message("status 7 at 2", "email");
    assertThat(email.text("status")).isEqualTo("suppressed");
    assertThat(email.text("failure"))
        .isEqualTo("The person has opted out of messages of this kind");
    assertThat(email.has("due")).isFalse();
  }

  @Test
  void whatTheLawWantsToldIsToldAllTheSame() {
    optOut(EnumSet.allOf(Kind.class));

    city.changed(registered(dossier()));

    assertThat(city.providers.emails).hasSize(1);
  }

  @Test
  void whoOptsInAgainIsToldAgain() {
    optOut(EnumSet.of(Kind.PROGRESS));
    optOut(EnumSet.noneOf(Kind.class));

    city.changed(withdrawn());

    assertThat(city.providers.emails).hasSize(1);
  }

  @Test
  void whileItIsNotKnownNothingIsSentAndNothingIsLost() {
    city.keys.down = true;
    assertThat(city.changed(registered(dossier()))).contains("[]");
    assertThat(city.providers.emails).isEmpty();
    city.keys.down = false;

    city.clock.advance(FIRST_GAP);
    city.minute();

    assertThat(city.providers.emails).hasSize(1);
    assertThat(city.providers.sms).hasSize(1);
    assertThat(city.message("received", "email").number("attempts")).isEqualTo(1);
  }

  @Test
  void whatCanBeOptedOutOfSaysHowAndTheRestDoesNot() throws MessagingException, IOException {
    city.changed(registered(dossier()), withdrawn());

    var necessary = city.providers.emails.getFirst();
    assertThat(necessary.getHeader("List-Unsubscribe")).isNull();
    var optional = city.providers.emails.getLast();
    String header = optional.getHeader("List-Unsubscribe", null);
    assertThat(header)
        .matches(
            "<https://hoso\\.example\\.gov\\.vn/stop/[A-Za-z0-9_-]{44}\\?kind=progress&lang=vi>");
    assertThat(optional.getHeader("List-Unsubscribe-Post", null))
        .isEqualTo("List-Unsubscribe=One-Click");
    String link = header.substring(1, header.length() - 1);
    String token = link.replaceAll(".*/stop/|\\?.*", "");
    assertThat(hash.opened(token)).contains(hash.of("hoa@example.vn"));
    var parts = (Multipart) optional.getContent();
    assertThat(parts.getBodyPart(0).getContent().toString())
        .contains("Chọn những tin không muốn nhận: " + link);
    assertThat(parts.getBodyPart(1).getContent().toString())
        .contains("<a href=\"" + link.replace("&", "&amp;") + "\"");
    // Whoever reads the table cannot use it.
    assertThat(city.message("status 7 at 2", "email").toString()).doesNotContain("/stop/");
  }

  @Test
  void theEmailAboutAResultAsksHowItWentAndTheTableDoesNotKnowTheAddress() throws Exception {
    DossierForTests processing = dossier();
    DossierForTests issued = dossier().status(9, 2).result(1, "issued");
    city.changed(new Change(processing.item(), issued.item()));

    String link =
        new RatingLinks(city.settings).page(new DossierCode("H26.15-261123-0042"), Language.VI);
    var mails =
        city.providers.emails.stream().filter(mail -> content(mail, 0).contains("/rate/")).toList();
    assertThat(mails).hasSize(1);
    assertThat(content(mails.getFirst(), 0)).contains("Xin đánh giá: " + link);
    assertThat(content(mails.getFirst(), 1)).contains("<a href=\"" + link + "\"");
    assertThat(mails.getFirst().getHeader("List-Unsubscribe")).isNull();
    assertThat(city.table.query("dossier", "H26.15-261123-0042").toString())
        .doesNotContain("/rate/");
    assertThat(city.providers.publishes.toString()).doesNotContain("/rate/");
  }

  private static String content(MimeMessage mail, int part) {
    try {
      return ((Multipart) mail.getContent()).getBodyPart(part).getContent().toString();
    } catch (IOException | MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aTokenThatWasTouchedIsNone() {
    String token = hash.token("hoa@example.vn");

    assertThat(hash.opened(token)).isPresent();
    for (int at = 0; at < token.length() - 1; at++) {
      char other = token.charAt(at) == 'A' ? 'B' : 'A';
      assertThat(hash.opened(token.substring(0, at) + other + token.substring(at + 1))).isEmpty();
    }
    assertThat(hash.opened("")).isEmpty();
    assertThat(hash.opened(token + token)).isEmpty();
    assertThat(hash.opened("ü" + token.substring(1))).isEmpty();
  }

  private void optOut(Set<Kind> kinds) {
    Addresses.of(city.settings, city.table.dynamo())
        .optOut(hash.of("hoa@example.vn"), before -> kinds, city.clock.instant());
  }

  private static Change withdrawn() {
    return new Change(dossier().item(), dossier().status(7, 2).item());
  }
}
