package dev.hoso.notifications.codes;

import static dev.hoso.notifications.DossierForTests.dossier;
import static dev.hoso.notifications.codes.DeskForTests.DOSSIER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hoso.core.DossierCode;
import dev.hoso.core.Grant;
import dev.hoso.core.dynamo.Item;
import dev.hoso.notifications.codes.DeskForTests.Answer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnteringTest {
  private static final String PAGE = "/lookup/H26.15-261123-0042";
  private final DeskForTests desk = new DeskForTests();

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void theRightCodeOpensTheDossierForAWhile() {
    desk.ask();

    Answer right = desk.enter(desk.code());

    assertThat(right.location()).isEqualTo(PAGE);
    assertThat(right.cookies().getFirst())
        .matches(
            "hoso-grant=[0-9a-f]{32}; Path=/lookup/H26\\.15-261123-0042; Max-Age=900; HttpOnly;"
                + " SameSite=Lax; Secure");
    assertThat(opens(right)).isTrue();
    desk.clock.advance(Grant.LIFE);
    assertThat(opens(right)).isFalse();
  }

  @Test
  void overAConnectionThatIsNotEncryptedTheCookieIsNotSecure() {
    desk.at("http://localhost:8080");
    desk.ask();

    assertThat(desk.enter(desk.code()).cookies().getFirst()).endsWith("; SameSite=Lax");
  }

  @Test
  void ofAGrantOnlyItsHashIsKeptAndTheCodeIsGone() {
    desk.ask();

    String token = desk.enter(desk.code()).cookie().substring("hoso-grant=".length());

    Item held = desk.held(DOSSIER);
    assertThat(held.attributes().keySet())
        .containsExactlyInAnyOrder("id", "grant", "grantUntil", "expires");
    assertThat(held.text("grant")).isEqualTo(Grant.kept(token)).isNotEqualTo(token);
    assertThat(held.number("expires"))
        .isGreaterThanOrEqualTo(desk.clock.instant().plus(Grant.LIFE).getEpochSecond());
  }

  @Test
  void aPageThatReadsEnglishStaysEnglish() {
    desk.ask();
    String form = "&lang=en&entry=";

    assertThat(
            desk.post(DOSSIER, "entry", form + desk.wrongCode(), false, "203.0.113.7").location())
        .isEqualTo(PAGE + "?sent=1&wrong=1&lang=en");
    assertThat(desk.post(DOSSIER, "entry", form + desk.code(), false, "203.0.113.7").location())
        .isEqualTo(PAGE + "?lang=en");
  }

  @ParameterizedTest
  @ValueSource(strings = {"%s+%s", " %s %s ", "%s%%C2%%A0%s", "%s%%E3%%80%%80%s", "+%s%s%%0D%%0A"})
  void spacesAreForgiven(String spelling) {
    desk.ask();
    String code = desk.code();

    String typed = spelling.formatted(code.substring(0, 3), code.substring(3));

    assertThat(desk.enter(typed).location()).isEqualTo(PAGE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "12345",
        "1234567",
        "12345a",
        "-12345",
        "%D9%A1%D9%A2%D9%A3%D9%A4%D9%A5%D9%A6"
      })
  void whatIsNoCodeIsWrongAndNoTry(String entry) {
    desk.ask();

    assertThat(desk.enter(entry).location()).isEqualTo(PAGE + "?sent=1&wrong=1");
    assertThat(desk.held(DOSSIER).number("tries")).isZero();
  }

  @Test
  void afterFiveWrongOnesTheCodeIsUsedUp() {
    desk.ask();
    String code = desk.code();
    String wrong = desk.wrongCode();

    for (int tried = 1; tried < CodeRules.TRIES; tried++) {
      assertThat(desk.enter(wrong).location()).isEqualTo(PAGE + "?sent=1&wrong=1");
    }
    assertThat(desk.enter(wrong).location()).isEqualTo(PAGE + "?over=1");
    assertThat(desk.enter(code).location()).isEqualTo(PAGE + "?over=1");
    assertThat(desk.held(DOSSIER).has("grant")).isFalse();
  }

  @Test
  void theFifthTryCanBeRight() {
    desk.ask();
    for (int tried = 1; tried < CodeRules.TRIES; tried++) {
      desk.enter(desk.wrongCode());
    }

    assertThat(opens(desk.enter(desk.code()))).isTrue();
  }

  @Test
  void aCodeIsOverAfterFiveMinutes() {
    desk.ask();
    desk.clock.advance(CodeRules.VALID);
    assertThat(desk.enter(desk.code()).location()).isEqualTo(PAGE + "?over=1");

    desk.ask();
    desk.clock.advance(CodeRules.VALID.minusSeconds(1));
    assertThat(desk.enter(desk.code()).location()).isEqualTo(PAGE);
  }

  @Test
  void aNewCodeMakesTheEarlierOneVoidAndHasItsOwnTries() {
    desk.ask();
    String earlier = desk.code();
    desk.enter(desk.wrongCode());
    do {
      desk.clock.advance(Duration.ofMinutes(15));
      desk.ask();
    } while (desk.code().equals(earlier));

    assertThat(desk.held(DOSSIER).number("tries")).isZero();
    assertThat(desk.enter(earlier).location()).isEqualTo(PAGE + "?sent=1&wrong=1");
    assertThat(desk.enter(desk.code()).location()).isEqualTo(PAGE);
  }

  @Test
  void aCodeOpensOnce() {
    desk.ask();
    Answer first = desk.enter(desk.code());

    Answer second = desk.enter(desk.code());

    assertThat(second.location()).isEqualTo(PAGE + "?over=1");
    assertThat(second.cookies()).isEmpty();
    assertThat(opens(first)).isTrue();
  }

  @Test
  void aWrongCodeAfterTheRightOneTakesNothingAway() {
    desk.ask();
    Answer right = desk.enter(desk.code());

    assertThat(desk.enter(desk.wrongCode()).location()).isEqualTo(PAGE + "?over=1");
    assertThat(opens(right)).isTrue();
  }

  @Test
  void whoAsksAgainKeepsWhatTheyHaveOpened() {
    desk.ask();
    Answer right = desk.enter(desk.code());

    desk.ask();
    assertThat(opens(right)).isTrue();

    Answer again = desk.enter(desk.code());
    assertThat(opens(again)).isTrue();
    assertThat(opens(right)).as("a dossier is open in one browser").isFalse();
  }

  @Test
  void aCodeOpensNoOtherDossier() {
    String other = "H26.15-261123-0043";
    desk.register(dossier(other).applicant("phone", "+84987654321"));
    desk.ask();
    String code = desk.code();
    do {
      desk.clock.advance(Duration.ofMinutes(15));
      desk.ask();
      code = desk.code();
      desk.ask(other, "");
    } while (desk.code().equals(code));

    assertThat(desk.enter(other, code).location())
        .isEqualTo("/lookup/" + other + "?sent=1&wrong=1");
    assertThat(desk.enter(other, code).cookies()).isEmpty();
    assertThat(opens(desk.enter(code))).isTrue();
    assertThat(desk.held(other).has("grant")).isFalse();
  }

  @Test
  void aGrantOpensNoOtherDossier() {
    String other = "H26.15-261123-0043";
    desk.register(dossier(other));
    desk.ask();
    Answer right = desk.enter(desk.code());
    desk.ask(other, "");
    desk.enter(other, desk.code());

    assertThat(Grant.opens(desk.held(other), List.of(right.cookie()), desk.clock.instant()))
        .isFalse();
  }

  @Test
  void whoNeverAskedHasNoCode() {
    assertThat(desk.enter("123456").location()).isEqualTo(PAGE + "?over=1");
    assertThat(desk.held(DOSSIER).isEmpty()).isTrue();
  }

  private boolean opens(Answer answer) {
    return Grant.opens(
        desk.codes.get(Grant.key(new DossierCode(DOSSIER))),
        List.of(answer.cookie()),
        desk.clock.instant());
  }
}
