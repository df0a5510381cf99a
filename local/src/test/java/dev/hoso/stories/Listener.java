package dev.hoso.stories;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Another system, as its engineers would write it by docs/EVENTS.md: it takes what is signed. */
final class Listener implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What was signed, in the order in which it came. */
  final List<JsonNode> events = new CopyOnWriteArrayList<>();

  /** What it answers with. */
  volatile int status = 204;

  volatile String secret = "";

  private final HttpServer server;

  Listener() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::called);
    server.start();
  }

  String url() {
    return "http://localhost:" + server.getAddress().getPort() + "/hoso";
  }

  private void called(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    boolean signed =
        Stream.of(exchange.getRequestHeaders().getFirst("webhook-signature").split(" "))
            .anyMatch(signature(exchange, body)::equals);
    if (signed && status < 300) {
      events.add(JSON.readTree(body));
    }
    exchange.sendResponseHeaders(signed ? status : 401, -1);
    exchange.close();
  }

  private String signature(HttpExchange exchange, String body) {
    String id = exchange.getRequestHeaders().getFirst("webhook-id");
    String timestamp = exchange.getRequestHeaders().getFirst("webhook-timestamp");
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      byte[] key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      String text = id + "." + timestamp + "." + body;
      byte[] mark = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
      return "v1," + Base64.getEncoder().encodeToString(mark);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
