package dev.hoso.core.dynamo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * One conditional write of one item: what it sets, what it removes, and what must be so for it.
 *
 * <p>A path may lead into maps with {@code /}: {@code payments/vnpay TT1/status} would be
 * ambiguous, so the parts are given one by one. Conditions are joined by AND.
 */
public final class Update {
  private final Map<String, AttributeValue> key;
  private final List<String> sets = new ArrayList<>();
  private final List<String> removes = new ArrayList<>();
  private final List<String> conditions = new ArrayList<>();
  private final Map<String, String> names = new LinkedHashMap<>();
  private final Map<String, AttributeValue> values = new LinkedHashMap<>();

  private @Nullable Duration limit;

  private Update(Item key) {
    this.key = key.attributes();
  }

  /** A write of the item with this key. */
  public static Update of(Map<String, String> key) {
    return new Update(Item.of(key));
  }

  /** Sets an attribute; null removes it. */
  public Update set(String name, @Nullable Object value) {
    return value == null ? remove(name) : setAt(value, name);
  }

  /**
   * Sets an attribute inside maps that are there already, such as {@code "payments", "vnpay/TT1"}.
   */
  public Update setAt(Object value, String... path) {
    sets.add(name(path) + " = " + value(value));
    return this;
  }

  /** Adds to a number; one that is not there counts as zero. */
  public Update add(String name, long amount) {
    sets.add(unlessThere(name, 0) + " + " + value(amount));
    return this;
  }

  /** Sets an attribute unless it has a value already. */
  public Update setOnce(String name, Object value) {
    sets.add(unlessThere(name, value));
    return this;
  }

  /** Sets an attribute to what another one has; to the value, where the other is not there. */
  public Update setOr(String name, String other, Object value) {
    sets.add(name(name) + " = if_not_exists(" + name(other) + ", " + value(value) + ")");
    return this;
  }

  /** Adds to the end of a list; one that is not there is made. */
  public Update append(String name, Object value) {
    return appendAll(name, List.of(value));
  }

  /** Adds several to the end of a list; one that is not there is made. */
  public Update appendAll(String name, List<?> values) {
    sets.add(
        name(name)
            + " = list_append(if_not_exists("
            + name(name)
            + ", "
            + value(List.of())
            + "), "
            + value(values)
            + ")");
    return this;
  }

  public Update remove(String name) {
    removes.add(name(name));
    return this;
  }

  /** Takes an element out of a list, by its number from 0 before anything is taken out. */
  public Update removeFrom(String name, int number) {
    removes.add(name(name) + "[" + number + "]");
    return this;
  }

  /** The attribute, or the item itself where the name is its key's, must not be there. */
  public Update ifAbsent(String name) {
    return when("attribute_not_exists(" + name(name) + ")");
  }

  /** The attribute must be there, whatever it is. */
  public Update ifPresent(String name) {
    return when("attribute_exists(" + name(name) + ")");
  }

  public Update ifEquals(String name, Object value) {
    return when(name(name) + " = " + value(value));
  }

  /** The attribute must have this value, or none. */
  public Update ifAbsentOrEquals(String name, Object value) {
    return when(absentOr(name(name), "=", value));
  }

  /** The attribute must have another value, or none. */
  public Update ifNot(String name, Object value) {
    return when(absentOr(name(name), "<>", value));
  }

  /** The attribute must have another value, or none, unless a second one has exactly this. */
  public Update ifNotUnless(String name, Object value, String second, Object exactly) {
    return when(
        "("
            + absentOr(name(name), "<>", value)
            + " OR "
            + name(second)
            + " = "
            + value(exactly)
            + ")");
  }

  public Update ifOneOf(String name, Collection<?> allowed) {
    String values = allowed.stream().map(this::value).collect(Collectors.joining(", "));
    return when(name(name) + " IN (" + values + ")");
  }

  /**
   * The text or number must be there, and not sort after this one; times as {@link Values#of}
   * writes them.
   */
  public Update ifAtMost(String name, Object value) {
    return when(name(name) + " <= " + value(value));
  }

  /** The text or number must not sort after this one, or nothing may be there. */
  public Update ifAbsentOrAtMost(String name, Object value) {
    return when(absentOr(name(name), "<=", value));
  }

  /** The text or number must be there, and not sort before this one. */
  public Update ifAtLeast(String name, Object value) {
    return when(name(name) + " >= " + value(value));
  }

  /** The number at this path must be smaller, or nothing may be there yet. */
  public Update ifAbsentOrBelow(long bound, String... path) {
    String at = name(path);
    return when(absentOr(at, "<", bound));
  }

  /** Gives up after this time, repeats included: for who must answer soon, come what may. */
  public Update within(Duration time) {
    limit = time;
    return this;
  }

  /**
   * Writes.
   *
   * @return the item after the write; or the item as it is, where a condition did not hold
   */
  public Outcome write(DynamoDbClient dynamo, String table) {
    try {
      return new Outcome.Written(new Item(dynamo.updateItem(request(table)).attributes()));
    } catch (ConditionalCheckFailedException e) {
      // The item of a failed condition costs no read; it is not there at all where no item is.
      return new Outcome.Kept(e.hasItem() ? new Item(e.item()) : Item.EMPTY);
    }
  }

  /** The same write as a part of a {@link Transaction}. */
  TransactWriteItem transacted(String table) {
    String condition = conditions.isEmpty() ? null : String.join(" AND ", conditions);
    return expression().isEmpty() ? asked(table, condition) : updated(table, condition);
  }

  private TransactWriteItem asked(String table, @Nullable String condition) {
    return TransactWriteItem.builder()
        .conditionCheck(
            check ->
                check
                    .tableName(table)
                    .key(key)
                    .conditionExpression(condition)
                    .expressionAttributeNames(names)
                    .expressionAttributeValues(valuesOrNull()))
        .build();
  }

  private TransactWriteItem updated(String table, @Nullable String condition) {
    return TransactWriteItem.builder()
        .update(
            update ->
                update
                    .tableName(table)
                    .key(key)
                    .updateExpression(expression())
                    .conditionExpression(condition)
                    .expressionAttributeNames(names)
                    .expressionAttributeValues(valuesOrNull()))
        .build();
  }

  private @Nullable Map<String, AttributeValue> valuesOrNull() {
    return values.isEmpty() ? null : values;
  }

  private String expression() {
    return clause("SET ", sets) + clause(" REMOVE ", removes);
  }

  private UpdateItemRequest request(String table) {
    return UpdateItemRequest.builder()
        .tableName(table)
        .key(key)
        .updateExpression(expression())
        .conditionExpression(conditions.isEmpty() ? null : String.join(" AND ", conditions))
        .expressionAttributeNames(names)
        .expressionAttributeValues(valuesOrNull())
        .returnValues(ReturnValue.ALL_NEW)
        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
        .overrideConfiguration(override -> override.apiCallTimeout(limit))
        .build();
  }

  private Update when(String condition) {
    conditions.add(condition);
    return this;
  }

  private String unlessThere(String name, Object value) {
    return name(name) + " = if_not_exists(" + name(name) + ", " + value(value) + ")";
  }

  private String absentOr(String at, String comparison, Object value) {
    return "(attribute_not_exists("
        + at
        + ") OR "
        + at
        + " "
        + comparison
        + " "
        + value(value)
        + ")";
  }

  private String name(String... path) {
    return Arrays.stream(path).map(this::alias).collect(Collectors.joining("."));
  }

  /** Every name goes by an alias: many of ours ({@code status}, {@code at}) are reserved words. */
  private String alias(String name) {
    return names.entrySet().stream()
        .filter(entry -> entry.getValue().equals(name))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseGet(
            () -> {
              String alias = "#n" + names.size();
              names.put(alias, name);
              return alias;
            });
  }

  private String value(Object value) {
    String alias = ":v" + values.size();
    values.put(alias, Values.of(value));
    return alias;
  }

  private static String clause(String keyword, List<String> parts) {
    return parts.isEmpty() ? "" : keyword + String.join(", ", parts);
  }
}
