package dev.hoso.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a dossier counts for, by examples that a clerk can check. */
class DossierCountingTest {
  private static final String CODE = "H26.15-261109-0001";
  private final Given given = Given.dossier(CODE);

  private Counts on(String day) {
    return given.contribution().counts().getOrDefault(LocalDate.parse(day), Counts.NONE);
  }

  private String open() {
    Bucket open = given.contribution().open();
    return open == null ? "" : open.name();
  }

  @Test
  void aReceivedDossierCountsOnItsDayAndIsOpenByItsPromise() {
    given.papers(true, true, false);

    assertThat(on("2026-11-09").all())
        .isEqualTo(
            Map.of(
                "registered",
                1L,
                "received",
                1L,
                "inPerson",
                1L,
                "withFee",
                1L,
                "parts",
                3L,
                "partsDigitised",
                2L,
                "partsReused",
                1L));
    assertThat(open()).isEqualTo("2026-11-18");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2026-11-17T16:00:00 | early  | 0
          2026-11-18T08:00:00 | onTime | 0
          2026-11-18T23:59:59 | onTime | 0
          2026-11-19T08:00:00 | late   | 1
          2026-11-22T08:00:00 | late   | 2
          2026-11-25T08:00:00 | late   | 4
          """)
  void whenItWasDecidedIsComparedWithThePromise(String decided, String measure, long daysLate) {
    given.decided(9, decided);

    Counts counts = on(decided.substring(0, 10));
    assertThat(counts.all()).containsEntry(measure, 1L).containsEntry("decided", 1L);
    assertThat(counts.of(Measure.DAYS_LATE)).isEqualTo(daysLate);
    assertThat(counts.of(Measure.EARLY) + counts.of(Measure.ON_TIME) + counts.of(Measure.LATE))
        .isEqualTo(1);
    assertThat(open()).isEmpty();
  }

  @Test
  void theDayOfTheDecisionStaysWhenTheResultIsHandedOverLater() {
    given.decided(9, "2026-11-18T10:00:00").status(10, "2026-11-30T10:00:00");

    assertThat(on("2026-11-18").all()).containsEntry("onTime", 1L).containsEntry("done", 1L);
    assertThat(on("2026-11-30").all()).isEqualTo(Map.of("returned", 1L));
  }

  @ParameterizedTest
  @CsvSource({"3,refused", "7,withdrawn", "8,stopped"})
  void anEndWithoutAResultIsDecidedToo(int status, String measure) {
    given.decided(status, "2026-11-12T10:00:00");

    assertThat(on("2026-11-12").all()).isEqualTo(Map.of("decided", 1L, "early", 1L, measure, 1L));
  }

  @Test
  void whoWaitsForTheCitizenIsNotOverdueUnlessItWasBefore() {
    given.status(5, "2026-11-13T10:00:00");
    assertThat(open()).isEqualTo("waiting");
    given.status(6, "2026-11-18T23:00:00");
    assertThat(open()).isEqualTo("waiting");
    given.status(5, "2026-11-19T10:00:00");
    assertThat(open()).isEqualTo("2026-11-18");
  }

  @Test
  void aDossierThatNobodyReceivedYetIsOnlyRegistered() {
    given.status(1, "2026-11-09T09:00:00").without("receivedAt").without("dueAt");

    assertThat(on("2026-11-09").all()).isEqualTo(Map.of("registered", 1L));
    assertThat(open()).isEqualTo("registered");
  }

  @Test
  void withoutAPromiseNothingIsLate() {
    given.without("dueAt");
    assertThat(open()).isEqualTo("unpromised");
    given.decided(9, "2027-01-04T10:00:00");
    assertThat(on("2027-01-04").all()).containsEntry("unpromised", 1L).doesNotContainKey("late");
  }

  @Test
  void askingForPapersTwiceIsLateByDecision766Alone() {
    given.decided(9, "2026-11-17T10:00:00").with("supplementsAsked", 2);
    assertThat(on("2026-11-17").all()).containsEntry("early", 1L).containsEntry("askedTwice", 1L);
    given.decided(9, "2026-11-20T10:00:00");
    assertThat(on("2026-11-20").all()).containsEntry("late", 1L).doesNotContainKey("askedTwice");
  }

  @Test
  void moneyCountsByGatewayOnTheDayThatItCame() {
    given
        .paid("vnpay", "A", 8000, "VND", "2026-11-09T10:00:00")
        .paid("momo", "B", 2000, "VND", "2026-11-10T23:59:59")
        .paid("govukpay", "C", 5000, "GBP", "2026-11-10T09:00:00");

    assertThat(on("2026-11-09").all())
        .containsEntry("paidOnline", 1L)
        .containsEntry("paid:vnpay", 1L)
        .containsEntry("paidAmount:vnpay", 8000L);
    assertThat(on("2026-11-10").all())
        .isEqualTo(Map.of("paid:momo", 1L, "paidAmount:momo", 2000L, "paid:govukpay", 1L));
    assertThat(on("2026-11-10").byPart(Measure.PAID)).containsOnlyKeys("govukpay", "momo");
  }

  @Test
  void anElectronicResultCountsWhereAPaperIsReturnedAndGoesWhenItIsRevoked() {
    given.papers(true).decided(9, "2026-11-12T10:00:00").result(1, "issued", "2026-11-12T10:00:00");
    assertThat(on("2026-11-12").all())
        .containsEntry("paperDue", 1L)
        .containsEntry("electronic", 1L)
        .containsEntry("digitised", 1L)
        .containsEntry("results", 1L);
    given.result(1, "revoked", "2026-11-12T10:00:00");
    assertThat(on("2026-11-12").all())
        .containsEntry("results", 1L)
        .doesNotContainKeys("electronic", "digitised");
  }

  @Test
  void aRatingCountsOnItsDayAndAChangedOneOnItsOwn() {
    given.decided(9, "2026-11-12T10:00:00").rated(2, "2026-11-13T23:59:59");
    assertThat(on("2026-11-13").all())
        .isEqualTo(Map.of("rated", 1L, "ratedSum", 2L, "rated:2", 1L));

    given.rated(5, "2026-11-15T08:00:00");
    assertThat(on("2026-11-13").all()).isEmpty();
    assertThat(on("2026-11-15").all())
        .isEqualTo(Map.of("rated", 1L, "ratedSum", 5L, "rated:5", 1L));
    assertThat(on("2026-11-15").byPart(Measure.RATED)).containsExactly(Map.entry("5", 1L));
  }

  @Test
  void anImportedDossierCountsOnItsOwnDays() {
    given.with("createdAt", Given.at("2027-03-01T02:00:00")).with("imported", "i1");

    assertThat(given.contribution().counts()).containsOnlyKeys(LocalDate.parse("2026-11-09"));
  }
}
