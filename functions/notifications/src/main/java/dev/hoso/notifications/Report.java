package dev.hoso.notifications;

import java.time.Instant;

/**
 * What a provider says about a message that it took.
 *
 * @param providerMessageId the provider's name of the message
 * @param at when that happened of which it speaks
 */
public record Report(String providerMessageId, Instant at, Event event) {
  /** What happened. */
  public sealed interface Event {
    /** The provider's own word for it. */
    String said();
  }

  /** It arrived. */
  public record Delivered(String said) implements Event {}

  /** It did not. */
  public record Failed(Reason reason, String said) implements Event {}

  /** It arrived, and its reader does not want any of these. */
  public record Complained(Reason reason, String said) implements Event {}
}
