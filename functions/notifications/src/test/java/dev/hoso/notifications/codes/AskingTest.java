package dev.hoso.notifications.codes;

import static dev.hoso.notifications.DossierForTests.dossier;
import static dev.hoso.notifications.codes.DeskForTests.DOSSIER;
import static dev.hoso.notifications.codes.DeskForTests.HOME;
import static dev.hoso.notifications.codes.DeskForTests.NOBODYS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hoso.core.KeysForTests;
import dev.hoso.core.dynamo.Item;
import dev.hoso.notifications.ProvidersForTests.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AskingTest {
  private final DeskForTests desk = new DeskForTests();

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void aCodeGoesToTheDossiersPhone() {
    assertThat(desk.ask(DOSSIER, "channel=sms&lang=vi").location())
        .isEqualTo("/lookup/H26.15-261123-0042?sent=1&lang=vi");

    assertThat(desk.providers.numbers()).containsExactly("+84912345678");
    assertThat(desk.code()).hasSize(6);
    assertThat(desk.providers.emails).isEmpty();
  }

  @Test
  void orToItsEmail() throws Exception {
    desk.ask(DOSSIER, "channel=email&lang=en");

    assertThat(desk.providers.sms).isEmpty();
    assertThat(desk.providers.emails.getFirst().getSubject())
        .isEqualTo("Dossier H26.15-261123-0042: look-up code");
  }

  @Test
  void withoutAChannelOrWithOneThatThereIsNotItIsAnSms() {
    desk.ask(DOSSIER, "");
    desk.ask(DOSSIER, "channel=pigeon");

    assertThat(desk.providers.sms).hasSize(2);
  }

  @Test
  void whereTheDossierLacksTheChannelTheOtherIsUsed() {
    desk.register(dossier().without("phone"));

    assertThat(desk.ask(DOSSIER, "channel=sms").location()).endsWith("?sent=1");

    assertThat(desk.providers.emails).hasSize(1);
  }

  @Test
  void theLanguageIsTheFormsElseTheApplicants() {
    desk.register(dossier().applicant("language", "en"));
    desk.ask(DOSSIER, "lang=vi");
    desk.ask(DOSSIER, "lang=klingon");

    assertThat(desk.providers.sms.get(0).get("Message")).startsWith("Ho so ");
    assertThat(desk.providers.sms.get(1).get("Message")).startsWith("Dossier ");
  }

  @Test
  void ofACodeOnlyAKeyedHashIsKeptAndOnlyForAWhile() {
    desk.ask();

    Item held = desk.held(DOSSIER);
    Instant now = desk.clock.instant();
    assertThat(held.text("hash"))
        .isEqualTo(HexFormat.of().formatHex(KeysForTests.mac(DOSSIER + ":" + desk.code())));
    assertThat(held.time("codeUntil")).isEqualTo(now.plus(Duration.ofMinutes(5)));
    assertThat(held.number("tries")).isZero();
    assertThat(held.number("expires")).isGreaterThan(now.plus(CodeRules.VALID).getEpochSecond());
    assertThat(desk.all().toString()).doesNotContain(desk.code());
  }

  @Test
  void countersNameNeitherContactsNorAddresses() {
    desk.ask();

    assertThat(desk.all().toString()).doesNotContain("912345678", HOME);
    assertThat(desk.all()).allMatch(item -> item.has("expires"));
  }

  @Test
  void theMessageIsSeenWithoutItsCode() {
    desk.ask();

    Item message = desk.messages.query("dossier", DOSSIER).getFirst();
    assertThat(message.text("fact")).startsWith("code 2026-11-23T14:30:05+07:00 ");
    assertThat(message.text("status")).isEqualTo("sent");
    assertThat(message.text("text")).contains("******");
    assertThat(message.attributes().toString()).doesNotContain(desk.code());
  }

  @Test
  void codesOfOneSecondAreMessagesOfTheirOwn() {
    desk.ask();
    desk.ask();
    desk.ask();

    assertThat(desk.messages.query("dossier", DOSSIER)).hasSize(3);
    assertThat(desk.providers.sms).hasSize(3);
  }

  @Test
  void aProviderThatFailsLetsThePersonAskAgain() {
    desk.providers.sns = form -> Answer.DOWN;
    assertThat(desk.ask(DOSSIER, "lang=en").location())
        .isEqualTo("/lookup/H26.15-261123-0042?failed=1&lang=en");

    desk.providers.sns = form -> Answer.TAKEN;
    assertThat(desk.ask().location()).endsWith("?sent=1");
    assertThat(desk.enter(desk.code()).location()).isEqualTo("/lookup/H26.15-261123-0042");
  }

  @Test
  void aContactThatIsRefusedForGoodIsNotToldApartFromNone() {
    desk.providers.sns = form -> new Answer(400, "InvalidParameter", "PhoneNumber");

    assertThat(desk.ask().location()).endsWith("?sent=1");
  }

  @Test
  void whetherThereIsSuchADossierIsNotSaid() {
    List<String> somebodys = lives(DOSSIER);
    List<String> nobodys = lives(NOBODYS);

    assertThat(nobodys)
        .isEqualTo(somebodys.stream().map(it -> it.replace(DOSSIER, NOBODYS)).toList());
    assertThat(desk.providers.emails).hasSize(3);
    assertThat(desk.providers.sms).hasSize(2);
    assertThat(desk.messages.query("dossier", NOBODYS)).isEmpty();
  }

  /** All that can happen to who has no code. */
  private List<String> lives(String dossier) {
    List<String> answers = new ArrayList<>();
    answers.add(desk.enter(dossier, "abc").location());
    answers.add(desk.enter(dossier, "123456").location());
    for (int asked = 0; asked < 4; asked++) {
      answers.add(desk.ask(dossier, "channel=email", "198.51.100." + asked).location());
    }
    desk.clock.advance(Duration.ofMinutes(15));
    answers.add(desk.ask(dossier, "lang=en").location());
    for (int tried = 0; tried < 7; tried++) {
      answers.add(desk.enter(dossier, "000000", "198.51.100." + tried).location());
    }
    answers.add(desk.ask(dossier, "").location());
    desk.clock.advance(Duration.ofMinutes(6));
    answers.add(desk.enter(dossier, "000000").location());
    return answers;
  }

  @Test
  void theSameWorkIsDoneWhetherOrNotThereIsSuchADossier() {
    desk.ask(DOSSIER, "");
    Set<String> kinds = kinds();
    // What stands for contacts in the gates has a key of its own, asked for once by each function.
    desk.keys.messages.remove("hoso contacts");
    int hashes = desk.keys.messages.size();
    Set<String> held = desk.held(DOSSIER).attributes().keySet();

    desk.ask(NOBODYS, "");

    assertThat(desk.keys.messages).hasSize(2 * hashes);
    assertThat(kinds()).isEqualTo(kinds);
    assertThat(desk.held(NOBODYS).attributes().keySet()).isEqualTo(held);
  }

  /** The kinds of items in the table, without whom they are about. */
  private Set<String> kinds() {
    return desk.all().stream()
        .map(item -> item.text("id").replaceAll("[ #][^ #]+$", ""))
        .collect(Collectors.toSet());
  }

  @Test
  void noEntryOpensADossierThatThereIsNot() {
    desk.ask(NOBODYS, "");
    String hash = desk.held(NOBODYS).text("hash");

    String made =
        desk.keys.messages.stream()
            .filter(it -> HexFormat.of().formatHex(KeysForTests.mac(it)).equals(hash))
            .findFirst()
            .orElseThrow();
    assertThat(made).startsWith(NOBODYS + ":").hasSizeGreaterThan(NOBODYS.length() + 7);
  }

  @Test
  void anErasedDossierIsAsOneThatThereIsNot() {
    desk.register(
        dossier("H26.15-261123-0050")
            .with("erasedAt", desk.clock.instant())
            .without("phone")
            .without("email")
            .applicant("name", "")
            .applicant("consent", false));

    assertThat(desk.ask("H26.15-261123-0050", "").location()).endsWith("?sent=1");
    assertThat(desk.providers.sms).isEmpty();
    assertThat(desk.providers.emails).isEmpty();
  }

  @Test
  void whileAProviderFailsNobodyLearnsWhoHasADossier() {
    desk.providers.sns = form -> Answer.DOWN;
    desk.ask();

    assertThat(desk.ask(NOBODYS, "").location()).endsWith("?failed=1");
    assertThat(desk.ask(NOBODYS, "channel=email").location()).endsWith("?sent=1");
  }

  @Test
  void aMisspelledDossierIsSaidToBe() {
    assertThat(desk.ask("H26.15-261399-0042", "").location()).isEqualTo("/lookup?bad=1");
    assertThat(desk.ask("x", "lang=en").location()).isEqualTo("/lookup?bad=1&lang=en");
    assertThat(desk.enter("a\r\nset-cookie: b", "123456").location()).isEqualTo("/lookup?bad=1");
    assertThat(desk.keys.messages).isEmpty();
  }

  @Test
  void aDossierMayBeTypedInSmallLetters() {
    assertThat(desk.ask(" h26.15-261123-0042", "").location())
        .isEqualTo("/lookup/H26.15-261123-0042?sent=1");
  }

  @Test
  void whileTheHashesCannotBeHadThePersonMayAskAgain() {
    desk.keys.down = true;

    assertThat(desk.ask().location()).endsWith("?failed=1");
    assertThat(desk.enter("123456").location()).endsWith("?failed=1");
    assertThat(desk.providers.sms).isEmpty();
  }

  @Test
  void nobodyHearsSoonerThanOthers() {
    Duration least = Duration.ofMillis(400);
    desk.atPace(least);

    for (String dossier : List.of(DOSSIER, NOBODYS)) {
      long start = System.nanoTime();
      desk.ask(dossier, "");
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(least);
    }
  }
}
