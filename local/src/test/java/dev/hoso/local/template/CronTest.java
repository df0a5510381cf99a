package dev.hoso.local.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Times of the week, as EventBridge writes them. */
class CronTest {
  private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0 7 ? * MON *       | 2026-11-25T19:00:00+07:00 | 2026-11-30T07:00:00+07:00
          0 7 ? * MON *       | 2026-11-30T06:59:59+07:00 | 2026-11-30T07:00:00+07:00
          0 7 ? * MON *       | 2026-11-30T07:00:00+07:00 | 2026-12-07T07:00:00+07:00
          0 7 ? * 2 *         | 2026-11-29T23:00:00Z      | 2026-11-30T00:00:00Z
          30 8,17 ? * MON-FRI * | 2026-11-27T08:30:00+07:00 | 2026-11-27T17:30:00+07:00
          30 8,17 ? * MON-FRI * | 2026-11-27T17:30:00+07:00 | 2026-11-30T08:30:00+07:00
          0 0 * * ? *         | 2026-11-25T12:00:00+07:00 | 2026-11-26T00:00:00+07:00
          """)
  void theNextTimeComesAfterTheLast(String text, OffsetDateTime last, OffsetDateTime next) {
    Instant found = Cron.parse(text, VIETNAM).after(last.toInstant());

    assertThat(found).isEqualTo(next.toInstant());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1",
        "0 7 1 * ? *",
        "0 7 ? 2 MON *",
        "0 24 ? * MON *",
        "0/5 * ? * * *",
        "0 7 ? * FOO *"
      })
  void whatIsNotKnownIsRefused(String text) {
    assertThatThrownBy(() -> Cron.parse(text, VIETNAM))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
