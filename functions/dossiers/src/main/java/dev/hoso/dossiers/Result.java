package dev.hoso.dossiers;

import dev.hoso.core.dynamo.Item;
import dev.hoso.core.dynamo.Values;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What a dossier knows of one of its electronic results (kết quả điện tử): the result's own words,
 * and the dossier's judgement of them ({@code issuedAt}, {@code supersededBy}, {@code waitsFor}).
 *
 * <p>Its status here is {@code sealed} while it waits, {@code issued}, {@code superseded}, {@code
 * revoked} or {@code refused}. Whether it went out is the dossier's to say: a report that calls
 * itself issued or superseded says no more than that it is sealed.
 *
 * @param facts the attributes as the item has them
 */
public record Result(Item facts) {
  private static final List<String> TAKEN =
      List.of(
          "number",
          "result",
          "status",
          "title",
          "unit",
          "version",
          "sealedAt",
          "replaces",
          "revokedAt",
          "revocationReason",
          "handedOutAt",
          "documentDeletedAt",
          "sha256",
          "reasons");

  /** What no later report takes away. */
  private static final List<String> KEPT =
      List.of("issuedAt", "supersededBy", "revokedAt", "revocationReason");

  /** What an item of the table Results says. */
  public static Result reported(Item result) {
    Map<String, AttributeValue> facts = new LinkedHashMap<>(result.attributes());
    facts.keySet().retainAll(TAKEN);
    return new Result(new Item(facts));
  }

  /** The whole number. */
  public String number() {
    return facts.text("number");
  }

  /** The number's last part: which of the dossier's results it is, from 1. */
  public int ordinal() {
    return Integer.parseInt(number().substring(number().lastIndexOf("KQ") + 2));
  }

  public String status() {
    return facts.text("status");
  }

  /** The result's own version, not the dossier's. */
  public long version() {
    return facts.number("version");
  }

  /** The number of the result that this one corrects; null where it corrects none. */
  public @Nullable String replaces() {
    return facts.textOrNull("replaces");
  }

  public @Nullable Instant handedOutAt() {
    return facts.timeOrNull("handedOutAt");
  }

  /** Whether it is ready and may not go out yet. */
  public boolean waits() {
    return status().equals("sealed");
  }

  /** Whether it will never go out. */
  boolean refused() {
    return status().equals("refused");
  }

  /** Whether it is issued and good. */
  public boolean issued() {
    return status().equals("issued");
  }

  /** Whether it went out at some time, whatever became of it since. */
  public boolean wentOut() {
    return facts.has("issuedAt");
  }

  /** The report as the dossier takes it, that knows this of the result. */
  Result after(@Nullable Result known) {
    Map<String, AttributeValue> merged = new LinkedHashMap<>();
    if (known != null) {
      merged.putAll(known.facts.attributes());
      merged.keySet().retainAll(KEPT);
    }
    merged.putAll(facts.attributes());
    merged.put("status", Values.of(taken(known)));
    return new Result(new Item(merged));
  }

  private String taken(@Nullable Result known) {
    String decided = (known == null || known.waits()) ? null : known.status();
    return switch (status()) {
      case "revoked" -> "revoked";
      case "refused" -> Objects.requireNonNullElse(decided, "refused");
      case "sealed", "issued", "superseded" -> Objects.requireNonNullElse(decided, "sealed");
      default -> throw new IllegalStateException("A result does not report itself " + status());
    };
  }

  Result waitingFor(String what) {
    return with(Map.of("waitsFor", what));
  }

  Result issued(Instant at) {
    return without("waitsFor").with(Map.of("status", "issued", "issuedAt", at));
  }

  /** A revoked one stays revoked, but says what came in its place. */
  Result supersededBy(Result successor) {
    Result linked = with(Map.of("supersededBy", successor.number()));
    return issued() ? linked.with(Map.of("status", "superseded")) : linked;
  }

  /** The same in words that name nobody. */
  Result erased(String plainTitle) {
    return without("revocationReason").with(Map.of("title", plainTitle));
  }

  /** Without the title and the reasons: a record's text ends up in logs. */
  @Override
  public String toString() {
    return "Result[" + number() + ", " + status() + ", version " + version() + "]";
  }

  private Result with(Map<String, Object> values) {
    Map<String, AttributeValue> changed = new LinkedHashMap<>(facts.attributes());
    values.forEach((name, value) -> changed.put(name, Values.of(value)));
    return new Result(new Item(changed));
  }

  private Result without(String name) {
    Map<String, AttributeValue> changed = new LinkedHashMap<>(facts.attributes());
    changed.remove(name);
    return new Result(new Item(changed));
  }
}
