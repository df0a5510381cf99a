package dev.hoso.notifications.sms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AccentedTemplatesTest {
  @Test
  void theyAreNamedWithCommasBetweenThem() {
    AccentedTemplates some = AccentedTemplates.parse(" result-issued, status-5,");

    assertThat(some.has("result-issued")).isTrue();
    assertThat(some.has("status-5")).isTrue();
    assertThat(some.has("")).isFalse();
    assertThat(some.has("payment-confirmed")).isFalse();
  }

  @Test
  void aStarNamesAllAndNothingNamesNone() {
    assertThat(AccentedTemplates.parse("*").has("payment-confirmed")).isTrue();
    assertThat(AccentedTemplates.parse("").has("payment-confirmed")).isFalse();
  }
}
