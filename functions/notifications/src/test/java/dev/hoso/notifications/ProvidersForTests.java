package dev.hoso.notifications;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * SNS and SES as they are on the wire: AWS's Query protocol, forms in and XML out. What they take
 * can be read; what they answer can be changed.
 */
public final class ProvidersForTests implements AutoCloseable {
  /** What a provider answers; a code of null means that it takes the call. */
  public record Answer(int status, String code, String text) {
    public static final Answer TAKEN = new Answer(200, null, "");
    public static final Answer THROTTLED = new Answer(429, "Throttled", "Rate exceeded");
    public static final Answer DOWN = new Answer(503, "ServiceUnavailable", "Try later");

    /** The line is cut before an answer comes. */
    public static final Answer CUT = new Answer(0, null, "");
  }

  /** Calls that were taken, as their form's fields, in the order in which they came. */
  public final List<Map<String, String>> sms = new CopyOnWriteArrayList<>();

  public final List<Map<String, String>> pushes = new CopyOnWriteArrayList<>();

  /** What the topic took, in the order in which it came. */
  public final List<Map<String, String>> events = new CopyOnWriteArrayList<>();

  public final List<MimeMessage> emails = new CopyOnWriteArrayList<>();

  /** Every call of {@code Publish} to a person, taken or not. */
  public final List<Map<String, String>> publishes = new CopyOnWriteArrayList<>();

  public volatile Function<Map<String, String>, Answer> sns = form -> Answer.TAKEN;
  public volatile Function<Map<String, String>, Answer> topic = form -> Answer.TAKEN;
  public volatile Function<Map<String, String>, Answer> ses = form -> Answer.TAKEN;
  private final AtomicInteger count = new AtomicInteger();
  private final HttpServer server;

  public ProvidersForTests() {
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

  public List<String> numbers() {
    return sms.stream().map(form -> form.get("PhoneNumber")).toList();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    Map<String, String> form = form(exchange);
    Answer answer =
        switch (form.get("Action")) {
          case "Publish" -> form.containsKey("TopicArn") ? publishEvent(form) : publish(form);
          case "SendRawEmail" -> sendRawEmail(form);
          default -> new Answer(400, "InvalidAction", form.get("Action"));
        };
    if (answer != Answer.CUT) {
      byte[] body = body(form.get("Action"), answer).getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().add("Content-Type", "text/xml");
      exchange.sendResponseHeaders(answer.status(), body.length);
      exchange.getResponseBody().write(body);
    }
    exchange.close();
  }

  private Answer publish(Map<String, String> form) {
    publishes.add(form);
    Answer answer = sns.apply(form);
    if (answer.status() == 200) {
      (form.containsKey("TargetArn") ? pushes : sms).add(form);
    }
    return answer;
  }

  private Answer publishEvent(Map<String, String> form) {
    Answer answer = topic.apply(form);
    if (answer.status() == 200) {
      events.add(form);
    }
    return answer;
  }

  private Answer sendRawEmail(Map<String, String> form) {
    Answer answer = ses.apply(form);
    if (answer.status() == 200) {
      byte[] mime = Base64.getDecoder().decode(form.get("RawMessage.Data"));
      try {
        emails.add(new MimeMessage(null, new ByteArrayInputStream(mime)));
      } catch (MessagingException e) {
        throw new IllegalStateException(e);
      }
    }
    return answer;
  }

  private String body(String action, Answer answer) {
    return answer.code() == null
        ? "<%1$sResponse><%1$sResult><MessageId>provider-%2$d</MessageId></%1$sResult></%1$sResponse>"
            .formatted(action, count.incrementAndGet())
        : "<ErrorResponse><Error><Type>Sender</Type><Code>%s</Code><Message>%s</Message></Error></ErrorResponse>"
            .formatted(answer.code(), answer.text());
  }

  private static Map<String, String> form(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    return List.of(body.split("&")).stream()
        .map(field -> field.split("=", 2))
        .collect(Collectors.toMap(field -> field[0], field -> decoded(field[1])));
  }

  private static String decoded(String value) {
    return URLDecoder.decode(value, StandardCharsets.UTF_8);
  }
}
