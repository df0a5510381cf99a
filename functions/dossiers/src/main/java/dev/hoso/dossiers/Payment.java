package dev.hoso.dossiers;

import dev.hoso.core.dynamo.Item;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What a dossier knows of one of its payments: the payment's own words, and the dossier's judgement
 * of them ({@code late}, {@code refundDue}).
 *
 * @param facts the attributes as the item has them
 */
public record Payment(Item facts) {
  private static final List<String> TAKEN =
      List.of(
          "reference",
          "gateway",
          "amount",
          "currency",
          "status",
          "description",
          "receipt",
          "createdAt",
          "expiresAt",
          "paidAt",
          "gatewayTransactionId",
          "failure",
          "undecided",
          "refundedAmount",
          "refundedAt",
          "version");

  /** The states in which the money came in, also where some of it went back. */
  private static final Set<String> PAID = Set.of("paid", "partiallyRefunded", "refunded");

  /** The states from which the citizen can go on to pay. */
  private static final Set<String> OPEN = Set.of("pending", "failed");

  /** What an item of the table Payments says. */
  public static Payment reported(Item payment) {
    Map<String, AttributeValue> facts = new LinkedHashMap<>(payment.attributes());
    facts.keySet().retainAll(TAKEN);
    return new Payment(new Item(facts)).with("late", cameLate(payment)).refundDue(false);
  }

  public String status() {
    return facts.text("status");
  }

  /** The payment's own version, not the dossier's. */
  public long version() {
    return facts.number("version");
  }

  public @Nullable Instant paidAt() {
    return facts.timeOrNull("paidAt");
  }

  /** Whether the money came in, whatever happened to it since. */
  public boolean paid() {
    return PAID.contains(status());
  }

  /** Whether the money is still asked for. */
  boolean pending() {
    return status().equals("pending");
  }

  /** The currency by ISO 4217. */
  public String currency() {
    return facts.text("currency");
  }

  /** Whether the citizen can pay it now, as far as the dossier knows. */
  boolean payable(Instant now) {
    Instant until = facts.timeOrNull("expiresAt");
    return OPEN.contains(status())
        && !facts.has("undecided")
        && (until == null || now.isBefore(until));
  }

  /** Whether its fee needs no other payment: it is paid by it, or may be once it is checked. */
  boolean answers() {
    return pays() || (pending() && facts.has("undecided"));
  }

  /** Whether it pays a fee: the money is here and may stay. */
  boolean pays() {
    return holdsMoney() && !refundDue();
  }

  /** Whether money is still here. */
  boolean holdsMoney() {
    return paid() && !status().equals("refunded");
  }

  /** Whether the money must go back. */
  public boolean refundDue() {
    return facts.flag("refundDue");
  }

  Payment refundDue(boolean due) {
    return with("refundDue", due);
  }

  /** Whether both ask for the same: paying both is paying twice. */
  boolean sameFee(Payment other) {
    return facts.number("amount") == other.facts.number("amount")
        && Objects.equals(facts.textOrNull("description"), other.facts.textOrNull("description"));
  }

  private static boolean cameLate(Item payment) {
    Instant paidAt = payment.timeOrNull("paidAt");
    Instant expiresAt = payment.timeOrNull("expiresAt");
    return paidAt != null
        && (payment.has("endedAt") || (expiresAt != null && paidAt.isAfter(expiresAt)));
  }

  private Payment with(String name, boolean flag) {
    Map<String, AttributeValue> changed = new LinkedHashMap<>(facts.attributes());
    changed.put(name, AttributeValue.fromBool(flag));
    return new Payment(new Item(changed));
  }
}
