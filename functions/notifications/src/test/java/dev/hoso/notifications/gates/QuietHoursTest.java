package dev.hoso.notifications.gates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hoso.core.Settings;
import dev.hoso.core.Time;
import dev.hoso.notifications.Gate;
import dev.hoso.notifications.Manners;
import dev.hoso.notifications.Message;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietHoursTest {
  private static final Night NIGHT = new Night(LocalTime.of(22, 0), LocalTime.of(7, 0));
  private static final QuietHours QUIET = new QuietHours(Manners.load(null), NIGHT);

  @ParameterizedTest(name = "{0} by {1} at {2} goes: {3}")
  @CsvSource({
    "refused, sms, 2026-11-23T21:59:59+07:00, true",
    "refused, sms, 2026-11-23T21:59:59.999+07:00, true",
    "refused, sms, 2026-11-23T22:00:00+07:00, false",
    "refused, push, 2026-11-23T22:00:00+07:00, false",
    "refused, email, 2026-11-23T22:00:00+07:00, true",
    "refused, sms, 2026-11-24T00:00:00+07:00, false",
    "refused, sms, 2026-11-24T06:59:59+07:00, false",
    "refused, sms, 2026-11-24T06:59:59.999+07:00, false",
    "refused, sms, 2026-11-24T07:00:00+07:00, true",
    "fee-reminder, sms, 2026-11-23T23:00:00+07:00, false",
    "payment-confirmed, sms, 2026-11-23T23:00:00+07:00, true",
    "one-time-code, sms, 2026-11-23T23:00:00+07:00, true",
    "result-issued, sms, 2026-11-23T23:00:00+07:00, true",
    "dossier-received, sms, 2026-11-23T23:00:00+07:00, true",
  })
  void theBoundariesAreExact(String template, String channel, OffsetDateTime at, boolean goes) {
    Gate.Passage passage = QUIET.at(message("1", template, channel), at.toInstant());

    assertThat(passage == Gate.Open.OPEN).isEqualTo(goes);
  }

  @ParameterizedTest(name = "from {0} to {1} at {2} it is quiet: {3}")
  @CsvSource({
    "12:00, 14:00, 11:59:59, false",
    "12:00, 14:00, 12:00:00, true",
    "12:00, 14:00, 13:59:59, true",
    "12:00, 14:00, 14:00:00, false",
    "07:00, 07:00, 07:00:00, false",
    "07:00, 07:00, 03:00:00, false",
  })
  void hoursMayLieWithinADayOrBeNone(LocalTime from, LocalTime to, LocalTime at, boolean quiet) {
    Instant now = Time.day(Instant.EPOCH).atTime(at).atZone(Time.VIETNAM).toInstant();

    assertThat(new Night(from, to).covers(now)).isEqualTo(quiet);
  }

  @Test
  void whatWaitedGoesOutSpreadOverTheMorningAndADossiersMessagesTogether() {
    Instant night = Instant.parse("2026-11-23T16:00:00Z");
    Instant morning = Instant.parse("2026-11-24T00:00:00Z");
    int[] minutes = new int[30];

    IntStream.range(0, 3000)
        .mapToObj(n -> until(message("H26.15-261123-" + (1000 + n), "refused", "sms"), night))
        .forEach(until -> minutes[(int) Duration.between(morning, until).toMinutes()]++);

    assertThat(Arrays.stream(minutes).boxed()).allSatisfy(it -> assertThat(it).isBetween(40, 180));
    assertThat(until(message("1", "refused", "sms"), night))
        .isEqualTo(until(message("1", "done", "sms"), night));
  }

  @Property(tries = 500)
  void whatWaitsMayGoWhenItsTimeHasComeAndThatIsWithinTheNextMorning(
      @ForAll @LongRange(min = 1_700_000_000, max = 1_900_000_000) long second,
      @ForAll @IntRange(min = 1, max = 9999) int dossier) {
    Instant now = Instant.ofEpochSecond(second);
    Message message = message("H26.15-261123-" + dossier, "refused", "sms");

    if (QUIET.at(message, now) instanceof Gate.Wait wait) {
      assertThat(wait.until()).isAfter(now).isBefore(now.plus(Duration.ofMinutes(9 * 60 + 30)));
      assertThat(QUIET.at(message, wait.until())).isEqualTo(Gate.Open.OPEN);
    }
  }

  @Test
  void theHoursAreSettings() {
    Settings settings = Settings.of(Map.of("HOSO_QUIET_FROM", "21:30", "HOSO_QUIET_TO", "06:00"));
    assertThat(Night.of(settings)).isEqualTo(new Night(LocalTime.of(21, 30), LocalTime.of(6, 0)));

    assertThatThrownBy(
            () -> Night.of(Settings.of(Map.of("HOSO_QUIET_FROM", "10pm", "HOSO_QUIET_TO", "7:00"))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("HOSO_QUIET_FROM");
  }

  private static Instant until(Message message, Instant now) {
    return ((Gate.Wait) QUIET.at(message, now)).until();
  }

  private static Message message(String dossier, String template, String channel) {
    return Letters.of(dossier, "01", template, channel, 1);
  }
}
