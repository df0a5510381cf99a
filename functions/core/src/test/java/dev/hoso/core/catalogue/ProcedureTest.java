package dev.hoso.core.catalogue;

import static dev.hoso.core.FilingChannel.IN_PERSON;
import static dev.hoso.core.FilingChannel.ONLINE;
import static dev.hoso.core.FilingChannel.POST;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hoso.core.FilingChannel;
import dev.hoso.core.Name;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProcedureTest {
  private static final LocalDate JULY = LocalDate.of(2025, 7, 1);
  private static final LocalDate JANUARY = LocalDate.of(2026, 1, 1);

  private final Procedure procedure =
      procedure(fee(ONLINE, 0, JANUARY), fee(ONLINE, 10_000, JULY), fee(IN_PERSON, 20_000, JULY));

  @Test
  void theLatestFeeThatHasBegunHolds() {
    assertThat(procedure.feeFor(ONLINE, JANUARY.minusDays(1))).hasValue(10_000);
    assertThat(procedure.feeFor(ONLINE, JANUARY)).hasValue(0);
    assertThat(procedure.feeFor(ONLINE, JANUARY.plusYears(1))).hasValue(0);
  }

  @Test
  void aFeeIsUnknownBeforeTheFirstOneBegins() {
    assertThat(procedure.feeFor(ONLINE, JULY.minusDays(1))).isEmpty();
  }

  @Test
  void aFeeOfOneChannelSaysNothingOfAnother() {
    assertThat(procedure.feeFor(POST, JANUARY)).isEmpty();
    assertThat(procedure.feeFor(IN_PERSON, JANUARY)).hasValue(20_000);
  }

  private static Procedure procedure(Fee... fees) {
    Name name = new Name("Tách hộ", "Splitting a household registration");
    return new Procedure("1.010038", name, name, "commune", List.of(fees), 5, false, true, "");
  }

  private static Fee fee(FilingChannel channel, long amount, LocalDate validFrom) {
    return new Fee(channel, amount, validFrom, "Circular 75/2022/TT-BTC");
  }
}
