package dev.hoso.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {
  @Test
  void thoseThatBeginAlikeAreFoundByTheRestOfTheirNames() {
    Settings settings = Settings.of(Map.of("A_B_C", "1", "A_B_D", " ", "A_C", "2"));

    assertThat(settings.under("A_B_")).containsExactly(Map.entry("C", "1"));
    assertThat(settings.under("X_")).isEmpty();
  }
}
