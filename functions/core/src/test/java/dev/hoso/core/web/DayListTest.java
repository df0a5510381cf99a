package dev.hoso.core.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hoso.core.Fault;
import dev.hoso.core.Invalid;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DayListTest {
  /** After midnight in Vietnam, before it in Greenwich. */
  private static final Instant NOW = Instant.parse("2026-11-24T18:00:00Z");

  @Test
  void whatIsLeftOutIsTodayInVietnamAndAHundred() {
    assertThat(DayList.parse(null, null, NOW))
        .isEqualTo(new DayList(LocalDate.of(2026, 11, 25), 100));
  }

  @Test
  void whatIsSaidCounts() {
    assertThat(DayList.parse("2026-11-23", 1000, NOW))
        .isEqualTo(new DayList(LocalDate.of(2026, 11, 23), 1000));
  }

  @ParameterizedTest
  @CsvSource({
    "23/11/2026, 5, day, must be a day like 2026-11-24",
    "2026-11-23, 0, limit, must be from 1 to 1000",
    "2026-11-23, 1001, limit, must be from 1 to 1000"
  })
  void whatIsWrongIsNamed(String day, int limit, String field, String rule) {
    assertThatExceptionOfType(Invalid.class)
        .isThrownBy(() -> DayList.parse(day, limit, NOW))
        .satisfies(e -> assertThat(e.faults()).containsExactly(new Fault(field, rule)));
  }
}
