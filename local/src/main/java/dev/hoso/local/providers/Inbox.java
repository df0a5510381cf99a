package dev.hoso.local.providers;

import dev.hoso.local.template.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * What left for people. A message with a name is shown once however often it arrives, as a mailbox
 * does with one {@code Message-ID}; how often it arrived is counted where it arrives.
 */
public final class Inbox {
  /** Where it is kept. */
  public static final Table TABLE =
      new Table(
          "LocalInbox",
          Map.of("channel", "S", "name", "S"),
          List.of(new Table.Key("channel", "HASH"), new Table.Key("name", "RANGE")),
          List.of(),
          Optional.empty(),
          Optional.empty());

  private static final List<String> CHANNELS = List.of("sms", "email", "push", "topic");

  private final DynamoDbClient client;

  /** Order of arrival, also across restarts; the local clock may be put back. */
  private final AtomicLong arrivals = new AtomicLong(System.currentTimeMillis() * 1000);

  public Inbox(DynamoDbClient client) {
    this.client = client;
  }

  /**
   * Takes a message in.
   *
   * @param name what it is called by its sender, if it is
   * @return false if one of that name is here
   */
  boolean add(InboxMessage message, Optional<String> name) {
    Map<String, AttributeValue> item = new HashMap<>();
    put(item, "channel", message.channel());
    put(item, "name", name.orElseGet(() -> UUID.randomUUID().toString()));
    put(item, "to", message.to());
    message.subject().ifPresent(subject -> put(item, "subject", subject));
    put(item, "text", message.text());
    message.html().ifPresent(html -> put(item, "html", html));
    put(item, "at", message.at().toString());
    item.put("arrival", AttributeValue.fromN(String.valueOf(arrivals.incrementAndGet())));
    try {
      client.putItem(
          request ->
              request
                  .tableName(TABLE.name())
                  .item(item)
                  .conditionExpression("attribute_not_exists(channel)"));
      return true;
    } catch (ConditionalCheckFailedException e) {
      return false;
    }
  }

  private static void put(Map<String, AttributeValue> item, String name, String value) {
    item.put(name, AttributeValue.fromS(value));
  }

  /** All messages, oldest first. */
  public List<InboxMessage> messages() {
    List<Map<String, AttributeValue>> items = new ArrayList<>();
    for (String channel : CHANNELS) {
      client
          .queryPaginator(
              request ->
                  request
                      .tableName(TABLE.name())
                      .keyConditionExpression("channel = :channel")
                      .expressionAttributeValues(Map.of(":channel", AttributeValue.fromS(channel))))
          .items()
          .forEach(items::add);
    }
    items.sort(Comparator.comparingLong(item -> Long.parseLong(value(item, "arrival").n())));
    return items.stream().map(Inbox::message).toList();
  }

  private static InboxMessage message(Map<String, AttributeValue> item) {
    return new InboxMessage(
        value(item, "channel").s(),
        value(item, "to").s(),
        optional(item.get("subject")),
        value(item, "text").s(),
        optional(item.get("html")),
        Instant.parse(value(item, "at").s()));
  }

  private static AttributeValue value(Map<String, AttributeValue> item, String name) {
    return item.getOrDefault(name, AttributeValue.fromS(""));
  }

  private static Optional<String> optional(@Nullable AttributeValue value) {
    return Optional.ofNullable(value).map(AttributeValue::s);
  }
}
