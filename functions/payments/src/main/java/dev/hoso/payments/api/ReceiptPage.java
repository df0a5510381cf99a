package dev.hoso.payments.api;

import dev.hoso.core.Language;
import dev.hoso.core.Money;
import dev.hoso.core.Name;
import dev.hoso.core.Time;
import dev.hoso.payments.Payment;
import dev.hoso.payments.PaymentRequest;
import dev.hoso.payments.PaymentStatus;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A receipt as its page shows it. Whoever has the address may see it, so there is nothing personal
 * in it.
 *
 * @param now when it is looked at
 */
public record ReceiptPage(
    Payment payment, Name procedure, Name unit, Language language, Instant now) {
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
    Money amount = new Money(request().amount(), request().currency());
    return say(amount.vietnamese(), amount.english());
  }

  /** A time, as a clock in Vietnam shows it. */
  public String time(@Nullable Instant instant) {
    return instant == null ? "" : TIME.format(Time.vietnam(instant));
  }

  public boolean is(PaymentStatus status) {
    return payment.status() == status;
  }

  /** Whether a confirmation may come while the reader waits. */
  public boolean waits() {
    return is(PaymentStatus.PENDING);
  }

  /** Whether the reader can pay now. */
  public boolean payable() {
    return payment.payable(now);
  }

  /** The gateway's name. */
  public String gateway() {
    return request().gateway().toUpperCase(Locale.ROOT);
  }

  /** This page's address in a language. */
  public String address(Language other) {
    return "/receipts/" + request().receipt() + "?lang=" + other.code();
  }

  /** The other language's code. */
  public Language otherLanguage() {
    return language == Language.VI ? Language.EN : Language.VI;
  }
}
