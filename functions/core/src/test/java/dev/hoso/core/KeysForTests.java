package dev.hoso.core;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.avaje.jsonb.Jsonb;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** KMS as it is on the wire, with one key for HMAC-SHA-256 and nothing but {@code GenerateMac}. */
public final class KeysForTests implements AutoCloseable {
  public static final String KEY = "1234abcd-12ab-34cd-56ef-1234567890ab";
  private static final SecretKeySpec SECRET =
      new SecretKeySpec("a secret of these tests".getBytes(StandardCharsets.UTF_8), "HmacSHA256");

  /** What hashes were asked for, in the order in which they were. */
  public final List<String> messages = new CopyOnWriteArrayList<>();

  public volatile boolean down;
  private final Jsonb json = Jsonb.builder().build();
  private final HttpServer server;

  public KeysForTests() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  public String endpoint() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  /** The hash of a message, as KMS makes it. */
  public static byte[] mac(String message) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(SECRET);
      return mac.doFinal(message.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    Map<String, Object> call = json.type(Object.class).map().fromJson(exchange.getRequestBody());
    String action = exchange.getRequestHeaders().getFirst("X-Amz-Target");
    boolean known =
        "TrentService.GenerateMac".equals(action)
            && KEY.equals(call.get("KeyId"))
            && "HMAC_SHA_256".equals(call.get("MacAlgorithm"));
    if (down || !known) {
      send(exchange, 400, Map.of("__type", "KMSInvalidStateException", "message", "not now"));
      return;
    }
    byte[] message = Base64.getDecoder().decode((String) call.get("Message"));
    String text = new String(message, StandardCharsets.UTF_8);
    messages.add(text);
    String mac = Base64.getEncoder().encodeToString(mac(text));
    send(exchange, 200, Map.of("KeyId", KEY, "MacAlgorithm", "HMAC_SHA_256", "Mac", mac));
  }

  private void send(HttpExchange exchange, int status, Map<String, Object> body)
      throws IOException {
    byte[] bytes = json.type(Object.class).toJsonBytes(body);
    exchange.getResponseHeaders().add("Content-Type", "application/x-amz-json-1.1");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
