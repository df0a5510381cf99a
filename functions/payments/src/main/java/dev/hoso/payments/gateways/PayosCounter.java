package dev.hoso.payments.gateways;

import dev.hoso.payments.Asked;
import dev.hoso.payments.Confirmation;
import dev.hoso.payments.Confirmation.Said;
import dev.hoso.payments.Payment;
import dev.hoso.payments.PaymentRequest;
import dev.hoso.payments.gateways.PayosApi.Told;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What payOS can be asked: a payment link with its VietQR code, and what became of it
 * (https://payos.vn/docs/api/). It gives no money back: a bank transfer is paid back by hand.
 */
final class PayosCounter implements Asking, Inquiry {
  /** Where a link's page is, as the API's sample answer shows it: its {@code checkoutUrl}. */
  private static final String PAGES = "https://pay.payos.vn/web/";

  /** What a transfer may say at accounts that payOS is not linked with: 9 characters. */
  private static final String PREFIX = "HS";

  private static final int DIGITS = 7;

  private static final String EXISTS = "231";
  private static final String UNKNOWN = "101";
  private static final String PENDING = "PENDING";

  private final PayosApi api;

  PayosCounter(GatewaySettings settings, Calls calls) {
    this.api = new PayosApi(settings, calls);
  }

  @Override
  public Asked ask(PayPage page) {
    PaymentRequest request = page.request();
    Told told = api.create(request, link(page));
    if (told.code().equals(EXISTS)) {
      return existing(request);
    }
    if (told.refused()) {
      throw PayosApi.trouble(GatewayTrouble.Kind.REFUSED, told.code());
    }
    Json link = told.link();
    if (link.amount("amount") != request.amount()) {
      throw PayosApi.trouble(GatewayTrouble.Kind.UNPROVEN, "another amount");
    }
    return new Asked.Opened(
        WebAddress.of(Payos.CODE, link, "checkoutUrl"),
        ids(link.text("paymentLinkId")),
        link.text("qrCode"));
  }

  /**
   * The link that an earlier call made whose answer was lost, if it is still to be paid: then it is
   * the one that was asked for now, without its QR code, which payOS does not tell again.
   */
  private Asked existing(PaymentRequest request) {
    Json link = api.get(request).link();
    String id = link.text("id");
    boolean same =
        PENDING.equals(link.text("status"))
            && link.amount("amount") == request.amount()
            && link.amount("amountPaid") == 0;
    if (!same || id == null || !id.matches("[A-Za-z0-9-]+")) {
      throw PayosApi.trouble(GatewayTrouble.Kind.TAKEN, EXISTS);
    }
    return new Asked.Opened(PAGES + id, ids(id));
  }

  private static Map<String, String> ids(@Nullable String link) {
    return link == null ? Map.of() : Map.of("paymentLinkId", link);
  }

  private static Map<String, Object> link(PayPage page) {
    PaymentRequest request = page.request();
    String number = request.reference().value();
    Map<String, Object> link = new LinkedHashMap<>();
    link.put("orderCode", Long.parseLong(number));
    link.put("amount", request.amount());
    link.put("description", PREFIX + number.substring(Math.max(0, number.length() - DIGITS)));
    link.put("returnUrl", page.returnUrl());
    link.put("cancelUrl", page.returnUrl());
    link.put("expiredAt", request.expiresAt().getEpochSecond());
    return link;
  }

  @Override
  public List<Confirmation> look(Payment payment, Instant now) {
    PaymentRequest request = payment.request();
    Told told = api.get(request);
    if (told.code().equals(UNKNOWN)) {
      return List.of();
    }
    if (told.refused()) {
      throw PayosApi.trouble(GatewayTrouble.Kind.REFUSED, told.code());
    }
    Json link = told.link();
    Said said = said(request, link, now);
    return link.amount("amountPaid") > 0 ? withMoney(said, link) : withoutMoney(said);
  }

  /**
   * What came may be less than what was asked for, and a link may be called off after a part came:
   * then the money is there, and somebody must look after it.
   */
  private static List<Confirmation> withMoney(Said said, Json link) {
    boolean whole = link.amount("amountPaid") >= said.amount();
    return List.of(
        said.code().equals("PAID") && whole
            ? new Confirmation.Paid(said)
            : new Confirmation.Undecided(said, true));
  }

  private static List<Confirmation> withoutMoney(Said said) {
    return switch (said.code()) {
      case PENDING, "PROCESSING" -> List.of();
      case "CANCELLED" -> List.of(new Confirmation.Cancelled(said));
      case "EXPIRED" -> List.of(new Confirmation.Expired(said));
      case "FAILED" -> List.of(new Confirmation.Failed(said));
      default -> throw PayosApi.trouble(GatewayTrouble.Kind.NOT_UNDERSTOOD, "status");
    };
  }

  /** The amount is the link's; a transfer's own may be a part of it. */
  private static Said said(PaymentRequest request, Json link, Instant now) {
    Json last =
        transfers(link)
            .max(Comparator.comparing(transfer -> at(transfer, Instant.EPOCH)))
            .orElse(Json.Nothing.NOTHING);
    return new Said(
        request.reference(),
        link.amount("amount"),
        "VND",
        last.written("reference"),
        at(last, now),
        last.written("counterAccountBankId"),
        String.valueOf(link.text("status")));
  }

  private static Stream<Json> transfers(Json link) {
    return link.get("transactions") instanceof Json.Elements list
        ? list.elements().stream()
        : Stream.empty();
  }

  /** As its webhooks write it, or ISO-8601: its samples show both. */
  private static Instant at(Json transfer, Instant now) {
    String time = transfer.text("transactionDateTime");
    return Moments.vietnams(time, Moments.iso(time, now));
  }
}
