package dev.hoso.notifications.reports;

import static dev.hoso.notifications.CityForTests.registered;
import static dev.hoso.notifications.DossierForTests.dossier;
import static dev.hoso.notifications.reports.EventsForTests.bounce;
import static dev.hoso.notifications.reports.EventsForTests.complaint;
import static dev.hoso.notifications.reports.EventsForTests.delivery;
import static dev.hoso.notifications.reports.EventsForTests.log;
import static dev.hoso.notifications.reports.EventsForTests.notices;
import static dev.hoso.notifications.reports.EventsForTests.sms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hoso.core.dynamo.Item;
import dev.hoso.core.lambda.Change;
import dev.hoso.notifications.CityForTests;
import dev.hoso.notifications.DossierForTests;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of messages when their providers report. */
class ReportsTest {
  private final CityForTests city = new CityForTests();
  private final ReportsHandler handler =
      new ReportsHandler(city.settings, city.table.dynamo(), city.clock);

  @AfterEach
  void close() {
    city.close();
  }

  @Test
  void whatArrivedIsDelivered() {
    city.changed(registered(dossier()));
    Instant later = city.clock.instant().plusSeconds(3);

    report(notices(delivery(id("email"), later)));
    report(log(later, sms(id("sms"), "SUCCESS", "Message has been accepted by phone")));

    Item email = city.message("received", "email");
    assertThat(email.text("status")).isEqualTo("delivered");
    assertThat(email.time("deliveredAt")).isEqualTo(later);
    assertThat(email.text("deliveryReport")).isEqualTo("250 2.6.0 Message received");
    Item sms = city.message("received", "sms");
    assertThat(sms.text("status")).isEqualTo("delivered");
    assertThat(sms.time("deliveredAt")).isEqualTo(later);
    assertThat(sms.text("deliveryReport")).isEqualTo("Message has been accepted by phone");
  }

  @Test
  void aMailboxThatIsNotThereIsWrittenToNoMoreUntilAnotherIsGiven() {
    city.changed(registered(dossier()));
    report(notices(bounce(id("email"), now(), "Permanent", "NoEmail", "5.1.1")));

    Item failed = city.message("received", "email");
    assertThat(failed.text("status")).isEqualTo("failed");
    assertThat(failed.text("failure")).isEqualTo("There is no such mailbox");
    assertThat(failed.text("failureVi")).isEqualTo("Không có hộp thư này");
    assertThat(failed.text("deliveryReport")).isEqualTo("Permanent/NoEmail 5.1.1");

    told(refused(dossier(), 2));
    assertThat(city.providers.emails).hasSize(1);
    assertThat(city.providers.sms).hasSize(2);
    assertThat(city.message("status 3 at 2", "email").text("failure"))
        .isEqualTo("Nothing is sent to this contact: There is no such mailbox");

    told(refused(dossier().applicant("email", "hoa@mail.example.vn"), 3));
    assertThat(city.providers.emails).hasSize(2);
  }

  @Test
  void aMailboxIsTheSameInCapitals() {
    city.changed(registered(dossier()));
    report(notices(bounce(id("email"), now(), "Permanent", "General", "5.1.1")));

    told(refused(dossier().applicant("email", "Hoa@example.vn"), 2));

    assertThat(city.providers.emails).hasSize(1);
  }

  @Test
  void whatIsKnownOfAContactDoesNotNameIt() {
    city.changed(registered(dossier()));
    report(notices(bounce(id("email"), now(), "Permanent", "General", "5.1.1")));

    Item address = address();
    assertThat(address.text("address")).matches("[0-9a-f]{32}");
    assertThat(address.toString()).doesNotContain("hoa", "example.vn");
    assertThat(address.number("expires"))
        .isEqualTo(now().plus(Duration.ofDays(730)).getEpochSecond());
  }

  @Test
  void whoComplainsIsWrittenToNoMoreThoughTheMessageArrived() {
    city.changed(registered(dossier()));
    report(notices(delivery(id("email"), now()), complaint(id("email"), now(), "abuse")));

    Item email = city.message("received", "email");
    assertThat(email.text("status")).isEqualTo("delivered");
    assertThat(email.text("complaint")).isEqualTo("abuse");
    told(refused(dossier(), 2));
    assertThat(city.providers.emails).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "Transient, MailboxFull, 4.2.2, The mailbox is full",
    "Transient, General, 4.4.7, The mailbox cannot take e-mails now",
    "Undetermined, Undetermined, 5.0.0, The mail service of the mailbox has returned the e-mail and does not say why",
    "Transient, SomethingNew, 4.0.0, The e-mail could not be delivered"
  })
  void whatMayBeOtherwiseTomorrowIsTriedAgain(
      String type, String subType, String status, String reason) {
    city.changed(registered(dossier()));
    report(notices(bounce(id("email"), now(), type, subType, status)));

    assertThat(city.message("received", "email").text("failure")).isEqualTo(reason);
    told(refused(dossier(), 2));
    assertThat(city.providers.emails).hasSize(2);
  }

  @Test
  void anAbsentReadersAnswerIsNoFailure() {
    city.changed(registered(dossier()));
    report(notices(delivery(id("email"), now())));
    report(notices(bounce(id("email"), now(), "Transient", "General", "")));

    assertThat(city.message("received", "email").text("status")).isEqualTo("delivered");
  }

  @Test
  void whatSaysNothingOfAMessagesEndChangesNothing() {
    city.changed(registered(dossier()));

    report(notices(EventsForTests.event("Send", id("email"), now(), "\"send\":{}")));
    report(notices(complaint(id("email"), now(), "not-spam")));
    report(log("CONTROL_MESSAGE", ""));

    assertThat(city.message("received", "email").text("status")).isEqualTo("sent");
    assertThat(city.message("received", "email").has("complaint")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "Invalid phone number, There is no such number, 1",
    "Phone number is opted out, The person has opted out of SMS with the operator, 1",
    "Phone is currently unreachable/unavailable, The phone was switched off or had no signal, 2",
    "Something that SNS never said, The SMS could not be delivered, 2"
  })
  void anSmsThatDidNotArriveHasFailed(String said, String reason, int sent) {
    city.changed(registered(dossier()));
    report(log(now(), sms(id("sms"), "FAILURE", said)));

    Item sms = city.message("received", "sms");
    assertThat(sms.text("status")).isEqualTo("failed");
    assertThat(sms.text("failure")).isEqualTo(reason);
    assertThat(sms.text("deliveryReport")).isEqualTo(said);
    told(refused(dossier(), 2));
    assertThat(city.providers.sms).hasSize(sent);
  }

  @Test
  void aReportThatIsFasterThanOurOwnNoteComesAgain() {
    byte[] early = notices(delivery("provider-2", now()));
    assertThatThrownBy(() -> report(early)).isInstanceOf(ReportsHandler.Again.class);

    city.changed(registered(dossier()));
    report(early);

    assertThat(city.message("received", "email").text("status")).isEqualTo("delivered");
  }

  @Test
  void ofSeveralReportsTheKnownAreTakenInThoughAnotherMustComeAgain() {
    city.changed(registered(dossier()));

    assertThatThrownBy(
            () ->
                report(
                    log(
                        now(),
                        sms("unknown", "SUCCESS", "ok"),
                        sms(id("sms"), "SUCCESS", "Message has been accepted by phone"))))
        .isInstanceOf(ReportsHandler.Again.class);

    assertThat(city.message("received", "sms").text("status")).isEqualTo("delivered");
  }

  @Test
  void anOlderReportOfAnUnknownMessageIsSomebodyElses() {
    Instant before = now().minus(ReportsHandler.EARLY).minusSeconds(1);

    report(log(before, sms("another's", "FAILURE", "Invalid phone number")));
  }

  @Test
  void aLogIsLongerThanOurJsonReaderTakes() {
    city.changed(registered(dossier()));
    Instant old = now().minus(Duration.ofHours(1));
    String random =
        new Random(7)
            .ints(100_000, 'a', 'z' + 1)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    String[] lines =
        Stream.concat(
                IntStream.range(0, 1000)
                    .mapToObj(n -> sms(random.substring(n * 99, n * 99 + 99), "SUCCESS", "ok")),
                Stream.of(sms(id("sms"), "SUCCESS", "ok")))
            .toArray(String[]::new);
    byte[] event = log(old, lines);
    assertThat(event).hasSizeGreaterThan(50_000);

    report(event);

    assertThat(city.message("received", "sms").text("status")).isEqualTo("delivered");
  }

  @Test
  void ofAPersonWhoseDataWasErasedNoContactIsKept() {
    city.changed(registered(dossier()));
    String id = id("email");
    city.changed(new Change(dossier().item(), dossier().erased(now()).item()));

    report(notices(bounce(id, now(), "Permanent", "General", "5.1.1")));

    assertThat(city.message("received", "email").text("status")).isEqualTo("failed");
    assertThat(city.addresses.dynamo().scan(it -> it.tableName(city.addresses.name())).count())
        .isZero();
  }

  @Test
  void whatCannotBeTakenInComesAgainAndIsDoneThen() {
    city.changed(registered(dossier()));
    city.keys.down = true;
    byte[] event = notices(bounce(id("email"), now(), "Permanent", "General", "5.1.1"));
    ReportsHandler fresh = new ReportsHandler(city.settings, city.table.dynamo(), city.clock);
    assertThatThrownBy(() -> report(fresh, event)).isInstanceOf(ReportsHandler.Again.class);

    city.keys.down = false;
    report(fresh, event);

    assertThat(city.message("received", "email").text("status")).isEqualTo("failed");
    assertThat(address().text("reason")).isEqualTo("The mailbox does not take e-mails");
  }

  private Item address() {
    return new Item(
        city.addresses.dynamo().scan(it -> it.tableName(city.addresses.name())).items().stream()
            .findFirst()
            .orElse(Collections.emptyMap()));
  }

  private static Change refused(DossierForTests dossier, long version) {
    return new Change(dossier().item(), dossier.status(3, version).item());
  }

  private Instant now() {
    return city.clock.instant();
  }

  private String id(String channel) {
    return city.table
        .get(Map.of("dossier", "H26.15-261123-0042", "message", "received#" + channel))
        .text("providerMessageId");
  }

  private void report(byte[] event) {
    report(handler, event);
  }

  private static void report(ReportsHandler handler, byte[] event) {
    try {
      handler.handleRequest(new ByteArrayInputStream(event), new ByteArrayOutputStream(), null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Tells what may wait for others of its dossier, and waits. */
  private void told(Change change) {
    city.changed(change);
    city.clock.advance(Duration.ofMinutes(2));
    city.minute();
  }
}
