package dev.hoso.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class WebhookHandlerTest {
  private static final String NOWHERE = "http://localhost:1";
  private static final String SECRETS =
      "HASH_SECRET|SECRET_KEY|KEY2|CHECKSUM_KEY|SECRET|ENDPOINT_SECRET|SIGNING_SECRET|SECRETS";
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

  @ParameterizedTest
  @EnumSource
  void withoutItsSettingsAGatewayIsToldToCallAgainAndNeverGetsA500(Sender sender) {
    Door door = new Door(Map.of("AWS_REGION", "ap-southeast-1", "AWS_ENDPOINT_URL_SSM", NOWHERE));

    Map<String, Object> answer = door.answer(sender.paid(sender.deal(1)));

    switch (sender) {
      case VNPAY -> assertThat(Door.body(answer)).containsEntry("RspCode", "99");
      case ZALOPAY -> assertThat(Door.body(answer)).containsEntry("return_code", 0L);
      default -> assertThat(answer).containsEntry("statusCode", 503L);
    }
  }

  @ParameterizedTest
  @EnumSource
  void everySecretOfAListAndEveryAccountsIsTried(Sender sender) {
    Map<String, String> settings = new HashMap<>();
    sender
        .settings()
        .forEach(
            (name, value) -> {
              String field = name.substring(("HOSO_GATEWAYS_" + sender + "_").length());
              settings.put("HOSO_GATEWAYS_" + sender + "_OLD1_" + field, value);
              settings.put(
                  name, field.matches(SECRETS) ? other(value) + ",  ," + other(value) : "X");
            });
    Door door = new Door(settings);
    Sender.Deal deal = sender.deal(1);
    door.asked(sender.code(), deal.reference(), 50_000, deal.currency());

    door.answer(sender.paid(deal));

    assertThat(door.item(sender.code(), deal.reference()).text("status")).isEqualTo("paid");
  }

  /** Another secret that could be one. */
  private static String other(String secret) {
    return secret.startsWith("whsec_") ? "whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA" : "another";
  }

  @Test
  void aBodyOfManyThousandCharactersIsTakenIn() {
    Door door = new Door(Sender.STANDARD.settings());
    Sender.Deal deal = Sender.STANDARD.deal(1);
    door.asked("standard", deal.reference(), 50_000, "VND");
    String body = Sender.STANDARD.paid(deal).body();

    door.answer(
        Sender.STANDARD.raw(
            body.replaceFirst("\\{", "{\"note\":\"" + "x".repeat(200_000) + "\",")));

    assertThat(door.item("standard", deal.reference()).text("status")).isEqualTo("paid");
  }

  @Test
  void anEventThatCannotBeReadIsAProblem() {
    assertThat(new Door().raw("{\"requestContext\":")).containsEntry("statusCode", 400L);
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "VNPAY")
  void theOthersDoNotGet(Sender sender) {
    assertThat(new Door(sender.settings()).answer("GET", sender.code(), "a=b"))
        .containsEntry("statusCode", 405L);
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
