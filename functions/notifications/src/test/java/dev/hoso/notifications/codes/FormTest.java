package dev.hoso.notifications.codes;

import static dev.hoso.notifications.codes.DeskForTests.DOSSIER;
import static dev.hoso.notifications.codes.DeskForTests.HOME;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies as browsers send them, and as no browser does. */
class FormTest {
  private static final String WRONG = "/lookup/H26.15-261123-0042?sent=1&wrong=1";
  private final DeskForTests desk = new DeskForTests();

  @AfterEach
  void close() {
    desk.close();
  }

  /** API Gateway hands forms over in base64. */
  @Test
  void aFormMayComeInBase64() {
    assertThat(post("code", base64("channel=email&lang=en")).location())
        .endsWith("?sent=1&lang=en");
    assertThat(desk.providers.emails).hasSize(1);

    desk.ask();
    assertThat(post("entry", base64("entry=" + desk.code())).location()).endsWith("0042");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "entry=123456&entry=123456",
        "entry=123456&%65ntry=123456",
        "lang=vi&lang=en&entry=123456",
        "entry=%zz",
        "entry=%1",
        "%=1",
        "x&x"
      })
  void aStrangeBodyIsWrongAndNoTry(String body) {
    desk.ask();

    assertThat(desk.post(DOSSIER, "entry", body, false, HOME).location()).isEqualTo(WRONG);
    assertThat(post("entry", base64(body)).location()).isEqualTo(WRONG);
    assertThat(desk.held(DOSSIER).number("tries")).isZero();
  }

  @Test
  void aBodyHasAtMostAKilobyte() {
    desk.ask();
    String form = "entry=" + desk.wrongCode() + "&x=";
    String largest = form + "a".repeat(1024 - form.length());

    assertThat(desk.post(DOSSIER, "entry", largest + "a", false, HOME).location()).isEqualTo(WRONG);
    assertThat(post("entry", base64(largest + "a")).location()).isEqualTo(WRONG);
    assertThat(post("entry", base64("a".repeat(1_000_000))).location()).isEqualTo(WRONG);
    assertThat(desk.held(DOSSIER).number("tries")).isZero();

    post("entry", base64(largest));
    assertThat(desk.held(DOSSIER).number("tries")).isEqualTo(1);
  }

  @Test
  void whatIsNoBase64IsStrangeToo() {
    assertThat(post("entry", "entry=123456").location()).isEqualTo(WRONG);
  }

  @Test
  void aStrangeBodyBringsNoCode() {
    assertThat(post("code", base64("channel=sms&channel=email")).location())
        .endsWith("0042?failed=1");
    assertThat(desk.providers.sms).isEmpty();
    assertThat(desk.all()).isEmpty();
  }

  @Test
  void anEmptyBodyIsAFormWithoutFields() {
    assertThat(desk.post(DOSSIER, "entry", "", false, HOME).location()).isEqualTo(WRONG);
    assertThat(desk.post(DOSSIER, "code", "", false, HOME).location()).endsWith("?sent=1");
  }

  @Test
  void whoseAddressIsNotKnownIsCountedAsOne() {
    for (int asked = 0; asked < 30; asked++) {
      desk.ask("H26.15-261123-%04d".formatted(asked), "", asked % 2 == 0 ? null : "somewhere");
    }

    assertThat(desk.ask(DOSSIER, "", null).location()).endsWith("?limited=1");
  }

  private DeskForTests.Answer post(String step, String body) {
    return desk.post(DOSSIER, step, body, true, HOME);
  }

  private static String base64(String body) {
    return Base64.getEncoder().encodeToString(body.getBytes(StandardCharsets.UTF_8));
  }
}
