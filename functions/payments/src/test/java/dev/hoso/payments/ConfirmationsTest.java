package dev.hoso.payments;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hoso.core.dynamo.Item;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every kind of confirmation does to a payment wherever it stands. */
class ConfirmationsTest {
  private final Door door = new Door();

  @ParameterizedTest
  @CsvSource({
    "pending,            paid,      00, paid",
    "failed,             paid,      00, paid",
    "expired,            paid,      00, paid",
    "cancelled,          paid,      00, paid",
    "paid,               paid,      02, paid",
    "refunded,           paid,      02, refunded",
    "partiallyRefunded,  paid,      02, partiallyRefunded",
    "pending,            failed,    00, failed",
    "failed,             failed,    02, failed",
    "expired,            failed,    02, expired",
    "cancelled,          failed,    02, cancelled",
    "paid,               failed,    02, paid",
    "refunded,           failed,    02, refunded",
    "partiallyRefunded,  failed,    02, partiallyRefunded",
    "pending,            undecided, 00, pending",
    "failed,             undecided, 02, failed",
    "expired,            undecided, 02, expired",
    "cancelled,          undecided, 02, cancelled",
    "paid,               undecided, 02, paid",
    "refunded,           undecided, 02, refunded",
    "partiallyRefunded,  undecided, 02, partiallyRefunded",
  })
  void aConfirmationLeadsOnFromWhereThePaymentStandsOrNowhere(
      String before, String said, String reply, String after) {
    door.standing("TT1", PaymentStatus.of(before));
    Item kept = door.item("TT1");

    assertThat(door.call(ipn(said))).isEqualTo(reply);

    assertThat(door.item("TT1").text("status")).isEqualTo(after);
    if (reply.equals("02")) {
      assertThat(door.item("TT1")).isEqualTo(kept);
    } else {
      assertThat(door.item("TT1").number("version")).isEqualTo(kept.number("version") + 1);
    }
  }

  @Test
  void aPaidPaymentKnowsWhenWhereAndByWhichTransaction() {
    door.asked("TT1");

    door.call(Ipn.paid("TT1"));

    Item paid = door.item("TT1");
    assertThat(paid.text("paidAt")).isEqualTo("2026-11-23T14:30:05+07:00");
    assertThat(paid.text("gatewayTransactionId")).isEqualTo("14812201");
    assertThat(paid.text("bank")).isEqualTo("NCB");
    assertThat(paid.has("owed") || paid.has("due")).isFalse();
    assertThat(Payment.of(paid).late()).isFalse();
  }

  @Test
  void aFailedPaymentKnowsTheGatewaysCodeAndIsStillAskedAbout() {
    door.asked("TT1");

    door.call(Ipn.failed("TT1").codes("51", "02"));

    Item failed = door.item("TT1");
    assertThat(failed.text("failure")).isEqualTo("51");
    assertThat(failed.text("endedAt")).isEqualTo("2026-11-23T14:30:05+07:00");
    assertThat(failed.has("owed") && failed.has("due")).isTrue();
  }

  @Test
  void aFailureFollowedByASuccessIsPaidAndLate() {
    door.asked("TT1");

    assertThat(door.call(Ipn.failed("TT1"))).isEqualTo("00");
    assertThat(door.call(Ipn.paid("TT1"))).isEqualTo("00");

    Item paid = door.item("TT1");
    assertThat(paid.text("status")).isEqualTo("paid");
    assertThat(paid.has("failure")).isFalse();
    assertThat(Payment.of(paid).late()).isTrue();
  }

  @Test
  void aSuccessFollowedByAFailureStaysPaid() {
    door.asked("TT1");
    door.call(Ipn.paid("TT1"));

    assertThat(door.call(Ipn.failed("TT1"))).isEqualTo("02");

    assertThat(door.item("TT1").text("status")).isEqualTo("paid");
  }

  @Test
  void moneyThatWasPaidAfterTheEndIsLateThoughNobodyHadCalledItExpired() {
    door.asked("TT1");

    door.call(Ipn.paid("TT1").with("vnp_PayDate", "20261124133001"));

    assertThat(Payment.of(door.item("TT1")).late()).isTrue();
  }

  @Test
  void withoutATimeOfItsOwnAConfirmationHappensWhenWeHearOfIt() {
    door.asked("TT1");

    door.call(Ipn.paid("TT1").without("vnp_PayDate"));

    assertThat(door.item("TT1").time("paidAt")).isEqualTo(door.clock.instant());
  }

  @Test
  void heldBackMoneyIsNotedOnceAndGivenMoreTime() {
    door.asked("TT1");

    assertThat(door.call(Ipn.suspected("TT1"))).isEqualTo("00");
    Item noted = door.item("TT1");
    assertThat(door.call(Ipn.suspected("TT1"))).isEqualTo("00");

    assertThat(noted.text("undecided")).isEqualTo("07");
    assertThat(noted.text("awaitedUntil")).isEqualTo("2026-11-30T07:30:05Z");
    assertThat(noted.text("owed")).isEqualTo("payment");
    assertThat(door.item("TT1")).isEqualTo(noted);
  }

  @Test
  void heldBackMoneyThatIsLetGoIsPaid() {
    door.asked("TT1");
    door.call(Ipn.suspected("TT1"));

    assertThat(door.call(Ipn.paid("TT1"))).isEqualTo("00");

    assertThat(door.item("TT1").text("status")).isEqualTo("paid");
    assertThat(door.item("TT1").has("undecided")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "00, 00, paid",
    "00, 01, pending",
    "00, 02, failed",
    "00, 04, pending",
    "00, 05, pending",
    "00, 07, pending",
    "00, 99, pending",
    "00,   , pending",
    "07, 00, pending",
    "07, 02, pending",
    "07,   , pending",
    "24, 00, pending",
    "24, 01, pending",
    "24, 02, failed",
    "24,   , failed",
    "99, 02, failed",
  })
  void bothCodesMustSaySoBeforeItIsPaid(String response, String status, String after) {
    door.asked("TT1");
    Ipn ipn = Ipn.paid("TT1").codes(response, status == null ? "" : status);

    assertThat(door.call(status == null ? ipn.without("vnp_TransactionStatus") : ipn))
        .isEqualTo("00");

    assertThat(door.item("TT1").text("status")).isEqualTo(after);
  }

  private static Ipn ipn(String said) {
    return switch (said) {
      case "paid" -> Ipn.paid("TT1");
      case "failed" -> Ipn.failed("TT1");
      default -> Ipn.suspected("TT1");
    };
  }
}
