package dev.hoso.core;

import static dev.hoso.core.Faults.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TellingChannelTest {
  @ParameterizedTest
  @CsvSource({"sms, SMS", "email, EMAIL", "push, PUSH"})
  void aChannelIsFoundByItsCode(String code, TellingChannel channel) {
    assertThat(TellingChannel.parse("applicant.channel", code)).isEqualTo(channel);
    assertThat(channel.code()).isEqualTo(code);
  }

  @Test
  void whoSaysNothingPrefersNothing() {
    assertThat(TellingChannel.parse("applicant.channel", null)).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "SMS", "e-mail", "zalo"})
  void anotherChannelIsRefused(String text) {
    assertRefused("applicant.channel", () -> TellingChannel.parse("applicant.channel", text));
  }
}
