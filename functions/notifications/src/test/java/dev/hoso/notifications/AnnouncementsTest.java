package dev.hoso.notifications;

import static dev.hoso.notifications.CityForTests.registered;
import static dev.hoso.notifications.DossierForTests.dossier;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.hoso.core.Language;
import dev.hoso.core.dynamo.Item;
import dev.hoso.core.dynamo.Table;
import dev.hoso.core.lambda.Change;
import dev.hoso.notifications.announcements.OfficeForTests;
import dev.hoso.notifications.announcements.OfficeForTests.Answer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One text to many, from the request to their telephones. */
class AnnouncementsTest {
  private final CityForTests city = new CityForTests();
  private final OfficeForTests office = new OfficeForTests(city.table, city.clock);

  @AfterEach
  void close() {
    city.close();
  }

  @Test
  void whoeverIsInTheListIsToldOnceInTheirLanguage() {
    Answer answer = office.announce(OfficeForTests.CLOSED);
    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.text("status")).isEqualTo("waiting");
    int put =
        OfficeForTests.upload(
            answer,
            """
            Số điện thoại,Email,Language,Note
            0912345601,,vi,first
            0912 345 602,b@example.vn,en,

            ,c@example.vn,,
            """);
    assertThat(put).isEqualTo(200);

    minutes(4);

    assertThat(city.providers.numbers()).containsExactlyInAnyOrder("+84912345601", "+84912345602");
    assertThat(city.texts())
        .containsExactlyInAnyOrder(
            "Bo phan mot cua nghi ngay 01/12/2026.",
            "The one-stop service is closed on 1 Dec 2026.");
    assertThat(city.providers.emails).hasSize(1);
    Answer shown = office.show(answer.text("id"));
    assertThat(shown.text("status")).isEqualTo("done");
    assertThat(shown.count("lines")).isEqualTo(3);
    assertThat(shown.count("sent")).isEqualTo(3);
    assertThat(shown.count("waiting")).isZero();
    assertThat(shown.body()).doesNotContainKey("upload");
  }

  @Test
  void everyFaultyLineIsReportedAndStopsNoOther() {
    String id =
        office.announced(
            OfficeForTests.CLOSED,
            """
            dossier;phone;email;language
            ;0912345601;;vi
            ;12345;;vi
            ;02438253536;;vi
            ;;nobody;
            ;0912345602;;fr
            H26;0912345602;;vi
            ;;;
            ;"0912345602;;
            ;+84912345601;;en
            ;0912345603;;vi
            """);

    minutes(4);

    Answer shown = office.show(id);
    assertThat(city.providers.numbers()).containsExactlyInAnyOrder("+84912345601", "+84912345603");
    assertThat(shown.count("lines")).isEqualTo(10);
    assertThat(shown.count("sent")).isEqualTo(2);
    assertThat(shown.count("refused")).isEqualTo(8);
    assertThat(shown.text("status")).isEqualTo("done");
    assertThat(shown.refused())
        .satisfiesExactly(
            it -> assertThat(it).startsWith("3 phone must be a Vietnamese"),
            it -> assertThat(it).isEqualTo("4 phone is a landline, which takes no SMS"),
            it -> assertThat(it).startsWith("5 email must be one e-mail address"),
            it -> assertThat(it).isEqualTo("6 language must be vi or en"),
            it -> assertThat(it).startsWith("7 dossier must be an agency"),
            it -> assertThat(it).isEqualTo("8 email is missing"),
            it -> assertThat(it).isEqualTo("9 line has a quote that does not end in it"),
            it -> assertThat(it).isEqualTo("10 phone stands in line 2 already"));
  }

  @Test
  void whoseDataIsErasedIsForgottenByAnnouncementsAsWell() {
    String id =
        office.announced(
            OfficeForTests.CLOSED, "phone,email\n0912345678,\n,hoa@example.vn\n0912345601,\n");
    city.providers.ses = form -> ProvidersForTests.Answer.THROTTLED;
    minutes(2);
    DossierForTests before = DossierForTests.dossier();
    Item image = before.item();

    city.changed(new Change(image, before.erased(city.clock.instant()).item()));

    List<Item> kept =
        city.table.query("dossier", "announcement " + id).stream()
            .filter(it -> it.has("erasedAt"))
            .toList();
    assertThat(kept)
        .extracting(it -> it.text("channel") + " " + it.text("status"))
        .containsExactlyInAnyOrder("sms sent", "email suppressed");
    assertThat(kept).noneMatch(it -> it.has("to") || it.has("text"));
    assertThat(office.show(id).count("lines")).isEqualTo(3);
    city.providers.ses = form -> ProvidersForTests.Answer.TAKEN;
    minutes(2);
    assertThat(city.providers.emails).isEmpty();
  }

  @Test
  void aLineWithADossierIsToldWithItsCodeAndKeptWithIt() {
    office.announced(
        OfficeForTests.CLOSED,
        """
        dossier,phone
        H26.15-261123-0042,0912345601
        H26.15-261123-0043,0912345601
        """);

    minutes(2);

    assertThat(city.texts())
        .containsExactlyInAnyOrder(
            "Ho so H26.15-261123-0042: Bo phan mot cua nghi ngay 01/12/2026.",
            "Ho so H26.15-261123-0043: Bo phan mot cua nghi ngay 01/12/2026.");
    assertThat(city.table.query("dossier", "H26.15-261123-0042")).hasSize(1);
  }

  @Test
  void pausedNothingGoesAndResumedTheRestDoesOnce() {
    String id = office.announced(OfficeForTests.CLOSED, list(30));
    office.minute(CityForTests.time(25_000));

    assertThat(office.change(id, "pause").text("status")).isEqualTo("paused");
    assertThat(office.change(id, "pause").status()).isEqualTo(200);
    minutes(10);
    assertThat(city.providers.sms).isEmpty();
    assertThat(office.show(id).count("waiting")).isEqualTo(30);

    assertThat(office.change(id, "resume").text("status")).isEqualTo("running");
    minutes(8);
    assertThat(city.providers.numbers()).hasSize(30).doesNotHaveDuplicates();
    assertThat(office.show(id).text("status")).isEqualTo("done");
    assertThat(office.change(id, "pause").status()).isEqualTo(409);
    assertThat(office.change(id, "cancel").text("type"))
        .isEqualTo("urn:hoso:problem:announcement-over");
  }

  @Test
  void pausedBeforeItsListIsThereItWaitsForItAfterwards() {
    Answer answer = office.announce(OfficeForTests.CLOSED);
    String id = answer.text("id");
    office.change(id, "pause");
    office.put(answer.text("list"), list(2));
    minutes(2);
    assertThat(office.show(id).count("lines")).isZero();

    assertThat(office.change(id, "resume").text("status")).isEqualTo("waiting");
    minutes(4);
    assertThat(office.show(id).text("status")).isEqualTo("done");
  }

  @Test
  void cancelledWhatWasNotSentIsCalledOffAndCounted() {
    String id = office.announced(OfficeForTests.CLOSED, list(40));
    office.minute(CityForTests.time(25_000));
    AtomicInteger sent = new AtomicInteger();
    city.providers.sns =
        form -> {
          if (sent.incrementAndGet() == 10) {
            office.change(id, "cancel");
          }
          return ProvidersForTests.Answer.TAKEN;
        };

    minutes(3);

    assertThat(city.providers.sms).hasSize(10);
    Answer shown = office.show(id);
    assertThat(shown.text("status")).isEqualTo("cancelled");
    assertThat(shown.count("sent")).isEqualTo(10);
    assertThat(shown.count("suppressed")).isEqualTo(30);
    assertThat(shown.count("waiting")).isZero();
    assertThat(office.change(id, "resume").status()).isEqualTo(409);
    assertThat(city.table.due("announcement", city.clock.instant(), 10)).isEmpty();
  }

  /** Eight writes: the lease, five messages, a refused line, and how far it was read. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void cutOffAtAnyWriteItGoesOnWithoutRepeating(int write) {
    for (boolean written : new boolean[] {true, false}) {
      city.providers.sms.clear();
      String id = office.announced(OfficeForTests.CLOSED, list(5) + "nobody\n");

      office.table(CutClient.dying(city.table, write, written));
      Throwable death = catchThrowable(() -> office.minute(CityForTests.time(25_000)));
      assertThat(death).isInstanceOf(CutClient.Kill.class);
      office.table(city.table);
      minutes(4);

      assertThat(city.providers.numbers()).hasSize(5).doesNotHaveDuplicates();
      Answer shown = office.show(id);
      assertThat(shown.count("lines")).isEqualTo(6);
      assertThat(shown.count("sent")).isEqualTo(5);
      assertThat(shown.count("refused")).isEqualTo(1);
      assertThat(shown.text("status")).isEqualTo("done");
    }
  }

  @Test
  void whatOneReadsWhileAnotherReadsTheSameIsCountedOnce() {
    String id = office.announced(OfficeForTests.CLOSED, list(5));
    Runnable meanwhile =
        () -> {
          city.clock.advance(Duration.ofMinutes(1));
          office.table(city.table);
          office.minute(CityForTests.time(25_000));
        };
    Table slow = CutClient.before(city.table, 5, meanwhile);
    office.table(slow);
    office.minute(CityForTests.time(25_000));
    minutes(3);

    assertThat(office.show(id).count("lines")).isEqualTo(5);
    assertThat(city.providers.numbers()).hasSize(5).doesNotHaveDuplicates();
  }

  @Test
  void manyLinesAreReadInPortionsByTheirPlaceInBytes() {
    String id = office.announced(OfficeForTests.CLOSED, list(1_200));

    office.minute(CityForTests.time(600_000));
    assertThat(office.show(id).count("waiting")).isEqualTo(999);
    city.clock.advance(Duration.ofMinutes(1));
    office.minute(CityForTests.time(600_000));
    assertThat(office.show(id).count("waiting")).isEqualTo(1_000);

    for (int n = 0; n < 8; n++) {
      city.minute(600_000);
      city.clock.advance(Duration.ofMinutes(1));
      office.minute(CityForTests.time(600_000));
    }
    Answer shown = office.show(id);
    assertThat(shown.count("lines")).isEqualTo(1_200);
    assertThat(shown.count("sent")).isEqualTo(1_200);
    assertThat(shown.text("status")).isEqualTo("done");
    assertThat(city.providers.numbers()).hasSize(1_200).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 1_600})
  void aListThatIsPutAnewWhileItIsReadIsNotReadOn(int people) {
    Answer answer = office.announce(OfficeForTests.CLOSED);
    String id = answer.text("id");
    office.put(answer.text("list"), list(1_500));
    office.minute(CityForTests.time(600_000));
    office.put(answer.text("list"), list(people));
    city.clock.advance(Duration.ofMinutes(1));
    office.minute(CityForTests.time(600_000));

    assertThat(office.show(id).text("status")).isEqualTo("failed");
    assertThat(office.show(id).text("failure")).startsWith("The list was put anew");
    assertThat(office.change(id, "cancel").text("status")).isEqualTo("cancelled");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "name,address\nHoa,Hanoi\n", "phone,sdt\n0912345601,\n"})
  void aListWithoutColumnsThatAreKnownFailsWithTheReason(String list) {
    String id = office.announced(OfficeForTests.CLOSED, list);

    minutes(1);

    assertThat(office.show(id).text("status")).isEqualTo("failed");
    assertThat(office.show(id).text("failure")).startsWith("The first line: ");
  }

  @Test
  void aListThatIsNoTextFailsOrItsLinesDo() {
    String id = office.announced(OfficeForTests.CLOSED, "");
    office.put("lists/" + id + ".csv", new byte[] {(byte) 0xff, (byte) 0xfe, 'p', 0, '\n', 0});
    String other =
        office.announced(OfficeForTests.CLOSED, "phone\r\n" + "9".repeat(5_000) + "\r\n0912345601");

    minutes(2);

    assertThat(office.show(id).text("failure")).contains("UTF-8");
    assertThat(office.show(other).refused()).hasSize(1).first().asString().contains("4096");
    assertThat(office.show(other).count("sent")).isEqualTo(1);
  }

  @Test
  void aConfirmationAndACodeGoAtOnceWhileAnAnnouncementIsThrottled() {
    String id = office.announced(OfficeForTests.CLOSED, list(40));
    office.minute(CityForTests.time(25_000));
    AtomicInteger bulk = new AtomicInteger();
    city.providers.sns =
        form -> {
          if (!form.get("Message").startsWith("Bo phan")) {
            return ProvidersForTests.Answer.TAKEN;
          }
          if (bulk.incrementAndGet() == 4) {
            // The provider has had enough of the announcement by now.
            city.changed(7_999, registered(dossier()));
            assertThat(code()).isInstanceOf(Sending.Taken.class);
          }
          return ProvidersForTests.Answer.THROTTLED;
        };

    city.minute();

    assertThat(city.texts()).hasSize(2);
    assertThat(city.texts().get(0)).contains("470815");
    assertThat(city.texts().get(1)).startsWith("Ho so H26.15-261123-0042: Chi nhanh");
    city.providers.sns = form -> ProvidersForTests.Answer.TAKEN;
    minutes(6);
    assertThat(office.show(id).count("sent")).isEqualTo(40);
    assertThat(city.providers.numbers()).hasSize(42);
  }

  private Sending code() {
    Urgent urgent = city.urgent();
    Dossier dossier = dossier().read();
    return urgent.tell(
        urgent.way(dossier, "sms").orElseThrow(),
        dossier,
        Language.VI,
        new Fact.OneTimeCode("code", "470815", 5));
  }

  @Test
  void whoSleepsIsNotWoken() {
    city.clock.advance(Duration.ofHours(8));
    String id = office.announced(OfficeForTests.CLOSED, list(5));
    minutes(3);
    assertThat(city.providers.sms).isEmpty();
    assertThat(office.show(id).count("waiting")).isEqualTo(5);

    city.clock.advance(Duration.ofHours(9));
    minutes(2);
    assertThat(office.show(id).count("sent")).isEqualTo(5);
    assertThat(office.show(id).text("status")).isEqualTo("done");
  }

  private void minutes(int minutes) {
    for (int n = 0; n < minutes; n++) {
      office.minute(CityForTests.time(25_000));
      city.minute();
      city.clock.advance(Duration.ofMinutes(1));
    }
  }

  private static String list(int people) {
    return IntStream.range(0, people)
        .mapToObj("09123%05d\n"::formatted)
        .collect(Collectors.joining("", "phone\n", ""));
  }
}
