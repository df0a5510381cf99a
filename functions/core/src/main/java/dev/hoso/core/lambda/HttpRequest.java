package dev.hoso.core.lambda;

import io.avaje.jsonb.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What API Gateway hands to a lean handler (payload 2.0).
 *
 * @param rawQueryString the query as it was received, byte for byte: what a signature was made over
 * @param headers by their lower-case names
 * @param cookies as the browser sends them, {@code name=value}
 */
@Json
public record HttpRequest(
    RequestContext requestContext,
    String rawPath,
    @Nullable String rawQueryString,
    @Nullable Map<String, String> headers,
    @Nullable List<String> cookies,
    @Nullable Map<String, String> pathParameters,
    @Nullable String body,
    boolean isBase64Encoded) {

  private static final int BASE64_CHARACTERS = 4;
  private static final int BASE64_BYTES = 3;
  private static final int BASE64_PADDING = 2;
  private static final int MOST_BYTES_OF_A_CHARACTER = 3;

  /**
   * What API Gateway itself knows of the request.
   *
   * @param authorizer null where the route asks for no token
   */
  @Json
  public record RequestContext(Http http, @Nullable Authorizer authorizer) {}

  /** Who let the caller in. */
  @Json
  public record Authorizer(@Nullable Jwt jwt) {}

  /** The caller's token, which API Gateway has checked. */
  @Json
  public record Jwt(@Nullable Claims claims) {}

  /**
   * What the token says its owner may do, as API Gateway reads it
   * (docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html): in one of
   * two claims, with spaces between, a list as {@code [one two]}.
   */
  @Json
  public record Claims(@Nullable String scope, @Nullable String scp) {
    boolean has(String wanted) {
      String all = scope != null ? scope : String.valueOf(scp);
      return List.of(all.replaceAll("[\\[\\]]", "").split(" ", -1)).contains(wanted);
    }
  }

  /**
   * The request line's method, and who sent it.
   *
   * @param sourceIp the address of the caller, or of the last proxy before API Gateway
   */
  @Json
  public record Http(String method, @Nullable String sourceIp) {}

  /** The method, in capitals. */
  public String method() {
    return requestContext.http().method();
  }

  /**
   * Whether the caller may do what this scope stands for; true where nobody was asked for a token.
   */
  public boolean may(String scope) {
    Authorizer authorizer = requestContext.authorizer();
    if (authorizer == null || authorizer.jwt() == null) {
      return true;
    }
    Claims claims = authorizer.jwt().claims();
    return claims != null && claims.has(scope);
  }

  /** A part of the path that the route names, such as {@code gateway}. */
  public String pathParameter(String name) {
    String value = pathParameters == null ? null : pathParameters.get(name);
    if (value == null) {
      throw new IllegalStateException("The route has no {" + name + "}");
    }
    return value;
  }

  /** The query as it was received, empty where there was none. */
  public String query() {
    return rawQueryString == null ? "" : rawQueryString;
  }

  /**
   * A header, by its lower-case name. API Gateway writes all names so; who stands in for it may
   * leave them as they came.
   */
  public @Nullable String header(String name) {
    if (headers == null) {
      return null;
    }
    String value = headers.get(name);
    return value != null ? value : headerInAnyCase(headers, name);
  }

  private static @Nullable String headerInAnyCase(Map<String, String> headers, String name) {
    return headers.entrySet().stream()
        .filter(header -> header.getKey().equalsIgnoreCase(name))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(null);
  }

  /** The cookies, as {@code name=value}; none where the browser has none. */
  public List<String> sentCookies() {
    return cookies == null ? List.of() : cookies;
  }

  /** Whether the body has more bytes than that; decodes it only where its length leaves a doubt. */
  public boolean longerThan(int bytes) {
    int characters = body == null ? 0 : body.length();
    if (isBase64Encoded) {
      return characters / BASE64_CHARACTERS * BASE64_BYTES - BASE64_PADDING > bytes;
    }
    return characters > bytes
        || ((long) characters * MOST_BYTES_OF_A_CHARACTER > bytes && bytes().length > bytes);
  }

  /**
   * The body as it was received, byte for byte.
   *
   * @throws IllegalArgumentException where it is said to be base64 and is not
   */
  public byte[] bytes() {
    String text = body == null ? "" : body;
    return isBase64Encoded
        ? Base64.getDecoder().decode(text)
        : text.getBytes(StandardCharsets.UTF_8);
  }
}
