package dev.hoso.indicators.late;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Answers as SES does on the wire, and keeps what it was given; some addresses it does not take.
 */
public final class Post implements AutoCloseable {
  private final HttpServer server;
  public final List<Map<String, String>> mails = new CopyOnWriteArrayList<>();
  public volatile String refused = "";

  public Post() {
    try {
      server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::answer);
    server.start();
  }

  public String address() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  /** The texts that went to an address. */
  public List<String> to(String address) {
    return mails.stream()
        .filter(it -> address.equals(it.get("Destination.ToAddresses.member.1")))
        .map(it -> it.get("Message.Subject.Data") + "\n" + it.get("Message.Body.Text.Data"))
        .toList();
  }

  private void answer(HttpExchange exchange) throws IOException {
    Map<String, String> mail = new LinkedHashMap<>();
    String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    for (String pair : form.split("&")) {
      String[] parts = pair.split("=", 2);
      mail.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
    boolean taken = !refused.equals(mail.get("Destination.ToAddresses.member.1"));
    if (taken) {
      mails.add(mail);
    }
    byte[] body =
        (taken
                ? "<SendEmailResponse><SendEmailResult><MessageId>m</MessageId></SendEmailResult></SendEmailResponse>"
                : "<ErrorResponse><Error><Code>MessageRejected</Code></Error></ErrorResponse>")
            .getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(taken ? 200 : 400, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
