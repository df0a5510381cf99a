package dev.hoso.payments;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.Context;
import dev.hoso.core.dynamo.Item;
import dev.hoso.payments.gateways.VnpayAnswer;
import dev.hoso.payments.gateways.Wire;
import io.micronaut.function.aws.proxy.MockLambdaContext;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DueHandlerTest {
  private static final Duration DAY = Duration.ofDays(1);

  @RegisterExtension
  static final Wire WIRE =
      new Wire("vnpay", Map.of("TMN_CODE", Ipn.TERMINAL, "HASH_SECRET", Ipn.SECRET));

  private final Door door = new Door();
  private final DueHandler handler =
      new DueHandler(door.settings(WIRE.environment()), door.clock, door.payments.dynamo());

  @BeforeEach
  void vnpayKnowsNoneOfThem() {
    String unknown =
        VnpayAnswer.toQuery(Ipn.TERMINAL, "").with("ResponseCode", "91").signed(Ipn.SECRET);
    WIRE.server().stubFor(post(anyUrl()).willReturn(okJson(unknown)));
  }

  @Test
  void aPaymentWhoseTimeAndGraceAreOverExpires() {
    door.asked("TT1");
    door.clock.advance(DAY);

    run(90_000);

    Item expired = door.item("TT1");
    assertThat(expired.text("status")).isEqualTo("expired");
    assertThat(expired.time("endedAt")).isEqualTo(door.clock.instant());
    assertThat(expired.number("version")).isEqualTo(2);
    assertThat(expired.has("owed") || expired.has("due")).isFalse();
  }

  @Test
  void withinTheGraceItWaitsForTheGatewaysRepeats() {
    door.asked("TT1");
    door.clock.advance(DAY.minusSeconds(60));

    run(90_000);

    assertThat(door.item("TT1").text("status")).isEqualTo("pending");
  }

  @Test
  void whatIsPaidIsNotTouchedAndWhatFailedStaysFailed() {
    door.asked("TT1");
    door.asked("TT2");
    door.call(Ipn.paid("TT1"));
    door.call(Ipn.failed("TT2"));
    Item paid = door.item("TT1");
    door.clock.advance(DAY.multipliedBy(2));

    run(90_000);

    assertThat(door.item("TT1")).isEqualTo(paid);
    assertThat(door.item("TT2").text("status")).isEqualTo("failed");
    assertThat(door.item("TT2").has("owed") || door.item("TT2").has("due")).isFalse();
  }

  @Test
  void whatWasConfirmedBetweenLookingAndWritingIsNotEnded() {
    door.asked("TT1");
    Payments payments = new Payments(door.payments);
    Instant later = door.clock.instant().plus(DAY);
    Payment payment = payments.stillDue(payments.due(later, 10).getFirst()).orElseThrow();
    door.call(Ipn.paid("TT1"));

    assertThat(payments.expire(payment, later)).isFalse();

    assertThat(door.item("TT1").text("status")).isEqualTo("paid");
  }

  @Test
  void whatWasGivenMoreTimeBetweenLookingAndWritingIsNotEnded() {
    door.asked("TT1");
    Payments payments = new Payments(door.payments);
    Instant later = door.clock.instant().plus(DAY);
    Payment payment = payments.stillDue(payments.due(later, 10).getFirst()).orElseThrow();
    door.call(Ipn.suspected("TT1"));

    assertThat(payments.expire(payment, later)).isFalse();
  }

  @Test
  void heldBackMoneyIsGivenAWeek() {
    door.asked("TT1");
    door.call(Ipn.suspected("TT1"));
    door.clock.advance(DAY.multipliedBy(6));
    run(90_000);
    assertThat(door.item("TT1").text("status")).isEqualTo("pending");

    door.clock.advance(DAY);
    run(90_000);

    assertThat(door.item("TT1").text("status")).isEqualTo("expired");
  }

  @Test
  void moneyThatComesAfterTheExpiryIsRecordedAndLate() {
    door.asked("TT1");
    door.clock.advance(DAY);
    run(90_000);

    assertThat(door.call(Ipn.paid("TT1"))).isEqualTo("00");

    Payment paid = Payment.of(door.item("TT1"));
    assertThat(paid.status()).isEqualTo(PaymentStatus.PAID);
    assertThat(paid.late()).isTrue();
  }

  @Test
  void itGoesOnUntilNothingIsDue() {
    for (int n = 0; n < 250; n++) {
      door.asked("TT" + n);
    }
    door.clock.advance(DAY);

    run(90_000);

    assertThat(new Payments(door.payments).due(door.clock.instant(), 10)).isEmpty();
  }

  @Test
  void itStopsBeforeItsTimeIsOver() {
    door.asked("TT1");
    door.clock.advance(DAY);

    run(20_000);

    assertThat(door.item("TT1").text("status")).isEqualTo("pending");
  }

  private void run(int remainingMillis) {
    Context context =
        new MockLambdaContext() {
          @Override
          public int getRemainingTimeInMillis() {
            return remainingMillis;
          }
        };
    handler.handleRequest(InputStream.nullInputStream(), OutputStream.nullOutputStream(), context);
  }
}
