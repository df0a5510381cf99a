package dev.hoso.dossiers;

import dev.hoso.core.lambda.StreamConsumer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A stream's events as Lambda hands them over. */
final class StreamEvents {
  private StreamEvents() {}

  /** One change for each of these items, whose sequence numbers count from 1. */
  static String of(String key, List<Map<String, Object>> items) {
    List<String> records = new ArrayList<>();
    for (Map<String, Object> item : items) {
      records.add(
          "{\"eventName\":\"MODIFY\",\"dynamodb\":{\"SequenceNumber\":\"%d\",\"Keys\":{\"%s\":{\"S\":\"%s\"}},\"NewImage\":{%s}}}"
              .formatted(records.size() + 1, key, item.get(key), image(item)));
    }
    return "{\"Records\":[" + String.join(",", records) + "]}";
  }

  /** One change of one item. */
  static String changed(String key, Map<String, Object> before, Map<String, Object> after) {
    return "{\"Records\":[{\"eventName\":\"MODIFY\",\"dynamodb\":{\"SequenceNumber\":\"1\",\"Keys\":{\"%s\":{\"S\":\"%s\"}},\"OldImage\":{%s},\"NewImage\":{%s}}}]}"
        .formatted(key, after.get(key), image(before), image(after));
  }

  static String answer(StreamConsumer handler, String event) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      handler.handleRequest(
          new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), out, null);
      return out.toString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether no change comes again. */
  static boolean taken(String answer) {
    return answer.equals("{\"batchItemFailures\":[]}");
  }

  private static String image(Map<?, ?> item) {
    return item.entrySet().stream()
        .map(it -> "\"" + it.getKey() + "\":" + attribute(it.getValue()))
        .collect(Collectors.joining(","));
  }

  private static String attribute(Object value) {
    return switch (value) {
      case Long number -> "{\"N\":\"" + number + "\"}";
      case Map<?, ?> map -> "{\"M\":{" + image(map) + "}}";
      case List<?> list ->
          list.stream()
              .map(StreamEvents::attribute)
              .collect(Collectors.joining(",", "{\"L\":[", "]}"));
      default -> "{\"S\":\"" + value + "\"}";
    };
  }
}
