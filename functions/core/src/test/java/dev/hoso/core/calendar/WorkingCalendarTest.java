package dev.hoso.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hoso.core.cityfile.BadCityFile;
import dev.hoso.core.cityfile.CityFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingCalendarTest {
  private static final WorkingCalendar VIETNAM = WorkingCalendar.load(null);

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "2026-11-23, true, a Monday",
    "2026-11-21, false, a Saturday",
    "2026-11-22, false, a Sunday",
    "2025-04-26, true, the Saturday worked for 2 May 2025",
    "2025-05-02, false, the Friday off for it",
    "2026-08-22, true, the Saturday worked for 31 August 2026",
    "2026-08-31, false, the Monday off for it",
    "2024-05-04, true, the Saturday worked for 29 April 2024",
    "2026-11-24, false, Vietnam Culture Day since 2026",
    "2025-11-24, true, no holiday yet",
    "2026-04-26, false, the Hung Kings' day on a Sunday",
    "2026-04-27, false, the day off in its place",
    "2024-09-03, false, beside National Day in 2024",
    "2025-09-03, true, not beside it in 2025",
    "2026-02-18, false, Tết"
  })
  void aDayIsWorkedByTheTableAndElseByTheWeek(LocalDate day, boolean worked, String why) {
    assertThat(VIETNAM.isWorkingDay(day)).as(why).isEqualTo(worked);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-02-13, 2026-02-13, 0, the same day",
    "2026-02-13, 2026-02-22, 0, only Tết and weekends",
    "2026-02-13, 2026-02-23, 1, the first day after Tết",
    "2026-08-21, 2026-08-24, 2, a Saturday that is worked and a Monday",
    "2026-11-23, 2026-11-20, 0, the other way round"
  })
  void workingDaysAreCountedAfterTheFirstDayUpToTheLast(
      LocalDate after, LocalDate to, long days, String why) {
    assertThat(VIETNAM.workingDays(after, to)).as(why).isEqualTo(days);
  }

  @ParameterizedTest
  @CsvSource({
    "2024-01-01, 2026-12-31, false",
    "2026-12-31, 2027-01-04, true",
    "2027-03-01, 2027-03-05, true",
    "2023-12-29, 2024-01-02, true",
    "2025-06-01, 2029-01-01, true"
  })
  void aYearWithoutItsNoticeIsProvisional(LocalDate from, LocalDate to, boolean provisional) {
    assertThat(VIETNAM.isProvisional(from, to)).isEqualTo(provisional);
  }

  @Test
  void theVersionNamesTheDaysAndNotTheirNames() throws IOException {
    String ours = city("2027-01-01,Tết,holiday", "2027-09-02,Quốc khánh,holiday");

    assertThat(ours).hasSize(8);
    assertThat(city("2027-09-02,National Day,holiday", "2027-01-01,New Year,holiday"))
        .isEqualTo(ours);
    assertThat(city("2027-01-01,Tết,holiday")).isNotEqualTo(ours);
    assertThat(city("2027-01-01,Tết,holiday", "2027-09-02,Quốc khánh,substitute"))
        .isNotEqualTo(ours);
  }

  @Test
  void aNoticeMakesAnotherVersion() throws IOException {
    String before = city("2027-01-01,Tết,holiday");
    new CityFolder(folder).with("notices.csv", "year,document", "2027,Thông báo");

    assertThat(WorkingCalendar.load(folder).version()).isNotEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "\"2027-01-01,Tết,holiday\", column date: 2027-01-01 stands here for the second time",
        "\"1/1/2028,Tết,holiday\", column date: '1/1/2028' is not a date",
        "\"2028-01-01,Tết,feast\", column kind: 'feast' is not one of holiday"
      })
  void aBadDayIsRefused(String row, String complaint) {
    assertThatExceptionOfType(BadCityFile.class)
        .isThrownBy(() -> city("2027-01-01,Tết,holiday", row))
        .withMessageContaining("holidays.csv, line 3, " + complaint);
  }

  private String city(String... days) throws IOException {
    new CityFolder(folder).with("holidays.csv", "date,name_vi,kind", String.join("\n", days));
    return WorkingCalendar.load(folder).version();
  }
}
