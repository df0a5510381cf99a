package dev.hoso.indicators.late;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hoso.core.DynamoForTests;
import dev.hoso.core.Name;
import dev.hoso.core.Settings;
import dev.hoso.core.dynamo.Table;
import dev.hoso.indicators.CountedForTests;
import dev.hoso.indicators.Given;
import dev.hoso.indicators.objectives.Objective;
import dev.hoso.indicators.objectives.Objectives;
import dev.hoso.indicators.objectives.Report;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The list from the dossiers to the mailboxes. */
class LateHandlersTest {
  private static final String BA_DINH = "00004@units.example";
  private static final String JUSTICE = "hn-stp@units.example";
  private static final String CENTRE = "hn-tthcc@units.example";
  private static final Week WEEK = Week.parse("2026-W49");

  static {
    System.setProperty("aws.accessKeyId", "test");
    System.setProperty("aws.secretAccessKey", "test");
  }

  private final Post post = new Post();
  private final Table table = DynamoForTests.table("Indicators");
  private final Lists lists = new Lists(table);
  private final Settings settings =
      Settings.of(
          Map.of(
              "HOSO_INDICATORS_TABLE", table.name(),
              "HOSO_EMAIL_SENDER", "hoso@example.gov.vn",
              "HOSO_CITIZEN_ADDRESS", "https://hoso.example.gov.vn",
              "HOSO_UNIT_EMAIL_DOMAIN", "units.example",
              "AWS_REGION", "ap-southeast-1",
              "AWS_ENDPOINT_URL_SES", post.address()));

  @AfterEach
  void close() {
    post.close();
  }

  private void monday() {
    weekly("2026-11-30T07:00:00");
  }

  private void weekly(String local) {
    new WeeklyListHandler(settings, table.dynamo(), InstantSource.fixed(Given.at(local)))
        .handleRequest(null, null, null);
  }

  private void headsUp(String local) {
    new HeadsUpHandler(settings, table.dynamo(), InstantSource.fixed(Given.at(local)))
        .handleRequest(null, null, null);
  }

  private static Given dossier(int number, String unit) {
    return Given.dossier("H26.15-261109-" + (1000 + number)).with("unit", unit);
  }

  @Test
  void onMondayUnitsHearOfTheirOverdueDossiersAndTheCentreOfAll() {
    CountedForTests.count(
        table,
        dossier(1, "00004"),
        dossier(2, "00004"),
        dossier(3, "HN-STP"),
        dossier(4, "00008").with("dueAt", Given.at("2026-11-30T23:59:59")));

    monday();

    assertThat(post.mails).hasSize(3);
    assertThat(post.to(BA_DINH).getFirst())
        .contains("Tuần 2026-W49: 2 hồ sơ quá hạn tại Phường Ba Đình")
        .contains("Lâu nhất: 7 ngày làm việc", "tuần trước chưa có danh sách")
        .contains("(2.000635): 2 hồ sơ, lâu nhất 7 ngày làm việc")
        .contains("https://hoso.example.gov.vn/late/2026-W49");
    assertThat(post.to(CENTRE).getFirst())
        .contains("3 hồ sơ quá hạn tại 2 đơn vị")
        .contains("1. Phường Ba Đình: 2 hồ sơ", "2. Sở Tư pháp: 1 hồ sơ");
  }

  @Test
  void aPastWeekStaysAsItWasAndNobodyIsToldTwice() {
    CountedForTests.count(table, dossier(1, "00004"));
    monday();
    WeeklyList made = lists.find(WEEK).orElseThrow();
    CountedForTests.count(table, dossier(2, "00004"), dossier(3, "HN-STP"));

    weekly("2026-12-02T09:00:00");

    assertThat(lists.find(WEEK)).contains(made);
    assertThat(post.mails).hasSize(2);
    assertThat(lists.latest()).contains(WEEK);
  }

  @Test
  void theNextListSaysWhatChanged() {
    CountedForTests.count(table, dossier(1, "00004"));
    monday();
    CountedForTests.count(
        table,
        dossier(1, "00004").decided(9, "2026-12-01T10:00:00").next(),
        dossier(2, "HN-STP"),
        dossier(3, "HN-STP"));

    weekly("2026-12-07T07:00:00");

    WeeklyList list = lists.find(Week.parse("2026-W50")).orElseThrow();
    assertThat(list.change()).isEqualTo(1);
    assertThat(list.better()).containsExactly("00004");
    assertThat(post.to(JUSTICE).getFirst()).contains("tăng 2 so với tuần trước");
    assertThat(post.to(CENTRE).getLast()).contains("Không còn hồ sơ quá hạn:\n- Phường Ba Đình");
  }

  @Test
  void oneMailboxThatIsRefusedHoldsBackNoOtherAndIsTriedAgain() {
    CountedForTests.count(table, dossier(1, "00004"), dossier(3, "HN-STP"));
    post.refused = BA_DINH;
    assertThatThrownBy(this::monday).isInstanceOf(IllegalStateException.class);
    assertThat(post.mails).hasSize(2);
    post.refused = "";

    monday();

    assertThat(post.mails).hasSize(3);
    assertThat(post.to(BA_DINH)).hasSize(1);
  }

  @Test
  void lateObjectivesJoinTheList() {
    CountedForTests.count(table, dossier(1, "00004"));
    objective("NV-001", "00004", "2026-11-26", 0);
    objective("NV-002", "HN-STP", "2026-11-27", 0);
    objective("NV-003", "HN-STP", "2026-11-26", 100);
    objective("NV-004", "HN-STP", "2026-11-30", 0);

    monday();

    assertThat(post.to(BA_DINH).getFirst())
        .contains("2 hồ sơ, nhiệm vụ quá hạn tại Phường Ba Đình")
        .contains("- Nhiệm vụ NV-001: 1 nhiệm vụ, lâu nhất 2 ngày làm việc", "- Chủ tịch: 1");
    assertThat(post.to(JUSTICE).getFirst()).contains("1 nhiệm vụ quá hạn", "NV-002");
    assertThat(post.to(JUSTICE).getFirst()).doesNotContain("NV-003", "NV-004");
    assertThat(post.to(CENTRE).getFirst()).contains("3 hồ sơ, nhiệm vụ quá hạn tại 2 đơn vị");
  }

  @Test
  void objectivesAreToldThreeWorkingDaysBeforeTheirLastDayUnlessTheyAreDone() {
    objective("NV-001", "00004", "2026-12-02", 0);
    objective("NV-002", "HN-STP", "2026-12-02", 100);

    headsUp("2026-11-27T07:00:00");

    assertThat(post.mails).hasSize(1);
    assertThat(post.to(BA_DINH).getFirst())
        .startsWith("Sắp đến hạn 02/12/2026: 1 nhiệm vụ tại Phường Ba Đình")
        .contains("- Nhiệm vụ NV-001: 1 nhiệm vụ");
  }

  private void objective(String id, String unit, String due, int value) {
    Objectives objectives = new Objectives(table);
    objectives.put(
        new Objective(
            id,
            Objective.Kind.TASK,
            new Name("Nhiệm vụ " + id, "Task " + id),
            unit,
            "Chủ tịch",
            LocalDate.parse("2026-11-02"),
            LocalDate.parse(due),
            BigDecimal.valueOf(100),
            null,
            null));
    objectives.report(
        id,
        new Report(Given.at("2026-11-20T08:00:00"), "Chủ tịch", BigDecimal.valueOf(value), null),
        null);
  }

  @Test
  void threeWorkingDaysBeforeUnitsHearOfWhatTheyPromised() {
    CountedForTests.count(
        table,
        dossier(1, "00004").with("dueAt", Given.at("2026-12-02T23:59:59")),
        dossier(2, "00004").with("dueAt", Given.at("2026-12-03T23:59:59")));

    headsUp("2026-11-28T07:00:00"); // A Saturday.
    assertThat(post.mails).isEmpty();
    headsUp("2026-11-27T07:00:00");
    headsUp("2026-11-27T07:00:30");

    assertThat(post.to(BA_DINH)).hasSize(1);
    assertThat(post.to(BA_DINH).getFirst())
        .startsWith("Sắp đến hạn 02/12/2026: 1 hồ sơ tại Phường Ba Đình");
  }
}
