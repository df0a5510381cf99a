package dev.hoso.dossiers.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hoso.core.dynamo.Item;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What the citizen was told about the dossier.
 *
 * @param channel sms, email or push
 * @param fact what it tells
 * @param status how far it got: claimed, sent, delivered, failed, suppressed; standby where it
 *     waits whether another channel cannot
 * @param segments parts that an SMS was billed as
 * @param failure why it was not sent, or did not arrive
 * @param failureVi the same in Vietnamese, where it did not arrive
 * @param deliveredAt when it arrived, as far as the provider says
 * @param deliveryReport what the provider says about its arrival, in its own words
 * @param complaint that its reader has complained of it as unwanted
 * @param fallbackFor the channel that it took the place of
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Message")
record MessageView(
    @Nullable String channel,
    @Nullable String fact,
    @Nullable String status,
    @Nullable String text,
    @Nullable Long segments,
    @Nullable @Schema(format = "date-time") String at,
    @Nullable String failure,
    @Nullable String failureVi,
    @Nullable @Schema(format = "date-time") String deliveredAt,
    @Nullable String deliveryReport,
    @Nullable String complaint,
    @Nullable String fallbackFor) {

  static MessageView of(Item message) {
    return new MessageView(
        message.textOrNull("channel"),
        message.textOrNull("fact"),
        message.textOrNull("status"),
        message.textOrNull("text"),
        message.has("segments") ? message.number("segments") : null,
        message.textOrNull("at"),
        message.textOrNull("failure"),
        message.textOrNull("failureVi"),
        message.textOrNull("deliveredAt"),
        message.textOrNull("deliveryReport"),
        message.textOrNull("complaint"),
        message.textOrNull("fallbackFor"));
  }
}
