package dev.hoso.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ConstantTimeTest {
  @Test
  void onlyTheSameTextIsTheSame() {
    assertThat(ConstantTime.same("số", "số")).isTrue();
    assertThat(ConstantTime.same("", "")).isTrue();
    assertThat(ConstantTime.same("số", "so")).isFalse();
    assertThat(ConstantTime.same("ab", "abc")).isFalse();
    assertThat(ConstantTime.same("ab", "AB")).isFalse();
  }
}
