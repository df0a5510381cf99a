package dev.hoso.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class WebhookHandlerTest {
  private static final String TERMINAL = "HOSO_GATEWAYS_VNPAY_TMN_CODE";
  private static final String SECRET = "HOSO_GATEWAYS_VNPAY_HASH_SECRET";

  @Test
  void ofAHundredDeliveriesAtOnceOneIsRecordedAndTheOthersAreKnown() throws Exception {
    Door door = new Door();
    door.asked("TT1");
    String query = Ipn.paid("TT1").query();
    List<Future<String>> replies = new ArrayList<>();
    CountDownLatch start = new CountDownLatch(1);

    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int n = 0; n < 100; n++) {
        replies.add(
            callers.submit(
                () -> {
                  start.await();
                  return door.call(query);
                }));
      }
      start.countDown();
    }

    List<String> codes = new ArrayList<>();
    for (Future<String> reply : replies) {
      codes.add(reply.get());
    }
    assertThat(codes).filteredOn("00"::equals).hasSize(1);
    assertThat(codes).filteredOn("02"::equals).hasSize(99);
    assertThat(door.item("TT1").number("version")).isEqualTo(2);
    assertThat(door.anomaliesToday()).isEmpty();
  }

  @Test
  void whileASecretIsReplacedBothVerify() {
    Door door = new Door(Map.of(TERMINAL, Ipn.TERMINAL, SECRET, "the-new-one, the-old-one"));
    door.asked("TT1");
    door.asked("TT2");
    door.asked("TT3");

    assertThat(door.call(Ipn.paid("TT1").query("the-old-one"))).isEqualTo("00");
    assertThat(door.call(Ipn.paid("TT2").query("the-new-one"))).isEqualTo("00");
    assertThat(door.call(Ipn.paid("TT3").query("an-older-one"))).isEqualTo("97");
    assertThat(door.call(Ipn.paid("TT3").query("the-new-one, the-old-one"))).isEqualTo("97");
  }

  @Test
  void withoutASecretTheGatewayIsToldToCallAgain() {
    Door door = new Door(Map.of(TERMINAL, Ipn.TERMINAL, SECRET, " , "));
    door.asked("TT1");

    assertThat(door.call(Ipn.paid("TT1"))).isEqualTo("99");

    assertThat(door.item("TT1").text("status")).isEqualTo("pending");
  }

  @Test
  void whileTheTableCannotBeReachedTheGatewayIsToldToCallAgain() {
    try (var nowhere = NoDynamo.client()) {
      Door door = new Door(nowhere);

      Map<String, Object> answer = door.answer("GET", "vnpay", Ipn.paid("TT1").query());

      assertThat(answer).containsEntry("statusCode", 200L);
      assertThat(Door.body(answer)).containsEntry("RspCode", "99");
    }
  }

  @Test
  void anAnomalyThatCannotBeKeptChangesNoReply() {
    try (var nowhere = NoDynamo.client()) {
      assertThat(new Door(nowhere).call(Ipn.paid("TT1").query("forged"))).isEqualTo("97");
    }
  }

  @Test
  void anUnknownGatewayIsAProblem() {
    Map<String, Object> answer = new Door().answer("GET", "paypal", "a=b");

    assertThat(answer).containsEntry("statusCode", 404L);
    assertThat(answer).containsEntry("headers", Map.of("content-type", "application/problem+json"));
    assertThat(Door.body(answer)).containsEntry("type", "urn:hoso:problem:unknown-gateway");
  }

  @Test
  void vnpayDoesNotPost() {
    Door door = new Door();
    door.asked("TT1");

    Map<String, Object> answer = door.answer("POST", "vnpay", Ipn.paid("TT1").query());

    assertThat(answer).containsEntry("statusCode", 405L);
    assertThat(Door.body(answer)).containsEntry("type", "urn:hoso:problem:method-not-allowed");
    assertThat(door.item("TT1").text("status")).isEqualTo("pending");
  }
}
