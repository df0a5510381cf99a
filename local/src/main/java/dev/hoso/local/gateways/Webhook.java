package dev.hoso.local.gateways;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Instant;

/** One telling. It is signed anew for each call, because some signatures carry the time. */
@FunctionalInterface
interface Webhook {
  HttpRequest.Builder request(Instant now);

  /** A request that posts JSON. */
  static HttpRequest.Builder post(String to, String json) {
    return HttpRequest.newBuilder(URI.create(to))
        .header("content-type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(json));
  }
}
