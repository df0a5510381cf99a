package dev.hoso.core;

import static dev.hoso.core.Faults.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilingChannelTest {
  @ParameterizedTest
  @CsvSource({"inPerson, IN_PERSON", "online, ONLINE", "post, POST"})
  void aChannelIsFoundByItsCode(String code, FilingChannel channel) {
    assertThat(FilingChannel.parse("channel", code)).isEqualTo(channel);
    assertThat(channel.code()).isEqualTo(code);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "in_person", "Online", "fax"})
  void anotherChannelIsRefused(@Nullable String text) {
    assertRefused("channel", () -> FilingChannel.parse("channel", text));
  }
}
