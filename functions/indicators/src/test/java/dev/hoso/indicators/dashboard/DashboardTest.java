package dev.hoso.indicators.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hoso.core.Language;
import dev.hoso.core.catalogue.Catalogue;
import dev.hoso.indicators.Age;
import dev.hoso.indicators.Aged;
import dev.hoso.indicators.Counts;
import dev.hoso.indicators.Given;
import dev.hoso.indicators.Open;
import dev.hoso.indicators.dashboard.Dashboard.Channel;
import dev.hoso.indicators.dashboard.Dashboard.Late;
import dev.hoso.indicators.dashboard.Dashboard.Way;
import java.time.LocalDate;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What each figure is, by examples; nothing is read. */
class DashboardTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

  private final SortedMap<LocalDate, Counts> days = new TreeMap<>();
  private final SortedMap<String, Aged> open = new TreeMap<>();

  @Test
  void todayIsTodayInVietnamAndYesterdayIsBesideIt() {
    on(TODAY, Map.of("received", 1234L));
    on(TODAY.minusDays(1), Map.of("received", 7L));

    assertThat(page(Language.VI).tiles().getFirst())
        .isEqualTo(
            new DashboardPage.Tile(
                "Tiếp nhận",
                "1.234",
                "Hôm qua: 7",
                "/dashboard/counts?of=received&from=2026-11-25&to=2026-11-25&lang=vi"));
  }

  @Test
  void paymentsOfAllGatewaysAreOneFigureAndRefundsAreNoneOfIt() {
    on(
        TODAY,
        Map.of(
            "paid:vnpay",
            2L,
            "paid:momo",
            1L,
            "paidAmount:vnpay",
            16000L,
            "paidAmount:momo",
            50000L,
            "refundedAmount:momo",
            50000L));

    assertThat(page(Language.EN).tiles().get(3).number()).isEqualTo("3");
    assertThat(page(Language.EN).tiles().get(3).beside()).isEqualTo("66,000 VND");
  }

  @Test
  void overdueIsWhatAllUnitsHaveAndLeadsToThem() {
    open.put("00004", late(Map.of(Age.WEEK, 2L, Age.LONGER, 1L), 5));
    open.put("HN-STP", late(Map.of(Age.MONTH, 4L), 0));

    DashboardPage.Tile tile = page(Language.EN).tiles().get(2);

    assertThat(tile)
        .isEqualTo(
            new DashboardPage.Tile("Overdue now", "7", "of 12 open", "/dashboard/units?lang=en"));
  }

  @Test
  void theMostOverdueUnitIsFirstAndOneWithoutAnyIsNotThere() {
    open.put("00004", late(Map.of(Age.WEEK, 2L), 0));
    open.put("00008", late(Map.of(), 9));
    open.put("HN-STP", late(Map.of(Age.MONTH, 4L), 0));
    open.put("HN-SNV", late(Map.of(Age.WEEK, 4L), 0));

    assertThat(dashboard().latest())
        .extracting(Late::unit)
        .containsExactly("HN-SNV", "HN-STP", "00004");
  }

  @Test
  void shadesGrowWithTheNumberAndOnlyNoneHasNone() {
    open.put("HN-STP", late(Map.of(Age.WEEK, 1L, Age.MONTH, 30L, Age.QUARTER, 1000L), 0));
    Heat heat = page(Language.VI).heat();

    assertThat(heat.shade(0)).isZero();
    assertThat(heat.shade(1)).isEqualTo(1);
    assertThat(heat.shade(30)).isEqualTo(2);
    assertThat(heat.shade(1000)).isEqualTo(4);
  }

  @Test
  void theTrendHasThirtyDaysAlsoThoseOnWhichNothingHappened() {
    assertThat(page(Language.VI).days())
        .hasSize(30)
        .startsWith(TODAY)
        .endsWith(TODAY.minusDays(29));
    assertThat(page(Language.VI).on(TODAY)).isEqualTo(Counts.NONE);
  }

  @Test
  void theFunnelGoesFromReceiptToHandingOver() {
    on(TODAY, Map.of("received", 3L, "decided", 2L, "done", 2L, "electronic", 1L));
    on(TODAY.minusDays(3), Map.of("received", 1L, "returned", 1L));
    DashboardPage page = page(Language.EN);

    assertThat(dashboard().funnel()).extracting(page::total).containsExactly(4L, 2L, 2L, 1L, 1L);
  }

  @Test
  void gatewaysAreInTheOrderOfTheirMoney() {
    on(TODAY, Map.of("paid:momo", 5L, "paidAmount:momo", 40000L, "paid:stripe", 1L));
    on(TODAY.minusDays(9), Map.of("paid:vnpay", 1L, "paidAmount:vnpay", 90000L));

    assertThat(dashboard().ways())
        .containsExactly(
            new Way("vnpay", 1, 90000), new Way("momo", 5, 40000), new Way("stripe", 1, 0));
  }

  @Test
  void aChannelThatOnlyFailedIsThereToo() {
    on(TODAY, Map.of("failed:email", 2L, "sent:sms", 4L, "delivered:sms", 3L, "cost:sms", 180000L));

    assertThat(dashboard().channels())
        .containsExactly(new Channel("email", 0, 0, 2, 0), new Channel("sms", 4, 3, 0, 180000));
  }

  @Test
  void satisfactionIsTheMeanOfTheRatingsAndNotThereWithoutAny() {
    assertThat(page(Language.VI).rating()).isEqualTo("–");
    on(TODAY, Map.of("rated", 2L, "ratedSum", 9L));
    on(TODAY.minusDays(1), Map.of("rated", 1L, "ratedSum", 4L));

    assertThat(page(Language.VI).rating()).isEqualTo("4,33");
  }

  @Test
  void almostAllIsNotAll() {
    DashboardPage page = page(Language.VI);

    assertThat(page.percent(1999, 2000)).isEqualTo("99,9%");
    assertThat(page.percent(2000, 2000)).isEqualTo("100%");
    assertThat(page.percent(0, 0)).isEqualTo("–");
  }

  private void on(LocalDate day, Map<String, Long> counts) {
    days.put(day, Counts.of(counts));
  }

  private static Aged late(Map<Age, Long> overdue, long inTime) {
    long all = overdue.values().stream().mapToLong(Long::longValue).sum();
    return new Aged(new Open(inTime, all, 0, 0, 0), overdue);
  }

  private Dashboard dashboard() {
    return new Dashboard(Given.at("2026-11-25T00:30:00"), null, days, open);
  }

  private DashboardPage page(Language language) {
    return new DashboardPage(dashboard(), language, Catalogue.load(null), true);
  }
}
