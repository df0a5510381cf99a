package dev.hoso.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hoso.core.dynamo.Item;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GrantTest {
  private static final Instant NOW = Instant.parse("2026-11-23T07:30:00Z");
  private final String token = Grant.token();
  private final Item codes =
      Item.of(Map.of("grant", Grant.kept(token), "grantUntil", NOW.plus(Grant.LIFE)));

  @Test
  void theCookieThatWasGivenOpens() {
    assertThat(Grant.opens(codes, List.of("lang=vi", " hoso-grant=" + token), NOW)).isTrue();
  }

  @Test
  void nothingElseOpens() {
    assertThat(Grant.opens(codes, List.of(), NOW)).isFalse();
    assertThat(Grant.opens(codes, List.of("hoso-grant=" + Grant.token()), NOW)).isFalse();
    assertThat(Grant.opens(codes, List.of("hoso-grant=" + Grant.kept(token)), NOW)).isFalse();
    assertThat(Grant.opens(Item.EMPTY, List.of("hoso-grant="), NOW)).isFalse();
  }

  @Test
  void itEnds() {
    assertThat(Grant.opens(codes, List.of("hoso-grant=" + token), NOW.plus(Grant.LIFE))).isFalse();
  }
}
