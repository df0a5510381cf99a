package dev.hoso.local.gateways;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hoso.local.Json;
import dev.hoso.local.http.Answer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * VNPAY's one address for questions and refunds
 * (sandbox.vnpayment.vn/apis/docs/truy-van-hoan-tien/querydr&refund.html; the fields' order in
 * hashes as in npm vnpay 2.5.0). Both are proven by fields joined by bars, and so are the answers.
 * A {@code vnp_RequestId} comes once. A refund is under way at first; a question about a payment
 * that was refunded tells of its latest refund.
 */
final class VnpayApi {
  private static final String[] QUERY = {
    "vnp_RequestId",
    "vnp_Version",
    "vnp_Command",
    "vnp_TmnCode",
    "vnp_TxnRef",
    "vnp_TransactionDate",
    "vnp_CreateDate",
    "vnp_IpAddr",
    "vnp_OrderInfo"
  };
  private static final String[] REFUND = {
    "vnp_RequestId", "vnp_Version", "vnp_Command", "vnp_TmnCode", "vnp_TransactionType",
    "vnp_TxnRef", "vnp_Amount", "vnp_TransactionNo", "vnp_TransactionDate", "vnp_CreateBy",
    "vnp_CreateDate", "vnp_IpAddr", "vnp_OrderInfo"
  };
  private static final String[] REFUNDED = {
    "vnp_ResponseId", "vnp_Command", "vnp_ResponseCode", "vnp_Message", "vnp_TmnCode",
    "vnp_TxnRef", "vnp_Amount", "vnp_BankCode", "vnp_PayDate", "vnp_TransactionNo",
    "vnp_TransactionType", "vnp_TransactionStatus", "vnp_OrderInfo"
  };
  private static final String WHOLE = "02";
  private static final String UNDER_WAY = "05";

  private final Desk desk;
  private final Set<String> requests = ConcurrentHashMap.newKeySet();

  VnpayApi(Desk desk) {
    this.desk = desk;
  }

  Answer answer(JsonNode asked) {
    boolean refunds = Fields.text(asked, "vnp_Command").equals("refund");
    String right =
        Proof.hex512(
            desk.setting("VNPAY_HASH_SECRET"), Fields.bars(asked, refunds ? REFUND : QUERY));
    ObjectNode answer;
    if (!Proof.same(right, Fields.text(asked, "vnp_SecureHash"))) {
      answer = result(asked, "97", "Chu ky khong hop le");
    } else if (!Fields.text(asked, "vnp_TmnCode").equals(desk.setting("VNPAY_TMN_CODE"))) {
      answer = result(asked, "02", "Ma dinh danh ket noi khong hop le");
    } else if (!requests.add(Fields.text(asked, "vnp_RequestId"))) {
      answer = result(asked, "94", "Yeu cau trung lap");
    } else {
      answer =
          find(asked)
              .map(it -> refunds ? refund(asked, it) : tell(asked, it))
              .orElseGet(() -> result(asked, "91", "Khong tim thay giao dich"));
    }
    return Answer.json(200, signed(answer, refunds));
  }

  /** By the reference and the time at which the pay page was asked for. */
  private Optional<Order> find(JsonNode asked) {
    return desk.orders()
        .byReference("vnpay", Fields.text(asked, "vnp_TxnRef"))
        .filter(
            order ->
                order
                    .terms()
                    .said("vnp_CreateDate")
                    .equals(Fields.text(asked, "vnp_TransactionDate")));
  }

  private ObjectNode tell(JsonNode asked, Order order) {
    List<Refund> refunds = order.refunds();
    return refunds.isEmpty() ? payment(asked, order) : refund(asked, order, refunds.getLast());
  }

  private ObjectNode payment(JsonNode asked, Order order) {
    State state = order.state(desk.now());
    return found(asked, order)
        .put("vnp_Amount", Long.toString(order.terms().amount() * 100))
        .put("vnp_BankCode", state.moved() ? "NCB" : "")
        .put("vnp_PayDate", Desk.vietnam("yyyyMMddHHmmss", order.decided()))
        .put("vnp_TransactionNo", state.moved() ? order.transaction() : "0")
        .put("vnp_TransactionType", "01")
        .put("vnp_TransactionStatus", Vnpay.status(state));
  }

  private ObjectNode refund(JsonNode asked, Order order, Refund refund) {
    return found(asked, order)
        .put("vnp_Amount", Long.toString(refund.amount() * 100))
        .put("vnp_BankCode", "NCB")
        .put("vnp_PayDate", Desk.vietnam("yyyyMMddHHmmss", refund.at()))
        .put("vnp_TransactionNo", refund.transaction())
        .put("vnp_TransactionType", refund.amount() == order.terms().amount() ? WHOLE : "03")
        .put("vnp_TransactionStatus", refund.done(desk.now()) ? "00" : UNDER_WAY);
  }

  private ObjectNode refund(JsonNode asked, Order order) {
    if (order.state(desk.now()) != State.PAID) {
      return result(asked, "95", "Giao dich nay khong thanh cong ben VNPAY");
    }
    if (order.refunds().stream().anyMatch(it -> !it.done(desk.now()))) {
      return result(asked, "94", "Giao dich da duoc gui yeu cau hoan tien truoc do");
    }
    long amount = asked.path("vnp_Amount").asLong() / 100;
    boolean whole = Fields.text(asked, "vnp_TransactionType").equals(WHOLE);
    Refund refund =
        new Refund(Fields.text(asked, "vnp_RequestId"), amount, desk.orders().number(), desk.now());
    if (whole != (amount == order.terms().amount()) || !order.refund(refund)) {
      return result(asked, "99", "So tien hoan khong hop le");
    }
    return refund(asked, order, refund);
  }

  private ObjectNode found(JsonNode asked, Order order) {
    return result(asked, "00", "Yeu cau thanh cong")
        .put("vnp_OrderInfo", order.terms().description());
  }

  private ObjectNode result(JsonNode asked, String code, String message) {
    return Json.object()
        .put("vnp_ResponseId", desk.orders().number())
        .put("vnp_Command", Fields.text(asked, "vnp_Command"))
        .put("vnp_ResponseCode", code)
        .put("vnp_Message", message)
        .put("vnp_TmnCode", desk.setting("VNPAY_TMN_CODE"))
        .put("vnp_TxnRef", Fields.text(asked, "vnp_TxnRef"));
  }

  /** Of a question's answer two more fields are signed. */
  private ObjectNode signed(ObjectNode answer, boolean refunds) {
    String told = Fields.bars(answer, REFUNDED);
    if (!refunds) {
      told += "|" + Fields.bars(answer, "vnp_PromotionCode", "vnp_PromotionAmount");
    }
    return answer.put("vnp_SecureHash", Proof.hex512(desk.setting("VNPAY_HASH_SECRET"), told));
  }
}
