package dev.hoso.payments;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hoso.core.dynamo.Item;
import io.avaje.jsonb.Jsonb;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Calls made by VNPAY's published protocol and its community SDK, each with what it must do. */
@SuppressWarnings("unchecked")
class VnpayVectorsTest {
  private static final Map<String, String> STATUS_AFTER =
      Map.of("paid", "paid", "failed", "failed", "pending", "pending");

  @TestFactory
  Stream<DynamicTest> aCallDoesWhatItsCaseSays() throws IOException {
    return cases().stream()
        .filter(it -> !Boolean.TRUE.equals(map(it, "expect").get("either")))
        .map(it -> DynamicTest.dynamicTest((String) it.get("name"), () -> check(it)));
  }

  private static void check(Map<String, Object> it) {
    Map<String, Object> config = map(it, "config");
    Door door =
        new Door(
            Map.of(
                "HOSO_GATEWAYS_VNPAY_TMN_CODE", (String) config.get("vnp_TmnCode"),
                "HOSO_GATEWAYS_VNPAY_HASH_SECRET", (String) config.get("vnp_HashSecret")));
    Map<String, Object> order = map(it, "order");
    Item before = order == null ? Item.EMPTY : put(door, order);

    Map<String, Object> request = map(it, "request");
    Map<String, Object> answer =
        door.answer((String) request.get("method"), "vnpay", (String) request.get("query"));

    assertReply(answer, map(map(it, "expect"), "reply"));
    if (order != null) {
      assertState(door.item((String) order.get("reference")), before, map(it, "expect"));
    }
  }

  private static Item put(Door door, Map<String, Object> order) {
    String reference = (String) order.get("reference");
    door.asked(reference, Long.parseLong(order.get("amountVnd").toString()));
    if (order.get("status").equals("paid")) {
      door.standing(reference, PaymentStatus.PAID);
    }
    return door.item(reference);
  }

  private static void assertReply(Map<String, Object> answer, Map<String, Object> expected) {
    assertThat(((Number) answer.get("statusCode")).intValue())
        .isEqualTo(((Number) expected.get("status")).intValue());
    Map<String, Object> body = (Map<String, Object>) json((String) expected.get("body"));
    assertThat(Door.body(answer)).containsEntry("RspCode", body.get("RspCode"));
  }

  private static void assertState(Item after, Item before, Map<String, Object> expect) {
    boolean settles = Boolean.TRUE.equals(expect.get("settle"));
    boolean changes = settles || List.of("failed", "pending").contains(expect.get("outcome"));
    if (!changes) {
      assertThat(after).isEqualTo(before);
      return;
    }
    assertThat(after.text("status")).isEqualTo(STATUS_AFTER.get(expect.get("outcome")));
    assertThat(after.number("version")).isEqualTo(before.number("version") + 1);
    if (settles) {
      assertThat(Long.toString(after.number("amount")))
          .isEqualTo(expect.get("amountVnd").toString());
      assertThat(after.text("gatewayTransactionId")).isEqualTo(expect.get("gatewayTransactionId"));
      assertThat(after.text("paidAt")).isEqualTo(expect.get("occurredAt"));
    }
  }

  private static List<Map<String, Object>> cases() throws IOException {
    try (InputStream in = VnpayVectorsTest.class.getResourceAsStream("/vectors/vnpay.json")) {
      Map<String, Object> file =
          (Map<String, Object>) Jsonb.builder().build().type(Object.class).fromJson(in);
      return (List<Map<String, Object>>) file.get("cases");
    }
  }

  private static Map<String, Object> map(Map<String, Object> in, String name) {
    return (Map<String, Object>) in.get(name);
  }

  private static Object json(String text) {
    return Jsonb.builder().build().type(Object.class).fromJson(text);
  }
}
