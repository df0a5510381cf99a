package dev.hoso.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class Sha256Test {
  @Test
  void bytesAreDigestedAsTheyAre() {
    // FIPS 180-4's own example.
    assertThat(Sha256.hex("abc".getBytes(StandardCharsets.US_ASCII)))
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  @Test
  void whereAPartEndsMatters() {
    assertThat(Sha256.hex("ab", "c")).isNotEqualTo(Sha256.hex("a", "bc"));
  }
}
