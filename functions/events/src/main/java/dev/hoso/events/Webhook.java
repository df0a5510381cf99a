package dev.hoso.events;

import dev.hoso.core.Crockford;
import dev.hoso.core.Time;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** An event as Standard Webhooks call an endpoint with it. */
public record Webhook(String id, String body) {
  private static final String TEST = "vn.hoso.subscription.test";

  public static Webhook of(Event event) {
    return new Webhook(event.id(), event.body());
  }

  /**
   * An event about the subscription itself, to see whether its endpoint takes it. It is not kept.
   *
   * @param source see docs/asyncapi.yaml
   */
  public static Webhook test(String source, Subscriber subscriber, Instant now) {
    String id = "evt_" + Crockford.random(16);
    return new Webhook(
        id,
        """
        {"specversion":"1.0","id":"%s","source":"%s","type":"%s","subject":"%s","time":"%s",\
        "datacontenttype":"application/json","data":{"subscription":"%s"}}"""
            .formatted(id, source, TEST, subscriber.id(), Time.text(now), subscriber.id()));
  }

  /** The headers of an attempt: the id is the same at each, the time is the attempt's. */
  Map<String, String> headers(Subscriber.Keys secrets, Instant now) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("content-type", "application/cloudevents+json; charset=utf-8");
    headers.put("webhook-id", id);
    headers.put("webhook-timestamp", Long.toString(now.getEpochSecond()));
    headers.put(
        "webhook-signature",
        secrets.at(now).stream()
            .map(secret -> secret.sign(id, now, body))
            .collect(Collectors.joining(" ")));
    return headers;
  }
}
