package dev.hoso.payments.gateways;

import dev.hoso.core.Crockford;
import dev.hoso.core.Language;
import dev.hoso.payments.Asked;
import dev.hoso.payments.Confirmation;
import dev.hoso.payments.Confirmation.Said;
import dev.hoso.payments.Payment;
import dev.hoso.payments.PaymentRequest;
import dev.hoso.payments.Refund;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What MoMo can be asked: a page with every way to pay that it has
 * (https://developers.momo.vn/v3/docs/payment/api/collection-link), what became of it
 * (…/payment-api/query) and the money back (…/payment-api/refund).
 *
 * <p>What makes something is asked under one {@code requestId}, which MoMo keeps for 31 days: asked
 * again it gives the same answer and does nothing twice (…/result-handling/idempotency).
 */
final class MomoCounter implements Asking, Inquiry, Refunding {
  private static final List<String> CREATE_SIGNED =
      List.of(
          "amount",
          "extraData",
          "ipnUrl",
          "orderId",
          "orderInfo",
          "partnerCode",
          "redirectUrl",
          "requestId",
          "requestType");

  private static final List<String> QUERY_SIGNED = List.of("orderId", "partnerCode", "requestId");

  private static final List<String> REFUND_SIGNED =
      List.of("amount", "description", "orderId", "partnerCode", "requestId", "transId");

  private static final int LONGEST_ORDER_INFO = 255;
  private static final int REQUEST_ID_BYTES = 10;

  /**
   * {@code requestId} and {@code orderId} that were used before, by a request that said otherwise.
   */
  private static final Set<String> KNOWN = Set.of("40", "41");

  private static final String NO_SUCH_ORDER = "42";

  /**
   * Of a refund these say nothing: MoMo is closed, we may not, our signature is wrong, a like one
   * is under way, or it does not know.
   */
  private static final Set<String> UNKNOWN = Set.of("10", "11", "12", "13", "43", "99");

  private final MomoApi api;

  MomoCounter(GatewaySettings settings, Calls calls) {
    this.api = new MomoApi(settings, calls);
  }

  @Override
  public Asked ask(PayPage page) {
    PaymentRequest request = page.request();
    Json answer = api.ask(request, "create", order(page), CREATE_SIGNED);
    String code = MomoApi.code(answer);
    if (KNOWN.contains(code)) {
      throw trouble(GatewayTrouble.Kind.TAKEN, code);
    }
    if (MomoResults.underWay(code)) {
      throw trouble(GatewayTrouble.Kind.UNREACHABLE, code);
    }
    if (!code.equals(MomoResults.SUCCESSFUL)) {
      throw trouble(GatewayTrouble.Kind.REFUSED, code);
    }
    if (answer.amount("amount") != request.amount()) {
      throw trouble(GatewayTrouble.Kind.TAKEN, "another amount");
    }
    return new Asked.Opened(WebAddress.of(Momo.CODE, answer, "payUrl"), Map.of());
  }

  private static Map<String, Object> order(PayPage page) {
    PaymentRequest request = page.request();
    String reference = request.reference().value();
    Map<String, Object> order = new LinkedHashMap<>();
    order.put("requestId", reference);
    order.put("amount", request.amount());
    order.put("orderId", reference);
    order.put("orderInfo", Texts.cut(request.description(), LONGEST_ORDER_INFO));
    order.put("redirectUrl", page.returnUrl());
    order.put("ipnUrl", page.webhookUrl());
    order.put("requestType", "payWithMethod");
    order.put("extraData", "");
    order.put("autoCapture", true);
    order.put("orderExpireTime", minutes(request));
    order.put("lang", page.language() == Language.EN ? "en" : "vi");
    return order;
  }

  /** Whole ones, so that the page does not outlive the payment; MoMo knows none shorter. */
  private static long minutes(PaymentRequest request) {
    return Math.max(1, Duration.between(request.createdAt(), request.expiresAt()).toMinutes());
  }

  @Override
  public List<Confirmation> look(Payment payment, Instant now) {
    PaymentRequest request = payment.request();
    Json answer = query(request, "query", request.reference().value());
    String code = MomoApi.code(answer);
    if (code.equals(NO_SUCH_ORDER) || MomoResults.untouched(code)) {
      return List.of();
    }
    if (MomoResults.ofTheRequest(code)) {
      throw trouble(GatewayTrouble.Kind.REFUSED, code);
    }
    Said said = Momo.said(answer, request.reference(), code, now);
    Confirmation told = MomoResults.confirmation(said);
    return told instanceof Confirmation.Paid
        ? Stream.concat(Stream.of(told), refunded(said, answer, now)).toList()
        : List.of(told);
  }

  /** All that went back so far, whoever asked for it. */
  private static Stream<Confirmation> refunded(Said paid, Json answer, Instant now) {
    List<Json> done =
        refunds(answer)
            .filter(refund -> MomoResults.SUCCESSFUL.equals(refund.written("resultCode")))
            .toList();
    long sum = done.stream().mapToLong(refund -> Math.max(0, refund.amount("amount"))).sum();
    if (sum < 1 || sum > paid.amount()) {
      return Stream.empty();
    }
    Said back =
        new Said(
            paid.reference(),
            paid.amount(),
            paid.currency(),
            paid.gatewayTransactionId(),
            Moments.millis(done.getLast().written("createdTime"), now),
            paid.bank(),
            MomoResults.SUCCESSFUL);
    return Stream.of(new Confirmation.Refunded(back, sum));
  }

  private static Stream<Json> refunds(Json answer) {
    return answer.get("refundTrans") instanceof Json.Elements list
        ? list.elements().stream()
        : Stream.empty();
  }

  @Override
  public Progress send(Payment payment, Refund refund, Instant now) {
    PaymentRequest request = payment.request();
    Map<String, Object> asked = new LinkedHashMap<>();
    asked.put("orderId", refund.id());
    asked.put("requestId", refund.id());
    asked.put("amount", refund.amount());
    asked.put("transId", transaction(payment));
    asked.put("lang", "vi");
    asked.put("description", "Hoan tien " + request.reference());
    Json answer = api.ask(request, "refund", asked, REFUND_SIGNED);
    String code = MomoApi.code(answer);
    if (UNKNOWN.contains(code)) {
      throw trouble(GatewayTrouble.Kind.REFUSED, code);
    }
    return KNOWN.contains(code)
        ? look(payment, refund, now)
        : progress(answer, refund, Moments.millis(answer.written("responseTime"), now));
  }

  /** A number, as MoMo gives it; what else it might be goes as it is. */
  private static Object transaction(Payment payment) {
    String transaction = String.valueOf(payment.gatewayTransactionId());
    long number = Amounts.whole(transaction);
    return number < 0 ? transaction : number;
  }

  @Override
  public Progress look(Payment payment, Refund refund, Instant now) {
    Json answer = query(payment.request(), "refund/query", refund.id());
    String code = MomoApi.code(answer);
    if (MomoResults.ofTheRequest(code) && !code.equals(NO_SUCH_ORDER)) {
      throw trouble(GatewayTrouble.Kind.REFUSED, code);
    }
    return refunds(answer)
        .filter(it -> refund.id().equals(it.written("orderId")))
        .findFirst()
        .map(it -> progress(it, refund, Moments.millis(it.written("createdTime"), now)))
        .orElseGet(() -> waiting(refund));
  }

  private static Progress progress(Json told, Refund refund, Instant at) {
    String code = MomoApi.code(told);
    if (MomoResults.underWay(code)) {
      return waiting(refund);
    }
    if (!code.equals(MomoResults.SUCCESSFUL)) {
      return new Refused(code);
    }
    if (told.amount("amount") != refund.amount()) {
      throw trouble(GatewayTrouble.Kind.UNPROVEN, "another amount");
    }
    return new Done(String.valueOf(told.written("transId")), at);
  }

  private static Progress waiting(Refund refund) {
    return new Waiting(Objects.requireNonNullElse(refund.gatewayRefundId(), refund.id()));
  }

  private Json query(PaymentRequest request, String call, String orderId) {
    Map<String, String> asked = new LinkedHashMap<>();
    asked.put("requestId", Crockford.random(REQUEST_ID_BYTES));
    asked.put("orderId", orderId);
    asked.put("lang", "vi");
    return api.ask(request, call, asked, QUERY_SIGNED);
  }

  private static GatewayTrouble trouble(GatewayTrouble.Kind kind, String code) {
    return new GatewayTrouble(Momo.CODE, kind, code);
  }
}
