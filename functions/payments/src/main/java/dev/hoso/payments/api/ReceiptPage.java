package dev.hoso.payments.api;

import dev.hoso.core.Language;
import dev.hoso.core.Money;
import dev.hoso.core.Name;
import dev.hoso.core.Time;
import dev.hoso.core.catalogue.PaymentGateway;
import dev.hoso.payments.Payment;
import dev.hoso.payments.PaymentRequest;
import dev.hoso.payments.PaymentStatus;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A receipt as its page shows it. Whoever has the address may see it, so there is nothing personal
 * in it.
 *
 * @param ways where else its fee can be paid
 * @param successor what is asked for in its place
 * @param problem why what was chosen on it cannot be
 * @param back whether the reader comes from a gateway, and waits for its word
 * @param now when it is looked at
 */
public record ReceiptPage(
    Payment payment,
    Name procedure,
    Name unit,
    List<PaymentGateway> ways,
    Optional<Payment> successor,
    @Nullable Name problem,
    boolean back,
    Language language,
    Instant now) {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss dd/MM/yyyy");

  /** The text in the reader's language. */
  public String say(String vi, String en) {
    return new Name(vi, en).in(language);
  }

  /** The name in the reader's language. */
  public String name(Name name) {
    return name.in(language);
  }

  /** What was asked for. */
  public PaymentRequest request() {
    return payment.request();
  }

  public String amount() {
    return amount(request().amount());
  }

  /** All that went back so far. */
  public String refunded() {
    return amount(payment.refundedAmount());
  }

  private String amount(long amount) {
    Money money = new Money(amount, request().currency());
    return say(money.vietnamese(), money.english());
  }

  /** A time, as a clock in Vietnam shows it. */
  public String time(@Nullable Instant instant) {
    return instant == null ? "" : TIME.format(Time.vietnam(instant));
  }

  public boolean is(PaymentStatus status) {
    return payment.status() == status;
  }

  /**
   * Whether it is loaded anew by itself: where the reader has paid and waits. Whoever chooses,
   * scans or copies is not disturbed.
   */
  public boolean waits() {
    return back && is(PaymentStatus.PENDING);
  }

  /** Whether a confirmation may come, for which the reader can look again. */
  public boolean awaits() {
    return is(PaymentStatus.PENDING);
  }

  /** Whether the reader can pay now. */
  public boolean payable() {
    return payment.payable(now);
  }

  /** Whether it is paid at an address elsewhere: not where this page says all that is needed. */
  public boolean leadsElsewhere() {
    return payable() && !payment.payUrl().endsWith(path(payment));
  }

  /** What a person types who transfers the money; null where there is nothing to transfer. */
  public @Nullable Transfer transfer() {
    return payable() ? Transfer.of(payment) : null;
  }

  /** The code to scan; null where there is none. */
  public @Nullable QrCode qr() {
    String says = payment.qr();
    return payable() && says != null ? QrCode.of(says) : null;
  }

  /** The gateway's name. */
  public String gateway() {
    String code = request().gateway();
    return PaymentGateway.find(code).map(it -> name(it.name())).orElse(code);
  }

  /** Its address for whoever waits, so that it goes on being loaded anew. */
  public String waitingAddress() {
    return address(language) + "&back=1";
  }

  /** This page's address in a language. */
  public String address(Language other) {
    return path(payment) + "?lang=" + other.code();
  }

  /** Another receipt's address in the reader's language. */
  public String address(Payment other) {
    return path(other) + "?lang=" + language.code();
  }

  /** Where a form asks for the fee at another gateway. */
  public String choice(PaymentGateway way) {
    return path(payment) + "/gateways/" + way.code() + "?lang=" + language.code();
  }

  private static String path(Payment payment) {
    return "/receipts/" + payment.request().receipt();
  }

  /** The other language's code. */
  public Language otherLanguage() {
    return language == Language.VI ? Language.EN : Language.VI;
  }
}
