package dev.hoso.notifications.events;

import dev.hoso.core.Log;
import dev.hoso.core.Settings;
import dev.hoso.notifications.Providers;
import java.util.Map;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;

/** The topic {@code DossierEvents}. */
final class Topic {
  private final SnsClient sns;
  private final String arn;

  private Topic(SnsClient sns, String arn) {
    this.sns = sns;
    this.arn = arn;
  }

  static Topic of(Settings settings) {
    return new Topic(
        Providers.configured(SnsClient.builder(), settings, "AWS_ENDPOINT_URL_SNS").build(),
        settings.required("HOSO_DOSSIER_EVENTS_TOPIC"));
  }

  /** Publishes; whether SNS took it. An answer that was lost leads to a second one of the same. */
  boolean takes(Notice notice) {
    try {
      sns.publish(
          publish ->
              publish
                  .topicArn(arn)
                  .message(notice.body())
                  .messageAttributes(
                      Map.of(
                          "type", attribute("String", notice.type()),
                          "unit", attribute("String", notice.unit()),
                          "procedure", attribute("String", notice.procedure()),
                          "status", attribute("Number", notice.status()))));
      return true;
    } catch (SdkException e) {
      Log.error("eventNotPublished", Map.of("dossier", notice.dossier()), e);
      return false;
    }
  }

  private static MessageAttributeValue attribute(String type, String value) {
    return MessageAttributeValue.builder().dataType(type).stringValue(value).build();
  }
}
