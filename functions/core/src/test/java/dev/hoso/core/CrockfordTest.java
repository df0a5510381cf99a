package dev.hoso.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CrockfordTest {
  @Test
  void bytesAreWrittenInFivesOfBits() {
    assertThat(Crockford.text(new byte[] {0, 0, 0, 0, 31})).isEqualTo("0000000Z");
    assertThat(Crockford.text(new byte[] {-1, -1, -1, -1, -1})).isEqualTo("ZZZZZZZZ");
  }
}
