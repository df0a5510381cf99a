package dev.hoso.payments;

import dev.hoso.core.Crockford;
import dev.hoso.core.DossierCode;
import dev.hoso.core.Time;
import dev.hoso.core.dynamo.Item;
import dev.hoso.core.dynamo.Update;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a citizen is asked to pay. It never changes.
 *
 * @param procedure the dossier's, as the dossier has it
 * @param unit the dossier's, as the dossier has it
 * @param account the merchant account at the gateway; null for the one that has no name
 * @param amount in the currency's smallest unit
 * @param currency by ISO 4217
 * @param receipt the unguessable part of the receipt's address
 */
public record PaymentRequest(
    String gateway,
    PaymentReference reference,
    DossierCode dossier,
    String procedure,
    String unit,
    @Nullable String account,
    long amount,
    String currency,
    String description,
    Instant createdAt,
    Instant expiresAt,
    String receipt) {

  /**
   * How long after its end a payment may still be confirmed before it is called expired. VNPAY
   * calls at most 10 times, 5 minutes apart, and its page may have been open for a while
   * (https://sandbox.vnpayment.vn/apis/docs/thanh-toan-pay/pay.html): an hour covers both, so who
   * paid in time is not told that the time was over.
   */
  static final Duration GRACE = Duration.ofHours(1);

  /** 80 bits: nobody finds another's receipt by trying. */
  private static final int RECEIPT_BYTES = 10;

  /** A receipt's address that nobody guesses, of 16 characters. */
  public static String newReceipt() {
    return Crockford.random(RECEIPT_BYTES);
  }

  static PaymentRequest of(Item item) {
    return new PaymentRequest(
        item.text("gateway"),
        new PaymentReference(item.text("reference")),
        new DossierCode(item.text("dossier")),
        item.text("procedure"),
        item.text("unit"),
        item.textOrNull("account"),
        item.number("amount"),
        item.text("currency"),
        item.text("description"),
        item.time("createdAt"),
        item.time("expiresAt"),
        item.text("receipt"));
  }

  /** When it is called expired, if nothing is heard of it. */
  private Instant awaitedUntil() {
    return expiresAt.plus(GRACE);
  }

  /** The key that its payment is kept under. */
  Map<String, String> key() {
    return Payment.key(gateway, reference);
  }

  /** Whether a repeat asks for the same; when it was asked first and until when may differ. */
  public boolean sameAs(PaymentRequest other) {
    return key().equals(other.key()) && sameFee(other);
  }

  /** Whether both ask for one fee, at whatever gateway: paying both would be paying twice. */
  public boolean sameFee(PaymentRequest other) {
    return dossier.equals(other.dossier)
        && amount == other.amount
        && currency.equals(other.currency)
        && description.equals(other.description);
  }

  /** The same fee, to be paid until the same time, at another gateway. */
  public PaymentRequest at(
      String other, PaymentReference under, @Nullable String merchant, Instant now) {
    return new PaymentRequest(
        other,
        under,
        dossier,
        procedure,
        unit,
        merchant,
        amount,
        currency,
        description,
        now,
        expiresAt,
        newReceipt());
  }

  /** The write that makes a payment of it, where none is under its reference. */
  Update creation() {
    return Update.of(key())
        .set("gateway", gateway)
        .set("reference", reference.value())
        .set("dossier", dossier.value())
        .set("procedure", procedure)
        .set("unit", unit)
        .set("account", account)
        .set("amount", amount)
        .set("currency", currency)
        .set("description", description)
        .set("status", PaymentStatus.PENDING.code())
        .set("version", 1)
        .set("createdAt", createdAt)
        .set("expiresAt", expiresAt)
        .set("receipt", receipt)
        .set("awaitedUntil", Time.sortable(awaitedUntil()))
        .set("owed", Payment.OWED)
        .set("due", Time.sortable(Awaiting.next(createdAt, createdAt, awaitedUntil())))
        .ifAbsent("id");
  }
}
