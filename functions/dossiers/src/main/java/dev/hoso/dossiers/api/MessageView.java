package dev.hoso.dossiers.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hoso.core.Time;
import dev.hoso.core.dynamo.Item;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What the citizen was told about the dossier.
 *
 * @param id names it in {@code POST /dossiers/{code}/messages/{id}/resend}
 * @param channel sms, email or push
 * @param fact what it tells
 * @param status how far it got: claimed, sent, delivered, failed, suppressed; merged where another
 *     one told its fact as well; standby where it waits whether another channel cannot
 * @param segments parts that an SMS was billed as
 * @param cost in millionths of a US dollar, where it was sent
 * @param factAt when there was something to tell
 * @param at when it last changed
 * @param sentAt when the provider took it
 * @param failure why it was not sent, or did not arrive
 * @param failureVi the same in Vietnamese, where it did not arrive
 * @param waitsUntil when it is sent, or looked at again, where it waits
 * @param deliveredAt when it arrived, as far as the provider says
 * @param deliveryReport what the provider says about its arrival, in its own words
 * @param complaint that its reader has complained of it as unwanted
 * @param mergedInto the name of the message that told its fact as well
 * @param fallbackFor the channel that it took the place of
 * @param resentAs the fact as it was told again, where somebody asked for that
 * @param resentBy who asked
 * @param resendReason why
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Message")
record MessageView(
    @Nullable String id,
    @Nullable String channel,
    @Nullable String fact,
    @Nullable String status,
    @Nullable String text,
    @Nullable Long segments,
    @Nullable Long cost,
    @Nullable @Schema(format = "date-time") String factAt,
    @Nullable @Schema(format = "date-time") String at,
    @Nullable @Schema(format = "date-time") String sentAt,
    @Nullable String failure,
    @Nullable String failureVi,
    @Nullable @Schema(format = "date-time") String waitsUntil,
    @Nullable @Schema(format = "date-time") String deliveredAt,
    @Nullable String deliveryReport,
    @Nullable String complaint,
    @Nullable String mergedInto,
    @Nullable String fallbackFor,
    @Nullable String resentAs,
    @Nullable String resentBy,
    @Nullable String resendReason) {

  static MessageView of(Item message) {
    return new MessageView(
        message.textOrNull("id"),
        message.textOrNull("channel"),
        message.textOrNull("fact"),
        message.textOrNull("status"),
        message.textOrNull("text"),
        number(message, "segments"),
        number(message, "cost"),
        message.textOrNull("factAt"),
        message.textOrNull("at"),
        message.textOrNull("sentAt"),
        message.textOrNull("failure"),
        message.textOrNull("failureVi"),
        Time.textOrNull(message.timeOrNull("due")),
        message.textOrNull("deliveredAt"),
        message.textOrNull("deliveryReport"),
        message.textOrNull("complaint"),
        message.textOrNull("mergedInto"),
        message.textOrNull("fallbackFor"),
        message.textOrNull("resentAs"),
        message.textOrNull("resentBy"),
        message.textOrNull("resendReason"));
  }

  private static @Nullable Long number(Item message, String name) {
    return message.has(name) ? message.number(name) : null;
  }
}
