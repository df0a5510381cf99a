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
 * @param channel sms or email
 * @param fact what it tells
 * @param status how far it got: claimed, sent, merged, failed, …
 * @param segments parts that an SMS was billed as
 * @param failure why it was not sent, or not yet
 * @param waitsUntil when it is sent, or looked at again, where it waits
 * @param mergedInto the message that tells this fact together with others
 * @param cost what the provider takes for it, in millionths of a US dollar
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
    @Nullable @Schema(format = "date-time") String waitsUntil,
    @Nullable String mergedInto,
    @Nullable Long cost) {

  static MessageView of(Item message) {
    return new MessageView(
        message.textOrNull("channel"),
        message.textOrNull("fact"),
        message.textOrNull("status"),
        message.textOrNull("text"),
        message.has("segments") ? message.number("segments") : null,
        message.textOrNull("at"),
        message.textOrNull("failure"),
        Time.textOrNull(message.timeOrNull("due")),
        message.textOrNull("mergedInto"),
        message.has("cost") ? message.number("cost") : null);
  }
}
