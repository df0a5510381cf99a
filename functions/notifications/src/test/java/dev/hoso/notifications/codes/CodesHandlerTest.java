package dev.hoso.notifications.codes;

import static dev.hoso.notifications.codes.DeskForTests.DOSSIER;
import static dev.hoso.notifications.codes.DeskForTests.HOME;
import static dev.hoso.notifications.codes.DeskForTests.NOBODYS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.hoso.notifications.ProvidersForTests.Answer;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CodesHandlerTest {
  @Test
  void itIsMadeFromTheEnvironmentAlone() {
    assertThatCode(CodesHandler::new).doesNotThrowAnyException();
  }

  @Test
  void noLineOfTheLogNamesAPersonACodeOrAGrant() {
    PrintStream before = System.out;
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    System.setOut(new PrintStream(log, true, StandardCharsets.UTF_8));
    String code;
    String cookie;
    try (DeskForTests desk = new DeskForTests()) {
      desk.ask();
      code = desk.code();
      desk.enter(desk.wrongCode());
      cookie = desk.enter(code).cookie();
      desk.ask(NOBODYS, "");
      desk.providers.sns = form -> Answer.DOWN;
      desk.ask();
      desk.keys.down = true;
      desk.ask();
    } finally {
      System.setOut(before);
    }

    assertThat(log.toString(StandardCharsets.UTF_8))
        .contains("messageSent", "messageFailed", "codeNotDealtWith", "\"Unanswered\":1", DOSSIER)
        .doesNotContain("912345678", "hoa@", "Hoa", HOME, " " + code, cookie.substring(12, 24));
  }
}
