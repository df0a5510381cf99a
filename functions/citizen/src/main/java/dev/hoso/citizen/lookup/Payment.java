package dev.hoso.citizen.lookup;

import dev.hoso.core.Money;
import dev.hoso.core.dynamo.Item;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A payment as the dossier knows it.
 *
 * @param facts the attributes as the dossier's item has them
 */
public record Payment(Item facts) {
  private static final Set<String> OPEN = Set.of("pending", "failed");
  private static final Set<String> PAID = Set.of("paid", "partiallyRefunded");

  public String status() {
    return facts.text("status");
  }

  /** What the gateway knows it by. */
  public String reference() {
    return facts.text("reference");
  }

  /** Where it is asked for. */
  public String gateway() {
    return facts.text("gateway");
  }

  public Money amount() {
    String currency = facts.textOrNull("currency");
    return new Money(facts.number("amount"), currency == null ? Money.CURRENCY : currency);
  }

  /** What it is for, in the officer's words. */
  public @Nullable String description() {
    return facts.textOrNull("description");
  }

  /** Names the receipt, where it can be paid too; null where the payment came without one. */
  public @Nullable String receipt() {
    return facts.textOrNull("receipt");
  }

  public Instant createdAt() {
    return facts.time("createdAt");
  }

  public @Nullable Instant expiresAt() {
    return facts.timeOrNull("expiresAt");
  }

  public @Nullable Instant paidAt() {
    return facts.timeOrNull("paidAt");
  }

  /** Whether the money must go back: it was paid twice, or is no longer asked. */
  public boolean refundDue() {
    return facts.flag("refundDue");
  }

  /** Whether the gateway holds the money back and nobody must pay again. */
  public boolean undecided() {
    return status().equals("pending") && facts.has("undecided");
  }

  /** Whether the fee is settled by it. */
  boolean settles(Payment other) {
    return PAID.contains(status()) && !refundDue() && sameFee(other);
  }

  /** Whether it can be paid now. */
  boolean payable(Instant now) {
    Instant until = expiresAt();
    return OPEN.contains(status())
        && !facts.has("undecided")
        && receipt() != null
        && (until == null || now.isBefore(until));
  }

  /** Whether both ask for the same: paying both is paying twice. */
  boolean sameFee(Payment other) {
    return amount().equals(other.amount()) && Objects.equals(description(), other.description());
  }
}
