package dev.hoso.local.http;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.hoso.local.LiveLog;
import dev.hoso.local.StartupProblem;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** The HTTP server, for this machine only: a virtual thread for each request. */
public final class Front implements AutoCloseable {
  /** Longest that a stop waits for requests under way. */
  private static final int PATIENCE_SECONDS = 30;

  static {
    // Without it every answer on a kept connection waits 40 ms for the other side's ACK.
    if (System.getProperty("sun.net.httpserver.nodelay") == null) {
      System.setProperty("sun.net.httpserver.nodelay", "true");
    }
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, Page> pages = new ConcurrentHashMap<>();
  private final Map<String, Page> areas = new ConcurrentHashMap<>();
  private final AtomicInteger underWay = new AtomicInteger();
  private final LiveLog log;
  private volatile Page otherwise = request -> Answer.message(503, "Service Unavailable");

  /**
   * Takes the port; nothing is answered before {@link #start}.
   *
   * @param port 0 for a free one
   * @throws StartupProblem if the port is taken
   */
  public Front(int port, LiveLog log) {
    this.log = log;
    try {
      this.server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
    } catch (BindException e) {
      throw new StartupProblem(
          "Port " + port + " is taken: stop what uses it, or set HOSO_PORT to another", e);
    } catch (IOException e) {
      throw new StartupProblem("Port " + port + " cannot be used: " + e.getMessage(), e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
  }

  public URI address() {
    return URI.create("http://localhost:" + server.getAddress().getPort());
  }

  /**
   * Gives a path of our own to a page.
   *
   * @param key such as {@code GET /local/inbox}
   */
  public void page(String key, Page page) {
    pages.put(key, page);
  }

  /**
   * Gives a page all that lies below a path and has no page of its own.
   *
   * @param path such as {@code /local/gateways/}
   */
  public void area(String path, Page page) {
    areas.put(path, page);
  }

  /** Gives a page what no other page takes. */
  public void otherwise(Page page) {
    otherwise = page;
  }

  public void start() {
    server.start();
  }

  private void handle(HttpExchange exchange) throws IOException {
    underWay.incrementAndGet();
    try (exchange) {
      Answer answer = answer(read(exchange));
      if (answer.status() != Answer.NONE.status()) {
        send(exchange, answer);
      }
    } finally {
      underWay.decrementAndGet();
    }
  }

  private Answer answer(Request request) {
    try {
      return page(request).answer(request);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Answer.message(503, "Service Unavailable");
    } catch (Exception e) { // A page's own error must not take the connection with it.
      log.say("failure", request.method() + " " + request.rawPath() + ": " + e);
      return Answer.message(500, "Internal Server Error");
    }
  }

  private Page page(Request request) {
    Page page = pages.get(request.method() + " " + request.rawPath());
    if (page != null) {
      return page;
    }
    return areas.entrySet().stream()
        .filter(area -> request.rawPath().startsWith(area.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(otherwise);
  }

  private static Request read(HttpExchange exchange) throws IOException {
    URI uri = exchange.getRequestURI();
    Map<String, List<String>> headers = new TreeMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
    return new Request(
        exchange.getRequestMethod(),
        Objects.requireNonNullElse(uri.getRawPath(), "/"),
        Objects.requireNonNullElse(uri.getRawQuery(), ""),
        headers,
        exchange.getRequestBody().readAllBytes(),
        exchange.getRemoteAddress().getAddress().getHostAddress());
  }

  private static void send(HttpExchange exchange, Answer answer) throws IOException {
    Headers headers = exchange.getResponseHeaders();
    answer.headers().forEach(header -> headers.add(header.name(), header.value()));
    boolean none =
        answer.body().length == 0
            || answer.status() == 204
            || answer.status() == 304
            || exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(answer.status(), none ? -1 : answer.body().length);
    if (!none) {
      exchange.getResponseBody().write(answer.body());
    }
  }

  /** Takes no more requests and waits for those under way; a second time it does nothing. */
  @Override
  public void close() {
    if (threads.isShutdown()) {
      return;
    }
    // The server waits its whole time where nothing is under way.
    server.stop(underWay.get() == 0 ? 0 : PATIENCE_SECONDS);
    threads.close();
  }
}
