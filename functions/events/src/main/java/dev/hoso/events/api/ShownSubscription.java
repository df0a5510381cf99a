package dev.hoso.events.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hoso.core.Time;
import dev.hoso.events.Deliveries;
import dev.hoso.events.Disabled;
import dev.hoso.events.Replay;
import dev.hoso.events.Subscriber;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A subscription as an operator sees it, without its secret. */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Subscription")
record ShownSubscription(
    String id,
    String url,
    @JsonInclude(JsonInclude.Include.ALWAYS) @Schema(description = "Empty for all")
        List<String> types,
    @JsonInclude(JsonInclude.Include.ALWAYS) @Schema(description = "Empty for all")
        List<String> units,
    String owner,
    String agreement,
    String createdAt,
    @Nullable @Schema(description = "Until when the secret before is used as well")
        String previousSecretUntil,
    ShownHealth health) {

  /** How an endpoint has been doing. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "SubscriptionHealth")
  record ShownHealth(
      @Schema(description = "working, failing since failingSince, or disabled") String status,
      @Nullable @Schema(description = "When it last took an event, to a minute")
          String lastSuccessAt,
      @Nullable String failingSince,
      @Schema(description = "Events that it has still to be told") long waiting,
      @Nullable @Schema(description = "When the oldest of these happened") String oldestWaitingAt,
      @Nullable String disabledAt,
      @Nullable
          @Schema(description = "failing: it took nothing for three days; gone: it answered 410")
          String disabledBecause,
      @Nullable @Schema(description = "The period that is being repeated") Period replaying) {}

  /** A period. */
  @Serdeable
  @Schema(name = "EventPeriod")
  record Period(String from, String to) {
    static Period of(Replay replay) {
      return new Period(Time.text(replay.from()), Time.text(replay.to()));
    }
  }

  static ShownSubscription of(
      Subscriber subscriber, Deliveries.Waiting waiting, @Nullable Replay replay) {
    Subscriber.Wish wish = subscriber.wish();
    return new ShownSubscription(
        subscriber.id(),
        wish.url(),
        wish.types(),
        wish.units(),
        wish.owner().value(),
        wish.agreement(),
        Time.text(subscriber.createdAt()),
        Time.textOrNull(subscriber.secrets().previousUntil()),
        health(subscriber.health(), waiting, replay));
  }

  private static ShownHealth health(
      Subscriber.Health health, Deliveries.Waiting waiting, @Nullable Replay replay) {
    Disabled disabled = health.disabled();
    return new ShownHealth(
        status(health),
        Time.textOrNull(health.lastSuccessAt()),
        Time.textOrNull(health.failingSince()),
        waiting.count(),
        Time.textOrNull(waiting.oldest()),
        Time.textOrNull(health.disabledAt()),
        disabled == null ? null : disabled.code(),
        replay == null ? null : Period.of(replay));
  }

  private static String status(Subscriber.Health health) {
    if (health.disabled() != null) {
      return "disabled";
    }
    return health.failingSince() == null ? "working" : "failing";
  }
}
