package dev.hoso.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ExpiryTest {
  private static final Instant THEN = Instant.parse("2026-11-23T07:30:05Z");
  private final Expiry expiry = new Expiry(Manners.load(null));

  @Test
  void aCodeIsNotToldWhenItIsNoLongerValid() {
    Message code = MessageForTests.of("one-time-code", "code 1", "sms", THEN);

    assertThat(expiry.at(code, THEN.plusSeconds(300))).isEqualTo(Gate.Open.OPEN);
    assertThat(expiry.at(code, THEN.plusSeconds(301))).isInstanceOf(Gate.Closed.class);
  }

  @Test
  void aReceiptIsToldHoweverLate() {
    Message receipt = MessageForTests.of("payment-confirmed", "payment 1 paid", "sms", THEN);

    assertThat(expiry.at(receipt, THEN.plusSeconds(86_400 * 300L))).isEqualTo(Gate.Open.OPEN);
  }
}
