package dev.hoso.core.lambda;

import dev.hoso.core.JsonTypes;
import io.avaje.jsonb.Json;
import io.avaje.jsonb.JsonType;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request whose body is not read: for who refuses a body by its length. The JSON reader takes no
 * text of more than {@value #LONGEST_TEXT} characters, but it skips one of any length.
 */
@Json
public record HttpEnvelope(
    HttpRequest.RequestContext requestContext,
    String rawPath,
    @Nullable Map<String, String> pathParameters) {
  /** What a text of a {@link HttpRequest} may have at most. */
  public static final int LONGEST_TEXT = 32_768;

  /** The request of an event; without its body and the like, where the event is that long. */
  public static HttpRequest read(byte[] event) {
    return event.length > LONGEST_TEXT
        ? Readers.ENVELOPES.fromJson(event).request()
        : Readers.REQUESTS.fromJson(event);
  }

  /** The request as if it had neither query, headers, cookies nor body. */
  public HttpRequest request() {
    return new HttpRequest(requestContext, rawPath, null, null, null, pathParameters, null, false);
  }

  /** Apart, so that whoever wants the bound alone makes none of them. */
  private static final class Readers {
    static final JsonType<HttpRequest> REQUESTS = JsonTypes.of(HttpRequest.class);
    static final JsonType<HttpEnvelope> ENVELOPES = JsonTypes.of(HttpEnvelope.class);
  }
}
