package dev.hoso.payments;

import dev.hoso.core.lambda.HttpRequest;
import dev.hoso.payments.gateways.Json;
import dev.hoso.payments.gateways.Unreadable;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What API Gateway hands over (payload 2.0), read with the gateways' own reader: avaje-jsonb takes
 * no text of more than 50,000 characters, and a body may have 256 KiB.
 */
final class WebhookEvent {
  private WebhookEvent() {}

  /**
   * The request of an event.
   *
   * @throws Unreadable where it is none
   */
  static HttpRequest read(byte[] event) {
    Json json = Json.read(event);
    Json http = json.get("requestContext").get("http");
    String method = http.text("method");
    return new HttpRequest(
        new HttpRequest.RequestContext(
            new HttpRequest.Http(method == null ? "" : method, http.text("sourceIp")), null),
        json.text("rawPath") == null ? "" : json.text("rawPath"),
        json.text("rawQueryString"),
        texts(json.get("headers")),
        null,
        texts(json.get("pathParameters")),
        json.text("body"),
        json.isTrue("isBase64Encoded"));
  }

  private static @Nullable Map<String, String> texts(Json json) {
    if (!(json instanceof Json.Fields object)) {
      return null;
    }
    Map<String, String> texts = new HashMap<>();
    for (String name : object.fields().keySet()) {
      String text = object.text(name);
      if (text != null) {
        texts.put(name, text);
      }
    }
    return texts;
  }
}
