package dev.hoso.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hoso.core.cityfile.BadCityFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReminderDaysTest {
  @TempDir Path city;

  @Test
  void oursRemindOfFeesAndPapersAndOfNothingElse() {
    ReminderDays days = ReminderDays.load(null);

    assertThat(days.of("fee-due")).containsExactly(Duration.ofDays(3), Duration.ofDays(7));
    assertThat(days.of("supplement-asked"))
        .containsExactly(Duration.ofDays(5), Duration.ofDays(10));
    assertThat(days.of("done")).isEmpty();
  }

  @Test
  void aCityDecidesForItself() throws IOException {
    write("fee-due,PT36H,P5D");

    assertThat(ReminderDays.load(city).of("fee-due"))
        .containsExactly(Duration.ofHours(36), Duration.ofDays(5));
    assertThat(ReminderDays.load(city).of("supplement-asked")).isEmpty();
  }

  @Test
  void whatIsNoTimeOrFactIsSaidSo() throws IOException {
    write("fee-due,3 days,P5D");
    assertThatThrownBy(() -> ReminderDays.load(city))
        .isInstanceOf(BadCityFile.class)
        .hasMessageContaining("first");

    write("done,P3D,P5D");
    assertThatThrownBy(() -> ReminderDays.load(city))
        .isInstanceOf(BadCityFile.class)
        .hasMessageContaining("fact");
  }

  private void write(String line) throws IOException {
    Files.writeString(city.resolve("reminders.csv"), "fact,first,second\n" + line + "\n");
  }
}
