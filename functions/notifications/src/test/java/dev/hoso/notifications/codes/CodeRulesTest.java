package dev.hoso.notifications.codes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CodeRulesTest {
  @Test
  void aCodeHasSixDigitsAlsoWhereTheyBeginWithZero() {
    Set<Character> first = new HashSet<>();
    IntStream.range(0, 2_000)
        .mapToObj(n -> CodeRules.random())
        .forEach(
            code -> {
              assertThat(code).matches("[0-9]{6}");
              first.add(code.charAt(0));
            });

    assertThat(first).hasSize(10);
  }

  @Test
  void codesDiffer() {
    Set<String> codes = new HashSet<>();
    IntStream.range(0, 1_000).forEach(n -> codes.add(CodeRules.random()));

    // Of a thousand out of a million, one pair in two such draws is the same.
    assertThat(codes).hasSizeGreaterThan(990);
  }

  @Test
  void aCodeThatWasTypedIsReadWithoutItsSpaces() {
    assertThat(CodeRules.typed(" 012 345\n")).contains("012345");
    assertThat(CodeRules.typed("012\u00a0345")).contains("012345");
    assertThat(CodeRules.typed("0123456")).isEmpty();
    assertThat(CodeRules.typed("٠١٢٣٤٥")).isEmpty();
  }

  @Test
  void addressesAreCountedByWhatCannotBeChosenFreely() {
    assertThat(NetworkAddress.counted("203.0.113.7")).isEqualTo("203.0.113.7");
    assertThat(NetworkAddress.counted("::ffff:203.0.113.7")).isEqualTo("203.0.113.7");
    assertThat(NetworkAddress.counted("2001:db8::1"))
        .isEqualTo(NetworkAddress.counted("2001:db8:0:0:1::"))
        .isNotEqualTo(NetworkAddress.counted("2001:db8:0:1::1"));
    assertThat(NetworkAddress.counted("hoso.example")).isEqualTo("unknown");
    assertThat(NetworkAddress.counted(null)).isEqualTo("unknown");
  }
}
