package dev.hoso.dossiers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hoso.core.DossierStatus;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TransitionsTest {
  @ParameterizedTest(name = "{0} may become {1}")
  @CsvSource(
      delimiter = '|',
      nullValues = "nothing",
      value = {
        "1  | 2 3 5 6 7",
        "2  | 4 5 6 7 8 9",
        "3  | nothing",
        "4  | 5 6 7 8 9",
        "5  | 2 4 6 7 8",
        "6  | 2 4 5 7 8 9",
        "7  | nothing",
        "8  | 4",
        "9  | 4 10",
        "10 | nothing",
      })
  void eachStatusIsFollowedByTheseAndNoOthers(int from, String to) {
    String codes =
        Transitions.after(status(from)).stream()
            .map(status -> Integer.toString(status.code()))
            .collect(Collectors.joining(" "));
    assertThat(codes).isEqualTo(to == null ? "" : to);
  }

  @ParameterizedTest
  @EnumSource
  void noStatusFollowsItself(DossierStatus status) {
    assertThat(Transitions.allowed(status, status)).isFalse();
  }

  @Test
  void everyStatusButTheFirstCanBeReachedFromIt() {
    Set<DossierStatus> reached =
        java.util.EnumSet.copyOf(Transitions.after(DossierStatus.REGISTERED));
    for (int steps = 0; steps < DossierStatus.values().length; steps++) {
      Set.copyOf(reached).forEach(status -> reached.addAll(Transitions.after(status)));
    }
    assertThat(reached)
        .containsExactlyInAnyOrderElementsOf(
            java.util.EnumSet.complementOf(java.util.EnumSet.of(DossierStatus.REGISTERED)));
  }

  @ParameterizedTest(name = "a fee asked for in {0} leads on to {1}")
  @CsvSource({"1, 2", "2, 2", "4, 4", "5, 4"})
  void aPaidFeeLeadsBackToWhereTheWorkWas(int before, int resumed) {
    assertThat(Transitions.resumedFrom(status(before))).isEqualTo(status(resumed));
  }

  private static DossierStatus status(int code) {
    return DossierStatus.of("status", code);
  }
}
