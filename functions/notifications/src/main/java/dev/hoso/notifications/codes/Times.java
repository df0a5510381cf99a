package dev.hoso.notifications.codes;

import dev.hoso.core.dynamo.Item;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** When something happened, to the millisecond; kept as one text, the oldest first. */
record Times(List<Instant> all) {
  private static final String ATTRIBUTE = "times";

  static Times of(Item counter) {
    String text = counter.textOrNull(ATTRIBUTE);
    return new Times(
        text == null || text.isEmpty()
            ? List.of()
            : Arrays.stream(text.split(" ", -1)).map(Times::instant).toList());
  }

  /** With one more, without those that these limits have forgotten. */
  Times with(Instant now, List<Limit> limits) {
    Limit longest = new Limit(0, CodeRules.memory(limits));
    return new Times(
        Stream.concat(all.stream().filter(time -> longest.counts(time, now)), Stream.of(now))
            .toList());
  }

  /** Without one that was at this time. */
  Times without(Instant time) {
    int at = all.indexOf(time);
    return new Times(
        Stream.concat(
                all.subList(0, Math.max(at, 0)).stream(), all.subList(at + 1, all.size()).stream())
            .toList());
  }

  String text() {
    return all.stream()
        .map(time -> Long.toString(time.toEpochMilli()))
        .collect(Collectors.joining(" "));
  }

  private static Instant instant(String millis) {
    return Instant.ofEpochMilli(Long.parseLong(millis));
  }
}
