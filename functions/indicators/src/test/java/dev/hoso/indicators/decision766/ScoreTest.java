package dev.hoso.indicators.decision766;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hoso.indicators.Counts;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The score, by numbers that can be worked out on paper. */
class ScoreTest {
  private static final List<Part> PARTS = Part.load(null);

  private static Score.Scored part(String code, Map<String, Long> counts) {
    return part(code, counts, Map.of());
  }

  private static Score.Scored part(
      String code, Map<String, Long> counts, Map<String, Ratio> entered) {
    Counts all = Counts.of(counts);
    Subject subject = new Subject(all, List.of(all, Counts.of(Map.of("received", 1L))), 4, entered);
    return Score.of(PARTS, subject).parts().stream()
        .filter(it -> it.part().equals(code))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void thePartsTogetherAreAHundredPointsInSixGroups() {
    assertThat(PARTS.stream().map(Part::points).reduce(BigDecimal.ZERO, BigDecimal::add))
        .isEqualByComparingTo("100");
    assertThat(PARTS.stream().map(Part::group).distinct()).hasSize(6);
  }

  @ParameterizedTest
  @CsvSource({
    "80, 10, 0, 100, 0, 18.00",
    "80, 20, 0, 100, 0, 20.00",
    "80, 20, 10, 100, 0, 18.00",
    "40, 0, 0, 100, 50, 16.00"
  })
  void onTimeIsEarlyAndOnTimeOfWhatWasPromised(
      long early, long onTime, long twice, long decided, long unpromised, BigDecimal points) {
    Score.Scored part =
        part(
            "onTime",
            Map.of(
                "early",
                early,
                "onTime",
                onTime,
                "askedTwice",
                twice,
                "decided",
                decided,
                "unpromised",
                unpromised));

    assertThat(part.points()).isEqualTo(points);
    assertThat(part.inputs())
        .containsEntry("inTime", early + onTime - twice)
        .containsEntry("promised", decided - unpromised);
  }

  @ParameterizedTest
  @CsvSource({
    "40, 100, 100, 6.40",
    "50, 100, 100, 8.00",
    "90, 100, 100, 8.00",
    "50, 100, 50, 4.00"
  })
  void onlineIsFullAtHalfAndCountsNoMoreThanIsSynchronised(
      long online, long received, long synchronised, BigDecimal points) {
    Score.Scored part =
        part(
            "onlineDossiers",
            Map.of("onlineComplete", online, "received", received, "synchronised", synchronised));

    assertThat(part.points()).isEqualTo(points);
  }

  @Test
  void paymentHasThreeParts() {
    Map<String, Long> counts =
        Map.of("withFee", 200L, "paidOnline", 150L, "synchronised", 200L, "received", 200L);

    assertThat(part("paidDossiers", counts).points()).isEqualTo("4.50");
    // One of one procedure with dossiers that cost something; one of four that have a fee at all.
    assertThat(part("paidProcedures", counts).points()).isEqualTo("2.00");
    assertThat(part("paymentData", counts).points()).isEqualTo("0.63");
  }

  @Test
  void digitisedIsFullAtFourFifths() {
    Map<String, Long> counts =
        Map.of("paperDue", 100L, "electronic", 90L, "digitised", 60L, "reused", 80L, "done", 100L);

    assertThat(part("electronic", counts).points()).isEqualTo("7.20");
    assertThat(part("digitised", counts).points()).isEqualTo("6.00");
    assertThat(part("reused", counts).points()).isEqualTo("6.00");
  }

  @Test
  void satisfactionIsAllWithoutWhatWasLateAndWhoComplained() {
    Map<String, Long> counts = Map.of("late", 10L, "decided", 100L);

    Score.Scored part = part("inProcessing", counts, Map.of("inProcessing", new Ratio(95, 100)));

    assertThat(part.share()).isEqualByComparingTo("0.85");
    assertThat(part.points()).isEqualTo("9.44");
    assertThat(part.inputs())
        .isEqualTo(Map.of("good", 95L, "of", 100L, "late", 10L, "decided", 100L));
  }

  @Test
  void whatNothingIsKnownOfGivesNoPointsAndTakesNone() {
    Subject subject =
        new Subject(Counts.of(Map.of("decided", 10L, "early", 5L)), List.of(), 0, Map.of());

    Score score = Score.of(PARTS, subject);

    assertThat(score.points()).isEqualTo("10.00");
    assertThat(score.outOf()).isEqualByComparingTo("20");
    assertThat(score.parts()).filteredOn(it -> it.points() == null).hasSize(PARTS.size() - 1);
  }

  @Test
  void whatWasEnteredForTheCityWinsOverTheSumOfItsUnits() {
    List<Entries.Entry> entries =
        List.of(
            new Entries.Entry("2026-11", "transparency", "00004", 1, 2, "x", ""),
            new Entries.Entry("2026-11", "transparency", "00008", 2, 2, "x", ""),
            new Entries.Entry("2026-11", "complaintsOnTime", "00008", 1, 4, "x", ""),
            new Entries.Entry("2026-10", "transparency", null, 9, 10, "x", ""),
            new Entries.Entry("2026-11", "transparency", null, 8, 10, "x", ""));

    assertThat(Entries.of(entries, null))
        .isEqualTo(Map.of("transparency", new Ratio(17, 20), "complaintsOnTime", new Ratio(1, 4)));
    assertThat(Entries.of(entries, "00004")).isEqualTo(Map.of("transparency", new Ratio(1, 2)));
  }
}
