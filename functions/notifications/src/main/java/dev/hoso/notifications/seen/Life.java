package dev.hoso.notifications.seen;

import dev.hoso.core.dynamo.Item;
import dev.hoso.notifications.Resending;
import io.avaje.jsonb.Json;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A message as officers' systems see it: what it says and what became of it. To whom it went is
 * nobody's business but the citizen's.
 *
 * @param id names it in addresses
 * @param fact what it tells
 * @param reason why it was not sent, or did not arrive, or what it waits for
 * @param cost in millionths of a US dollar
 * @param factAt when there was something to tell
 * @param at when it last changed
 * @param due when it is sent at the earliest, while it waits
 * @param mergedInto the name of the message that told its fact as well
 * @param fallbackFor the channel that it took the place of
 * @param resendOf the fact as it was told before, where this says it again
 * @param resentAs the fact as it is told again
 * @param resendable whether it can be sent again now
 * @param obstacle why it cannot be, for programs
 */
@Json
public record Life(
    String id,
    String channel,
    String fact,
    String template,
    @Nullable String kind,
    String status,
    @Nullable String reason,
    @Nullable String reasonVi,
    @Nullable String subject,
    @Nullable String text,
    @Nullable Long segments,
    @Nullable Long cost,
    String factAt,
    String at,
    @Nullable String due,
    @Nullable String sentAt,
    @Nullable String deliveredAt,
    @Nullable String deliveryReport,
    @Nullable String complaint,
    @Nullable String mergedInto,
    @Nullable String fallbackFor,
    @Nullable String resendOf,
    @Nullable String resentAs,
    @Nullable String resentBy,
    @Nullable String resendReason,
    @Nullable String erasedAt,
    boolean resendable,
    @Nullable String obstacle) {

  static Life of(Resending.Told told) {
    Item item = told.item();
    return new Life(
        told.id(),
        item.text("channel"),
        item.text("fact"),
        item.text("template"),
        item.textOrNull("kind"),
        item.text("status"),
        item.textOrNull("failure"),
        item.textOrNull("failureVi"),
        item.textOrNull("subject"),
        item.textOrNull("text"),
        number(item, "segments"),
        number(item, "cost"),
        item.text("factAt"),
        item.text("at"),
        item.text("status").equals("claimed") ? item.textOrNull("due") : null,
        item.textOrNull("sentAt"),
        item.textOrNull("deliveredAt"),
        item.textOrNull("deliveryReport"),
        item.textOrNull("complaint"),
        item.textOrNull("mergedInto"),
        item.textOrNull("fallbackFor"),
        item.textOrNull("resendOf"),
        item.textOrNull("resentAs"),
        item.textOrNull("resentBy"),
        item.textOrNull("resendReason"),
        item.textOrNull("erasedAt"),
        told.obstacle() == null,
        Optional.ofNullable(told.obstacle()).map(Life::type).orElse(null));
  }

  /** The stable name of an obstacle. */
  static String type(Enum<?> obstacle) {
    return obstacle.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static @Nullable Long number(Item item, String name) {
    return item.has(name) ? item.number(name) : null;
  }
}
