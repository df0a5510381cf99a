package dev.hoso.payments.gateways;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.net.URLDecoder;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What was sent to a server in a gateway's place, and hashes by code of their own. */
public final class Proof {
  private Proof() {}

  /** HMAC-SHA256 in hexadecimal digits. */
  public static String sha256(String key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.getBytes(UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What was sent to this path, in the order of sending. */
  static List<LoggedRequest> sentTo(WireMockServer server, String path) {
    return server.findAll(WireMock.anyRequestedFor(WireMock.urlEqualTo(path)));
  }

  /** The fields of a body of JSON, as they were written. */
  static Map<String, String> json(LoggedRequest request) {
    Json.Fields sent = (Json.Fields) Json.read(request.getBody());
    Map<String, String> fields = new LinkedHashMap<>();
    sent.fields()
        .forEach(
            (name, value) ->
                fields.put(
                    name,
                    value instanceof Json.Flag flag
                        ? Boolean.toString(flag.value())
                        : sent.written(name)));
    return fields;
  }

  /** The fields of a form. */
  static Map<String, String> form(LoggedRequest request) {
    return form(request.getBodyAsString());
  }

  static Map<String, String> form(String body) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (String pair : body.split("&")) {
      String[] parts = pair.split("=", 2);
      fields.put(URLDecoder.decode(parts[0], UTF_8), URLDecoder.decode(parts[1], UTF_8));
    }
    return fields;
  }
}
