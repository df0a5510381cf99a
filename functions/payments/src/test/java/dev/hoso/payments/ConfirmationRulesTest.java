package dev.hoso.payments;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hoso.core.dynamo.Item;
import dev.hoso.core.dynamo.Outcome;
import dev.hoso.payments.Confirmation.Said;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What the confirmations that VNPAY does not send do to a payment wherever it stands. */
class ConfirmationRulesTest {
  private static final Instant AT = Instant.parse("2026-11-23T07:30:05Z");

  private final Door door = new Door();
  private final Payments payments = new Payments(door.payments);

  @ParameterizedTest
  @CsvSource({
    "pending,           CANCELLED, cancelled",
    "failed,            CANCELLED, cancelled",
    "expired,           CANCELLED, expired",
    "cancelled,         CANCELLED, cancelled",
    "paid,              CANCELLED, paid",
    "refunded,          CANCELLED, refunded",
    "partiallyRefunded, CANCELLED, partiallyRefunded",
    "pending,           EXPIRED,   expired",
    "failed,            EXPIRED,   expired",
    "cancelled,         EXPIRED,   cancelled",
    "paid,              EXPIRED,   paid",
    "refunded,          EXPIRED,   refunded",
    "partiallyRefunded, EXPIRED,   partiallyRefunded",
    "pending,           REFUNDED,  refunded",
    "failed,            REFUNDED,  refunded",
    "expired,           REFUNDED,  refunded",
    "cancelled,         REFUNDED,  refunded",
    "paid,              REFUNDED,  refunded",
    "partiallyRefunded, REFUNDED,  refunded",
    "refunded,          REFUNDED,  refunded",
    "pending,           PART,      partiallyRefunded",
    "paid,              PART,      partiallyRefunded",
    "refunded,          PART,      refunded",
    "pending,           DISPUTED,  pending",
    "paid,              DISPUTED,  paid",
    "refunded,          DISPUTED,  refunded",
    "pending,           HINT,      pending",
    "failed,            HINT,      failed",
    "expired,           HINT,      expired",
    "cancelled,         HINT,      cancelled",
    "paid,              HINT,      paid",
  })
  void aConfirmationLeadsOnFromWhereThePaymentStandsOrNowhere(
      String before, Kind kind, String after) {
    door.standing("TT1", PaymentStatus.of(before));

    record(kind.of(said(50000, "VND")));

    assertThat(door.item("TT1").text("status")).isEqualTo(after);
  }

  @ParameterizedTest
  @EnumSource
  void anotherAmountOrCurrencyChangesNothing(Kind kind) {
    door.asked("TT1");
    Item before = door.item("TT1");

    Outcome amount = record(kind.of(said(49999, "VND")));
    Outcome currency = record(kind.of(said(50000, "USD")));

    if (kind != Kind.DISPUTED) {
      assertThat(door.item("TT1")).isEqualTo(before);
      assertThat(Verdict.of(kind.of(said(49999, "VND")), amount)).isEqualTo(Verdict.WRONG_AMOUNT);
      assertThat(Verdict.of(kind.of(said(50000, "USD")), currency))
          .isEqualTo(Verdict.WRONG_CURRENCY);
    }
  }

  @Test
  void aRefundThatIsHeardOfBeforeItsPaymentStaysAndThePaymentIsAdded() {
    door.asked("TT1");

    record(new Confirmation.Refunded(said(50000, "VND"), 20_000));
    Outcome late = record(new Confirmation.Paid(said(50000, "VND")));

    assertThat(late.written()).isTrue();
    Item item = door.item("TT1");
    assertThat(item.text("status")).isEqualTo("partiallyRefunded");
    assertThat(item.number("refundedAmount")).isEqualTo(20_000);
    assertThat(item.time("paidAt")).isEqualTo(AT);
    assertThat(item.text("gatewayTransactionId")).isEqualTo("14812201");
    assertThat(record(new Confirmation.Paid(said(50000, "VND"))).written()).isFalse();
  }

  @Test
  void aRefundOnlyGrows() {
    door.standing("TT1", PaymentStatus.PAID);

    record(new Confirmation.Refunded(said(50000, "VND"), 30_000));
    Outcome older = record(new Confirmation.Refunded(said(50000, "VND"), 20_000));
    Outcome same = record(new Confirmation.Refunded(said(50000, "VND"), 30_000));

    assertThat(older.written() || same.written()).isFalse();
    assertThat(door.item("TT1").number("refundedAmount")).isEqualTo(30_000);
    assertThat(door.item("TT1").number("version")).isEqualTo(2);
  }

  @Test
  void aDisputeIsMarkedOnceAndMovesNoMoney() {
    door.standing("TT1", PaymentStatus.PAID);

    record(new Confirmation.Disputed(said(100, "USD")));
    Outcome again = record(new Confirmation.Disputed(said(100, "USD")));

    assertThat(door.item("TT1").time("disputedAt")).isEqualTo(AT);
    assertThat(door.item("TT1").text("status")).isEqualTo("paid");
    assertThat(again.written()).isFalse();
    assertThat(Payment.of(door.item("TT1")).disputedAt()).isEqualTo(AT);
  }

  @Test
  void aHintMakesThePaymentDueToBeAskedAbout() {
    door.standing("TT1", PaymentStatus.EXPIRED);

    record(new Confirmation.Hint(said(50000, "VND")));

    Item item = door.item("TT1");
    assertThat(item.text("owed")).isEqualTo("payment");
    assertThat(item.text("due")).isEqualTo("2026-11-23T07:30:05Z");
    assertThat(item.has("paidAt") || item.has("gatewayTransactionId")).isFalse();
  }

  @Test
  void whatIsDueToBeAskedAboutIsNotEndedBeforeItsTime() {
    door.asked("TT1");
    record(new Confirmation.Hint(said(50000, "VND")));
    Item due = payments.due(door.clock.instant(), 10).getFirst();

    assertThat(payments.expire(payments.stillDue(due).orElseThrow(), door.clock.instant()))
        .isFalse();

    assertThat(door.item("TT1").text("status")).isEqualTo("pending");
  }

  /** The kinds, each as the simplest of itself. */
  enum Kind {
    PAID {
      @Override
      Confirmation of(Said said) {
        return new Confirmation.Paid(said);
      }
    },
    FAILED {
      @Override
      Confirmation of(Said said) {
        return new Confirmation.Failed(said);
      }
    },
    CANCELLED {
      @Override
      Confirmation of(Said said) {
        return new Confirmation.Cancelled(said);
      }
    },
    EXPIRED {
      @Override
      Confirmation of(Said said) {
        return new Confirmation.Expired(said);
      }
    },
    UNDECIDED {
      @Override
      Confirmation of(Said said) {
        return new Confirmation.Undecided(said, true);
      }
    },
    REFUNDED {
      @Override
      Confirmation of(Said said) {
        return new Confirmation.Refunded(said, said.amount());
      }
    },
    PART {
      @Override
      Confirmation of(Said said) {
        return new Confirmation.Refunded(said, said.amount() / 2);
      }
    },
    DISPUTED {
      @Override
      Confirmation of(Said said) {
        return new Confirmation.Disputed(said);
      }
    },
    HINT {
      @Override
      Confirmation of(Said said) {
        return new Confirmation.Hint(said);
      }
    };

    abstract Confirmation of(Said said);
  }

  private Outcome record(Confirmation confirmation) {
    return payments.record("vnpay", confirmation, Source.QUERY);
  }

  private static Said said(long amount, String currency) {
    return new Said(new PaymentReference("TT1"), amount, currency, "14812201", AT, null, "code");
  }
}
