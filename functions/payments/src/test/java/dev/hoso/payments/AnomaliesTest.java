package dev.hoso.payments;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hoso.core.dynamo.Item;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What does not fit changes nothing and is kept for a person to see. */
class AnomaliesTest {
  private final Door door = new Door();

  @Test
  void anUnknownReferenceIsNotFoundAndKept() {
    assertThat(door.call(Ipn.paid("NOBODYS"))).isEqualTo("01");

    Item kept = onlyAnomaly();
    assertThat(kept.text("kind")).isEqualTo("unknownReference");
    assertThat(kept.text("reference")).isEqualTo("NOBODYS");
    assertThat(kept.number("amount")).isEqualTo(50_000);
    assertThat(door.item("NOBODYS").isEmpty()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"has space", "slash/ed", "a%b", "đồng"})
  void aReferenceThatCannotBeOursIsNotFound(String reference) {
    assertThat(door.call(Ipn.paid(reference))).isEqualTo("01");

    assertThat(onlyAnomaly().text("kind")).isEqualTo("unknownReference");
  }

  @Test
  void anotherAmountIsRefusedWithWhatWasExpected() {
    door.asked("TT1", 60_000);
    Item before = door.item("TT1");

    assertThat(door.call(Ipn.paid("TT1"))).isEqualTo("04");

    assertThat(door.item("TT1")).isEqualTo(before);
    Item kept = onlyAnomaly();
    assertThat(kept.text("kind")).isEqualTo("amountMismatch");
    assertThat(kept.number("amount")).isEqualTo(50_000);
    assertThat(kept.number("expectedAmount")).isEqualTo(60_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"5000050", "-5000000", "5e6", "50000.00", "9999999999999999999", "0x10"})
  void anAmountThatIsNoneIsRefusedWhereTheReferenceIsKnown(String amount) {
    door.asked("TT1");
    Item before = door.item("TT1");

    assertThat(door.call(Ipn.paid("TT1").with("vnp_Amount", amount))).isEqualTo("04");
    assertThat(door.call(Ipn.paid("NOBODYS").with("vnp_Amount", amount))).isEqualTo("01");

    assertThat(door.item("TT1")).isEqualTo(before);
  }

  @Test
  void anotherAmountIsRefusedAlsoForWhatIsPaid() {
    door.standing("TT1", PaymentStatus.PAID);

    assertThat(door.call(Ipn.paid("TT1").with("vnp_Amount", "4900000"))).isEqualTo("04");
  }

  @Test
  void aSecondTransactionForWhatIsPaidIsKnownAlreadyAndKept() {
    door.asked("TT1");
    door.call(Ipn.paid("TT1"));

    assertThat(door.call(Ipn.paid("TT1").with("vnp_TransactionNo", "99"))).isEqualTo("02");

    assertThat(onlyAnomaly().text("kind")).isEqualTo("paidTwice");
    assertThat(door.item("TT1").text("gatewayTransactionId")).isEqualTo("14812201");
  }

  @Test
  void theSameTransactionAgainIsNothingOdd() {
    door.asked("TT1");
    door.call(Ipn.paid("TT1"));

    door.call(Ipn.paid("TT1"));

    assertThat(door.anomaliesToday()).isEmpty();
  }

  @Test
  void heldBackMoneyIsKeptForTheOperatorsToDecideAtTheGateway() {
    door.asked("TT1");

    door.call(Ipn.suspected("TT1"));

    assertThat(onlyAnomaly().text("kind")).isEqualTo("undecided");
  }

  @Test
  void anotherMerchantsCallIsNotProvenThoughItIsWellSigned() {
    door.asked("TT1");
    Item before = door.item("TT1");

    assertThat(door.call(Ipn.paid("TT1").with("vnp_TmnCode", "ANOTHER1"))).isEqualTo("97");
    assertThat(door.call(Ipn.paid("TT1").without("vnp_TmnCode"))).isEqualTo("97");

    assertThat(door.item("TT1")).isEqualTo(before);
    assertThat(door.anomaliesToday())
        .extracting(it -> it.text("kind"))
        .containsOnly("wrongMerchant");
  }

  @Test
  void aCallWithoutWhatItMustSayIsNotUnderstood() {
    assertThat(door.call(Ipn.paid("TT1").without("vnp_TxnRef"))).isEqualTo("99");
    assertThat(door.call(Ipn.paid("TT1").without("vnp_ResponseCode"))).isEqualTo("99");

    assertThat(door.anomaliesToday())
        .extracting(it -> it.text("kind"))
        .containsOnly("notUnderstood");
  }

  @Test
  void repeatsAreCountedInOne() {
    door.call(Ipn.paid("NOBODYS"));
    String first = onlyAnomaly().text("firstSeenAt");
    door.clock.advance(Duration.ofMinutes(5));
    door.call(Ipn.paid("NOBODYS"));

    Item kept = onlyAnomaly();
    assertThat(kept.number("seen")).isEqualTo(2);
    assertThat(kept.text("firstSeenAt")).isEqualTo(first);
    assertThat(kept.time("lastSeenAt")).isEqualTo(door.clock.instant());
    assertThat(kept.number("expires"))
        .isEqualTo(door.clock.instant().plus(Duration.ofDays(90)).getEpochSecond());
  }

  @Test
  void aForgedCallIsKeptWithoutItsSignatureAndNotWhole() {
    String forged = Ipn.paid("TT1").with("vnp_BankCode", "x".repeat(4_000)).query("another secret");

    assertThat(door.call(forged)).isEqualTo("97");

    Item kept = onlyAnomaly();
    assertThat(kept.text("kind")).isEqualTo("badSignature");
    assertThat(kept.text("received"))
        .hasSize(2_048)
        .startsWith("vnp_Amount=5000000&vnp_BankCode=xxx")
        .doesNotContain("vnp_SecureHash", "vnp_OrderInfo");
    assertThat(kept.has("reference")).isFalse();
  }

  private Item onlyAnomaly() {
    assertThat(door.anomaliesToday()).hasSize(1);
    return door.anomaliesToday().getFirst();
  }
}
