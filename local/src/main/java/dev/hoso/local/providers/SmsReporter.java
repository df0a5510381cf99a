package dev.hoso.local.providers;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hoso.local.Json;
import dev.hoso.local.template.LocalNames;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;

/**
 * Reports of SMS what SNS writes into its log, in the form in which CloudWatch Logs hands that
 * over: that the phone took it, unless the stand-in is told otherwise for a number.
 */
final class SmsReporter implements StandIn.Reporter {
  private static final String LOG =
      "sns/" + LocalNames.REGION + "/000000000000/DirectPublishToPhoneNumber";

  private final Behaviour behaviour;
  private final Reports reports;
  private final InstantSource clock;

  SmsReporter(Behaviour behaviour, Reports reports, InstantSource clock) {
    this.behaviour = behaviour;
    this.reports = reports;
    this.clock = clock;
  }

  @Override
  public void taken(QueryCall call, InboxMessage message, String id) {
    String response = behaviour.report(message.to()).orElse("");
    if (message.channel().equals("sms") && !response.equals("none")) {
      Instant now = clock.instant();
      reports.line(
          response.isEmpty() ? delivered(message, id, now) : failed(message, id, response, now));
    }
  }

  private static ObjectNode delivered(InboxMessage message, String id, Instant now) {
    String line = line(message, id, "Message has been accepted by phone", "SUCCESS");
    return event(LOG, line, now);
  }

  private static ObjectNode failed(InboxMessage message, String id, String response, Instant now) {
    return event(LOG + "/Failure", line(message, id, response, "FAILURE"), now);
  }

  private static String line(InboxMessage message, String id, String response, String status) {
    ObjectNode line = Json.object();
    line.putObject("notification").put("messageId", id).put("timestamp", message.at().toString());
    line.putObject("delivery")
        .put("mnc", 4)
        .put("mcc", 452)
        .put("destination", message.to())
        .put("smsType", "Transactional")
        .put("providerResponse", response)
        .put("dwellTimeMs", 200)
        .put("dwellTimeMsUntilDeviceAck", 300);
    return line.put("status", status).toString();
  }

  private static ObjectNode event(String group, String line, Instant now) {
    ObjectNode lines =
        Json.object()
            .put("messageType", "DATA_MESSAGE")
            .put("owner", "000000000000")
            .put("logGroup", group)
            .put("logStream", UUID.randomUUID().toString());
    lines.putArray("subscriptionFilters").add("hoso");
    lines
        .putArray("logEvents")
        .addObject()
        .put("id", UUID.randomUUID().toString())
        .put("timestamp", now.toEpochMilli())
        .put("message", line);
    ObjectNode event = Json.object();
    event.putObject("awslogs").put("data", Base64.getEncoder().encodeToString(zipped(lines)));
    return event;
  }

  private static byte[] zipped(ObjectNode json) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
      zip.write(Json.bytes(json));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
