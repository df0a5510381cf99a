package dev.hoso.notifications;

import static dev.hoso.notifications.CityForTests.registered;
import static dev.hoso.notifications.DossierForTests.dossier;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hoso.core.dynamo.Item;
import dev.hoso.core.lambda.Change;
import dev.hoso.notifications.ProvidersForTests.Answer;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A person who named a channel is told by it; by the next one only where it cannot be done. */
class FallbackTest {
  private static final Duration REPORTED_WITHIN = Duration.ofMinutes(15);
  private static final Reason NO_SUCH_NUMBER = new Reason("No such number", "Không có số", true);
  private static final String PAPERS = "status 5 at 2";
  private static final String FEE = "status 6 at 3";

  private final CityForTests city = new CityForTests();

  @AfterEach
  void close() {
    city.close();
  }

  @Test
  void whoNamedAChannelIsToldByItAlone() {
    city.changed(registered(dossier().applicant("channel", "email")));

    assertThat(city.providers.emails).hasSize(1);
    assertThat(city.providers.sms).isEmpty();
    Item standby = city.message("received", "sms");
    assertThat(standby.text("status")).isEqualTo("standby");
    assertThat(standby.has("owed") || standby.has("due")).isFalse();
    city.clock.advance(Duration.ofDays(1));
    city.minute();
    assertThat(city.providers.sms).isEmpty();
  }

  @Test
  void whoNamedAChannelThatDoesNotLeadToThemIsToldByAnother() {
    city.changed(registered(dossier().applicant("channel", "push")));
    assertThat(city.providers.sms).hasSize(1);
    assertThat(city.providers.emails).isEmpty();

    city.changed(
        registered(
            dossier("H26.15-261123-0043")
                .applicant("channel", "sms")
                .applicant("phone", "+842438256008")));
    assertThat(city.message("H26.15-261123-0043", "received", "sms").text("failure"))
        .isEqualTo("A landline takes no SMS");
    assertThat(city.providers.emails).hasSize(1);
  }

  @Test
  void whoDoesNotConsentIsToldByNone() {
    city.changed(registered(dossier().applicant("channel", "sms").applicant("consent", false)));

    assertThat(city.message("received", "sms").text("status")).isEqualTo("suppressed");
    assertThat(city.message("received", "email").text("status")).isEqualTo("suppressed");
    city.minute();
    assertThat(city.providers.emails).isEmpty();
  }

  @Test
  void whatAProviderRefusesForGoodGoesByTheNext() {
    city.providers.sns = form -> new Answer(400, "InvalidParameter", "PhoneNumber");
    city.changed(preferringSms());
    assertThat(city.providers.emails).isEmpty();

    city.minute();
    city.minute();

    assertThat(city.providers.emails).hasSize(1);
    Item email = city.message("received", "email");
    assertThat(email.text("status")).isEqualTo("sent");
    assertThat(email.text("fallbackFor")).isEqualTo("sms");
    assertThat(email.number("attempts")).isEqualTo(1);
    Item sms = city.message("received", "sms");
    assertThat(sms.text("status")).isEqualTo("failed");
    assertThat(sms.has("owed") || sms.has("due")).isFalse();
  }

  @Test
  void aProviderThatTakesNothingForAQuarterOfAnHourIsPassedOver() {
    city.providers.sns = form -> Answer.THROTTLED;
    city.changed(preferringSms());

    Instant start = city.clock.instant();
    while (city.providers.emails.isEmpty()) {
      city.clock.advance(Duration.ofSeconds(30));
      city.minute();
    }

    assertThat(Duration.between(start, city.clock.instant())).isLessThan(Duration.ofMinutes(16));
    city.providers.sns = form -> Answer.TAKEN;
    city.clock.advance(Duration.ofDays(1));
    city.minute();
    assertThat(city.providers.sms).isEmpty();
  }

  @Test
  void whatIsNotReportedAsDeliveredInTimeGoesByTheNextAndOnce() {
    city.changed(preferringSms());

    city.clock.advance(REPORTED_WITHIN.minusSeconds(1));
    city.minute();
    assertThat(city.providers.emails).isEmpty();
    city.clock.advance(Duration.ofSeconds(1));
    city.minute();
    city.minute();
    report(new Report.Delivered("Message has been accepted by phone"));
    report(new Report.Failed(NO_SUCH_NUMBER, "Invalid phone number"));
    city.minute();

    assertThat(city.providers.emails).hasSize(1);
    assertThat(city.providers.sms).hasSize(1);
    assertThat(city.message("received", "sms").text("status")).isEqualTo("failed");
  }

  @Test
  void whatIsReportedAsDeliveredInTimeGoesByNoOther() {
    city.changed(preferringSms());
    report(new Report.Delivered("Message has been accepted by phone"));

    city.clock.advance(REPORTED_WITHIN.plusDays(1));
    city.minute();

    assertThat(city.providers.emails).isEmpty();
    assertThat(city.message("received", "email").text("status")).isEqualTo("standby");
    assertThat(city.table.due("message", city.clock.instant(), 10)).isEmpty();
  }

  @Test
  void whatIsReportedAsFailedGoesByTheNext() {
    city.changed(preferringSms());

    report(new Report.Failed(NO_SUCH_NUMBER, "Invalid phone number"));
    report(new Report.Failed(NO_SUCH_NUMBER, "Invalid phone number"));
    city.minute();
    city.minute();

    assertThat(city.providers.emails).hasSize(1);
  }

  @Test
  void aContactThatIsKnownToBeDeadIsPassedOverAtOnce() {
    city.changed(preferringSms());
    report(new Report.Failed(NO_SUCH_NUMBER, "Invalid phone number"));
    city.minute();

    city.changed(
        new Change(dossier().item(), dossier().applicant("channel", "sms").status(3, 2).item()));
    city.minute();
    // The other channel's waits for what else happens to the dossier, as it would have alone.
    city.clock.advance(Merging.WINDOW);
    city.minute();

    assertThat(city.providers.sms).hasSize(1);
    assertThat(city.providers.emails).hasSize(2);
    assertThat(city.message("status 3 at 2", "sms").text("status")).isEqualTo("suppressed");
    assertThat(city.message("status 3 at 2", "email").text("fallbackFor")).isEqualTo("sms");
  }

  @Test
  void whatItsReaderDoesNotWantGoesByNoOther() {
    Addresses addresses = Addresses.of(city.settings, city.table.dynamo());
    addresses.optOut(
        new ContactHash(city.settings).of("+84912345678"),
        before -> EnumSet.of(Kind.PROGRESS),
        city.clock.instant());

    city.changed(
        new Change(dossier().item(), dossier().applicant("channel", "sms").status(7, 2).item()));
    city.minute();

    assertThat(city.providers.sms).isEmpty();
    assertThat(city.providers.emails).isEmpty();
    assertThat(city.message("status 7 at 2", "sms").text("failure"))
        .isEqualTo("The person has opted out of messages of this kind");
  }

  @Test
  void aTurnThatWasBrokenOffIsGivenInTheNextMinute() {
    city.changed(preferringSms());
    Item sms = city.message("received", "sms");
    // As it is after a crash between the two writes of a turn.
    new Arrivals(city.table).failed(sms, NO_SUCH_NUMBER, "Invalid", city.clock.instant());
    assertThat(city.message("received", "email").text("status")).isEqualTo("standby");

    city.minute();
    city.minute();

    assertThat(city.providers.emails).hasSize(1);
    assertThat(city.message("received", "sms").has("due")).isFalse();
  }

  @Test
  void whatStandsByIsForgottenWhenTheDataIsErased() {
    city.changed(preferringSms());
    city.changed(new Change(dossier().item(), dossier().erased(city.clock.instant()).item()));

    Item email = city.message("received", "email");
    assertThat(email.text("status")).isEqualTo("suppressed");
    assertThat(email.has("to") || email.has("text")).isFalse();
    report(new Report.Failed(NO_SUCH_NUMBER, "Invalid phone number"));
    city.minute();
    city.clock.advance(Duration.ofMinutes(1));
    city.minute();
    assertThat(city.providers.emails).isEmpty();
    assertThat(city.table.due("message", city.clock.instant(), 10)).isEmpty();
  }

  @Test
  void whatWasToldTogetherAndDidNotArriveGoesTogetherByTheNext() throws Exception {
    asksForPapersAndThenForTheFee();
    city.minutes(3);
    assertThat(city.texts()).hasSize(1).first().asString().contains("bo sung", "nop phi");
    assertThat(city.message(FEE, "sms").text("mergedInto")).isEqualTo(PAPERS + "#sms");
    assertThat(city.message(FEE, "email").text("status")).isEqualTo("standby");

    report(PAPERS, new Report.Failed(NO_SUCH_NUMBER, "Invalid phone number"));
    city.minutes(2);

    assertThat(city.providers.emails).hasSize(1);
    assertThat(city.providers.emails.getFirst().getSubject())
        .contains("cần bổ sung giấy tờ", "cần nộp phí");
    List<Item> both = List.of(city.message(PAPERS, "email"), city.message(FEE, "email"));
    assertThat(both).extracting(it -> it.text("fallbackFor")).containsOnly("sms");
    assertThat(both)
        .extracting(it -> it.text("status"))
        .containsExactlyInAnyOrder("sent", "merged");
  }

  @Test
  void whatWasToldTogetherAndArrivedGoesByNoOther() {
    asksForPapersAndThenForTheFee();
    city.minutes(3);
    report(PAPERS, new Report.Delivered("Message has been accepted by phone"));
    city.clock.advance(REPORTED_WITHIN);
    city.minutes(2);
    assertThat(city.providers.emails).isEmpty();
    assertThat(city.message(FEE, "email").text("status")).isEqualTo("standby");
  }

  @ParameterizedTest(name = "at write {0}, written: {1}")
  @MethodSource("cuts")
  void turnsOfWhatWasToldTogetherAreGivenOnceWhereverTheyAreCutOff(int write, boolean written) {
    asksForPapersAndThenForTheFee();
    city.minutes(3);
    city.clock.advance(REPORTED_WITHIN);
    city.table(CutClient.dying(city.table, write, written));
    try {
      city.minute();
    } catch (CutClient.Kill killed) {
      city.clock.advance(Duration.ofSeconds(1));
    }
    city.table(city.table);
    city.minutes(4);
    List<String> different =
        city.providers.emails.stream().map(FallbackTest::subject).distinct().toList();
    assertThat(different.stream().filter(it -> it.contains("bổ sung"))).hasSize(1);
    assertThat(different.stream().filter(it -> it.contains("nộp phí"))).hasSize(1);
    assertThat(city.table.due("message", city.clock.instant(), 10)).isEmpty();
  }

  static Stream<Arguments> cuts() {
    return IntStream.rangeClosed(1, 6)
        .boxed()
        .flatMap(n -> Stream.of(Arguments.of(n, false), Arguments.of(n, true)));
  }

  private static String subject(MimeMessage email) {
    try {
      return email.getSubject();
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private void asksForPapersAndThenForTheFee() {
    DossierForTests before = dossier().applicant("channel", "sms");
    DossierForTests papers =
        dossier().applicant("channel", "sms").status(5, 2).with("statusReason", "Thieu don.");
    city.becomes(before, papers);
    city.becomes(papers, dossier().applicant("channel", "sms").status(6, 3));
  }

  private void report(Report.Event event) {
    report("received", event);
  }

  private void report(String fact, Report.Event event) {
    String id = city.message(fact, "sms").text("providerMessageId");
    Instant now = city.clock.instant();
    assertThat(
            Reporting.of(city.settings, city.table.dynamo(), city.clock)
                .take(new Report(id, now, event)))
        .isTrue();
  }

  private static Change preferringSms() {
    return registered(dossier().applicant("channel", "sms"));
  }
}
