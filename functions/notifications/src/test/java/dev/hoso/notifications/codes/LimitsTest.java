package dev.hoso.notifications.codes;

import static dev.hoso.notifications.DossierForTests.dossier;
import static dev.hoso.notifications.codes.DeskForTests.DOSSIER;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LimitsTest {
  private final DeskForTests desk = new DeskForTests();

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void aDossierGetsThreeCodesInFifteenMinutes() {
    for (int asked = 0; asked < 3; asked++) {
      assertThat(desk.ask().location()).endsWith("?sent=1");
      desk.clock.advance(Duration.ofMinutes(4));
    }
    assertThat(desk.ask(DOSSIER, "lang=vi").location()).endsWith("0042?limited=1&lang=vi");
    assertThat(desk.providers.sms).hasSize(3);

    desk.clock.advance(Duration.ofMinutes(3));
    assertThat(desk.ask().location()).as("the first is 15 minutes ago").endsWith("?sent=1");
    assertThat(desk.ask().location()).endsWith("?limited=1");
  }

  @Test
  void aCodeThatIsNotSentMakesNoEarlierOneVoid() {
    desk.ask();
    desk.ask();
    desk.ask();
    String code = desk.code();

    assertThat(desk.ask().location()).endsWith("?limited=1");

    assertThat(desk.enter(code).location()).endsWith("0042");
  }

  @Test
  void aDossierGetsTenCodesADay() {
    int sent = 0;
    for (int asked = 0; asked < 20; asked++) {
      sent += desk.ask().location().endsWith("?sent=1") ? 1 : 0;
      desk.clock.advance(Duration.ofMinutes(60));
    }

    assertThat(sent).isEqualTo(10);
    assertThat(desk.providers.sms).hasSize(10);
    desk.clock.advance(Duration.ofHours(4));
    assertThat(desk.ask().location()).endsWith("?sent=1");
  }

  @Test
  void aPersonWithManyDossiersGetsFiveCodesAnHourAndNobodyLearnsWhoseTheyAre() {
    List<String> dossiers =
        List.of("0001", "0002", "0003", "0004", "0005", "0006").stream()
            .map(number -> "H26.15-261123-" + number)
            .toList();
    dossiers.forEach(code -> desk.register(dossier(code)));

    for (String code : dossiers) {
      assertThat(desk.ask(code, "").location()).isEqualTo("/lookup/" + code + "?sent=1");
    }

    assertThat(desk.providers.sms).hasSize(5);
    var message = desk.messages.query("dossier", dossiers.getLast()).getFirst();
    assertThat(message.text("status")).isEqualTo("suppressed");
    assertThat(message.text("failure"))
        .isEqualTo("This contact was sent enough codes within an hour");
    assertThat(desk.held(dossiers.getLast()).isEmpty()).isTrue();

    // By e-mail the person is reached all the same, and an hour later by SMS again.
    desk.ask(dossiers.getLast(), "channel=email");
    assertThat(desk.providers.emails).hasSize(1);
    desk.clock.advance(Duration.ofHours(1));
    desk.ask(dossiers.getLast(), "");
    assertThat(desk.providers.sms).hasSize(6);
  }

  @Test
  void anAddressGetsThirtyCodesAnHour() {
    for (int asked = 0; asked < 30; asked++) {
      assertThat(desk.ask("H26.15-261123-%04d".formatted(asked), "").location())
          .endsWith("?sent=1");
    }
    assertThat(desk.ask("H26.15-261123-0030", "").location()).endsWith("?limited=1");
    assertThat(desk.ask("H26.15-261123-0030", "", "198.51.100.1").location()).endsWith("?sent=1");

    desk.clock.advance(Duration.ofHours(1));
    assertThat(desk.ask("H26.15-261123-0031", "").location()).endsWith("?sent=1");
  }

  @Test
  void anAddressGetsSixtyWrongEntriesAnHour() {
    for (int tried = 0; tried < 60; tried++) {
      assertThat(desk.enter("H26.15-261123-%04d".formatted(tried), "123456").location())
          .endsWith("?over=1");
    }
    assertThat(desk.enter("H26.15-261123-0060", "123456").location()).endsWith("?limited=1");
    assertThat(desk.enter("H26.15-261123-0060", "123456", "198.51.100.1").location())
        .endsWith("?over=1");

    desk.clock.advance(Duration.ofHours(1));
    assertThat(desk.enter("H26.15-261123-0061", "123456").location()).endsWith("?over=1");
  }

  @Test
  void whoIsOverTheAddressesLimitUsesUpNobodysTries() {
    desk.ask(DOSSIER, "", "198.51.100.1");
    for (int tried = 0; tried < 60; tried++) {
      desk.enter("H26.15-261123-%04d".formatted(1000 + tried), "123456");
    }

    assertThat(desk.enter(desk.wrongCode()).location()).endsWith("?limited=1");

    assertThat(desk.held(DOSSIER).number("tries")).isZero();
  }

  @Test
  void rightEntriesAreNotHeldAgainstAnAddress() {
    for (int person = 0; person < 70; person++) {
      String code = "H26.15-261123-%04d".formatted(person);
      desk.register(dossier(code).applicant("phone", "+8490000%04d".formatted(person)));
      desk.ask(code, "", "10.3.0." + person);

      assertThat(desk.enter(code, desk.code()).location()).isEqualTo("/lookup/" + code);
    }
  }

  @Test
  void ofIpv6ASiteIsOneAddress() {
    for (int asked = 0; asked < 30; asked++) {
      desk.ask("H26.15-261123-%04d".formatted(asked), "", "2001:db8:1:2::" + asked);
    }

    assertThat(desk.ask(DOSSIER, "", "2001:db8:1:2:ffff::1").location()).endsWith("?limited=1");
    assertThat(desk.ask(DOSSIER, "", "2001:db8:1:3::1").location()).endsWith("?sent=1");
  }
}
