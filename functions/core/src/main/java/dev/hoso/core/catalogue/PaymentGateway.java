package dev.hoso.core.catalogue;

import dev.hoso.core.Name;
import java.util.List;
import java.util.Optional;

/**
 * A way to pay, as everybody needs to know it: officers' systems who name one, and citizens who
 * choose.
 *
 * @param code what it is called in requests, addresses and settings
 * @param currencies what it takes, by ISO 4217, the usual one first
 * @param choosable whether a citizen can be led there from here; at the others a payment begins in
 *     their own system
 */
public record PaymentGateway(String code, Name name, List<String> currencies, boolean choosable) {
  private static final List<String> DONG = List.of("VND");

  /** Those that fees are met in; Stripe takes more (https://docs.stripe.com/currencies). */
  private static final List<String> STRIPES =
      List.of(
          "VND", "USD", "EUR", "GBP", "JPY", "KRW", "CNY", "AUD", "CAD", "CHF", "SGD", "THB",
          "TWD");

  private static final List<PaymentGateway> ALL =
      List.of(
          new PaymentGateway("vnpay", same("VNPAY"), DONG, true),
          new PaymentGateway("momo", new Name("Ví MoMo", "MoMo wallet"), DONG, true),
          new PaymentGateway("zalopay", same("ZaloPay"), DONG, true),
          new PaymentGateway("payos", same("payOS (VietQR)"), DONG, true),
          new PaymentGateway(
              "sepay", new Name("Chuyển khoản ngân hàng", "Bank transfer"), DONG, true),
          new PaymentGateway(
              "dvcqg",
              new Name("Cổng Dịch vụ công Quốc gia", "National Public Service Portal"),
              DONG,
              false),
          new PaymentGateway(
              "stripe", new Name("Thẻ quốc tế (Stripe)", "Card (Stripe)"), STRIPES, true),
          new PaymentGateway("govukpay", same("GOV.UK Pay"), List.of("GBP"), true),
          new PaymentGateway(
              "standard",
              new Name("Cổng thanh toán khác", "Another gateway"),
              List.of("VND", "USD", "EUR", "GBP", "JPY", "KRW", "CNY", "SGD", "THB"),
              false));

  /** All that there are. */
  public static List<PaymentGateway> all() {
    return ALL;
  }

  /** The gateway of a code; empty where there is none. */
  public static Optional<PaymentGateway> find(String code) {
    return ALL.stream().filter(gateway -> gateway.code.equals(code)).findFirst();
  }

  /** Whether it takes that currency. */
  public boolean takes(String currency) {
    return currencies.contains(currency);
  }

  private static Name same(String name) {
    return new Name(name, name);
  }
}
