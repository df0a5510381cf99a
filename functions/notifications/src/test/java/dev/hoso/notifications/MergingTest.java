package dev.hoso.notifications;

import static dev.hoso.notifications.DossierForTests.dossier;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hoso.core.dynamo.Item;
import dev.hoso.notifications.ProvidersForTests.Answer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Facts of one dossier within two minutes become one message. */
class MergingTest {
  private static final String SUPPLEMENT = "status 5 at 2";
  private static final String UNIT = "Chi nhanh Trung tam Phuc vu hanh chinh cong so 1";
  private static final String FEE = "status 6 at 3";
  private final CityForTests city = new CityForTests();

  @AfterEach
  void close() {
    city.close();
  }

  @Test
  void twoFactsWithinTwoMinutesAreOneSmsAndOneEmailThatTellBothInOrder() throws Exception {
    asksForPapersAndThenForTheFee(Duration.ofSeconds(60));

    city.minutes(3);

    assertThat(city.texts())
        .containsExactly(
            "Ho so H26.15-261123-0042 can bo sung giay to, nop tai "
                + UNIT
                + ": Thieu don."
                + " Can nop phi, le phi. Chi nop tren cong dich vu cong hoac tai "
                + UNIT
                + ".");
    assertThat(city.providers.emails).hasSize(1);
    assertThat(city.providers.emails.getFirst().getSubject())
        .isEqualTo("Hồ sơ H26.15-261123-0042: cần bổ sung giấy tờ; cần nộp phí, lệ phí");
    Item told = city.message(SUPPLEMENT, "sms");
    assertThat(told.text("status")).isEqualTo("sent");
    assertThat(told.number("segments")).isEqualTo(2);
    Item merged = city.message(FEE, "sms");
    assertThat(merged.text("status")).isEqualTo("merged");
    assertThat(merged.text("mergedInto")).isEqualTo(SUPPLEMENT + "#sms");
    assertThat(merged.has("due") || merged.has("owed") || merged.has("failure")).isFalse();
  }

  @Test
  void whatIsFurtherApartIsToldApart() {
    asksForPapersAndThenForTheFee(Duration.ofSeconds(121));
    city.minutes(3);

    assertThat(city.texts()).hasSize(2);
    assertThat(city.message(FEE, "sms").text("status")).isEqualTo("sent");
  }

  @Test
  void aFactAloneIsToldAfterTwoMinutesAndNotBefore() {
    city.becomes(dossier(), papers());

    city.clock.advance(Duration.ofSeconds(119));
    city.minute();
    assertThat(city.texts()).isEmpty();
    assertThat(city.message(SUPPLEMENT, "sms").text("failure"))
        .isEqualTo("It waits for what else happens to the dossier");

    city.clock.advance(Duration.ofSeconds(1));
    city.minute();
    assertThat(city.texts()).hasSize(1);
  }

  @Test
  void whatMayNotMergeIsToldAtOnceAndAlone() {
    city.becomes(dossier(), papers());
    city.becomes(papers(), papers().payment("TT1", "paid"));

    assertThat(city.texts()).hasSize(1).first().asString().contains("da nhan 50.000d");
    city.minutes(3);
    assertThat(city.texts()).hasSize(2);
  }

  @Test
  void whatTheLawWantsToBeToldIsNotMergedWithWhatOneMayRefuse() {
    city.becomes(dossier(), papers());
    city.becomes(papers(), dossier().status(7, 3));

    city.minutes(3);

    assertThat(city.texts()).hasSize(2);
  }

  @Test
  void factsThatWouldNotFitTogetherAreToldApart() {
    String reason = "Thieu giay chung nhan quyen su dung dat ban chinh va ban ve ".repeat(2);
    DossierForTests before = dossier();
    for (int version = 2; version <= 4; version++) {
      DossierForTests asked = dossier().status(5, version).with("statusReason", reason);
      city.becomes(before, asked);
      city.clock.advance(Duration.ofSeconds(1));
      before = asked;
    }

    city.minutes(3);

    assertThat(city.texts()).hasSize(2);
    assertThat(city.message("status 5 at 3", "sms").text("status")).isEqualTo("merged");
    assertThat(city.message("status 5 at 4", "sms").text("status")).isEqualTo("sent");
    assertThat(city.message(SUPPLEMENT, "sms").number("segments")).isEqualTo(3);
  }

  @Test
  void factsOfOneSecondAreToldInTheOrderInWhichTheyHappened() {
    asksForPapersAndThenForTheFee(Duration.ZERO);
    city.becomes(dossier().status(6, 3), dossier().status(3, 10).with("statusReason", "Khac."));

    city.minutes(3);

    assertThat(city.texts())
        .hasSize(1)
        .first()
        .asString()
        .matches(".*Thieu don.*phi, le phi.*Khac.*");
  }

  @Test
  void oneThatWasTriedAndPostponedKeepsWhatItTellsAndTakesNoMore() {
    asksForPapersAndThenForTheFee(Duration.ofSeconds(60));
    city.providers.sns = form -> Answer.THROTTLED;
    city.clock.advance(Duration.ofSeconds(60));
    city.minute();
    city.providers.sns = form -> Answer.TAKEN;

    city.minutes(3);

    assertThat(city.texts()).hasSize(1);
    assertThat(city.texts().getFirst()).containsOnlyOnce("Can nop phi").contains("Thieu don");
  }

  @Test
  void manyExecutionsAtOnceTellEachFactOnce() {
    asksForPapersAndThenForTheFee(Duration.ofSeconds(1));
    city.clock.advance(Duration.ofMinutes(2));

    try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
      IntStream.range(0, 20).forEach(n -> executor.submit(() -> city.minute()));
    }
    city.minutes(3);

    assertThat(told("can bo sung giay to")).isEqualTo(1);
    assertThat(told("phi, le phi")).isEqualTo(1);
  }

  @ParameterizedTest(name = "at write {0}, written: {1}")
  @MethodSource("cuts")
  void cutOffAnywhereItLosesNoFactAndTellsNoneInTwoMessages(int write, boolean written) {
    asksForPapersAndThenForTheFee(Duration.ofSeconds(60));
    city.clock.advance(Duration.ofSeconds(60));
    city.table(CutClient.dying(city.table, write, written));
    try {
      city.minute();
    } catch (CutClient.Kill killed) {
      city.clock.advance(Duration.ofSeconds(1));
    }
    city.table(city.table);

    city.minutes(4);

    // Between the provider's yes and our mark, the same message is repeated as it was.
    List<String> different = city.texts().stream().distinct().toList();
    assertThat(different.stream().filter(it -> it.contains("bo sung")).count()).isEqualTo(1);
    assertThat(different.stream().filter(it -> it.contains("phi, le phi")).count()).isEqualTo(1);
    assertThat(city.message(FEE, "sms").text("status")).isIn("sent", "merged");
    assertThat(city.message(SUPPLEMENT, "sms").text("status")).isEqualTo("sent");
  }

  static Stream<Arguments> cuts() {
    return IntStream.rangeClosed(1, 9)
        .boxed()
        .flatMap(n -> Stream.of(Arguments.of(n, false), Arguments.of(n, true)));
  }

  private long told(String words) {
    return city.texts().stream().filter(it -> it.toLowerCase().contains(words)).count();
  }

  private void asksForPapersAndThenForTheFee(Duration apart) {
    city.becomes(dossier(), papers());
    city.clock.advance(apart);
    city.becomes(papers(), dossier().status(6, 3));
  }

  private static DossierForTests papers() {
    return dossier().status(5, 2).with("statusReason", "Thieu don.");
  }
}
