package dev.hoso.citizen.lookup;

import dev.hoso.core.dynamo.Item;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An electronic result as the dossier knows it.
 *
 * @param facts the attributes as the dossier's item has them
 */
public record Result(Item facts) {
  /** What was refused is between the officer and the seal. */
  private static final Set<String> SHOWN = Set.of("sealed", "issued", "superseded", "revoked");

  private static final Set<String> READABLE = Set.of("issued", "superseded");

  /** The whole number, {@code H26.15-261123-0042-KQ1}. */
  public String number() {
    return facts.text("number");
  }

  /** The ordinal, {@code KQ1}. */
  public String shortNumber() {
    return number().substring(number().lastIndexOf('-') + 1);
  }

  /** What everybody verifies it by. */
  public String id() {
    return facts.text("result");
  }

  public @Nullable String title() {
    return facts.textOrNull("title");
  }

  public boolean is(String status) {
    return facts.text("status").equals(status);
  }

  /** What it waits for while it is not issued: fee, documents or dossier. */
  public String waitsFor() {
    String reason = facts.textOrNull("waitsFor");
    return reason == null ? "dossier" : reason;
  }

  public @Nullable Instant issuedAt() {
    return facts.timeOrNull("issuedAt");
  }

  public @Nullable Instant revokedAt() {
    return facts.timeOrNull("revokedAt");
  }

  public @Nullable String revocationReason() {
    return facts.textOrNull("revocationReason");
  }

  /** When its document was first fetched. */
  public @Nullable Instant handedOutAt() {
    return facts.timeOrNull("handedOutAt");
  }

  /** When its document was deleted; what it was stays verifiable. */
  public @Nullable Instant documentDeletedAt() {
    return facts.timeOrNull("documentDeletedAt");
  }

  public @Nullable String replaces() {
    return facts.textOrNull("replaces");
  }

  public @Nullable String supersededBy() {
    return facts.textOrNull("supersededBy");
  }

  /** Whether its document can be fetched. */
  public boolean downloadable() {
    return READABLE.contains(facts.text("status")) && documentDeletedAt() == null;
  }

  /** Whether everybody can verify it by now. */
  public boolean verifiable() {
    return !is("sealed");
  }

  boolean shown() {
    return SHOWN.contains(facts.text("status"));
  }

  /** Its place among the results: numbers as numbers, KQ10 after KQ9. */
  int ordinal() {
    return Integer.parseInt(shortNumber().substring("KQ".length()));
  }
}
