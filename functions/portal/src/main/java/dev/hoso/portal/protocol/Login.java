package dev.hoso.portal.protocol;

import dev.hoso.core.JsonTypes;
import io.avaje.jsonb.JsonType;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Logging in: a name and a password give a session. Where the portal is reached over an exchange
 * platform (LGSP), the platform's client gets a token first (OAuth 2.0 client credentials).
 */
final class Login {
  private static final JsonType<Object> JSON = JsonTypes.of(Object.class);

  private final PortalSettings settings;
  private final Function<HttpRequest, Reply> calls;

  Login(PortalSettings settings, Function<HttpRequest, Reply> calls) {
    this.settings = settings;
    this.calls = calls;
  }

  /**
   * Logs in.
   *
   * @throws PortalTrouble where it is not let in
   */
  Session.Pass pass() {
    String token = settings.optional("TOKEN_URL").map(this::token).orElse(null);
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("username", settings.required("USERNAME"));
    body.put("password", settings.required("PASSWORD"));
    String address = settings.address("LOGIN", "/login");
    Reply reply = calls.apply(request(address, new Session.Pass("", token), settings, body));
    String session = Reply.text(reply.fields(), "session");
    if (session.isEmpty()) {
      throw new PortalTrouble("the login is refused: " + reply.words());
    }
    return new Session.Pass(session, token);
  }

  private String token(String address) {
    String client = settings.required("CLIENT_ID") + ":" + settings.required("CLIENT_SECRET");
    String basic = Base64.getEncoder().encodeToString(client.getBytes(StandardCharsets.UTF_8));
    Reply reply =
        calls.apply(
            HttpRequest.newBuilder(URI.create(address))
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials"))
                .build());
    return Reply.text(reply.fields(), Reply.TOKEN);
  }

  /** A call of the portal with JSON. */
  static HttpRequest request(
      String address, Session.Pass pass, PortalSettings settings, Map<String, ?> body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address))
            .header("Accept", "application/json")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(JSON.toJson(body)));
    settings.optional("DSTCODE").ifPresent(code -> request.header("dstcode", code));
    String token = pass.token();
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    return request.build();
  }
}
