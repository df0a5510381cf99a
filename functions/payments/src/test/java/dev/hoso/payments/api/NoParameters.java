package dev.hoso.payments.api;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** SSM in which nothing is set: what the environment does not say is not set up. */
final class NoParameters {
  private static final byte[] NOTHING = "{\"Parameters\":[]}".getBytes(StandardCharsets.UTF_8);
  private static final HttpServer SSM = start();

  private NoParameters() {}

  /** What leads a function there. */
  static Map<String, String> settings() {
    return Map.of(
        "AWS_REGION",
        "ap-southeast-1",
        "AWS_ENDPOINT_URL_SSM",
        "http://localhost:" + SSM.getAddress().getPort());
  }

  private static HttpServer start() {
    System.setProperty("aws.accessKeyId", "test");
    System.setProperty("aws.secretAccessKey", "test");
    try {
      HttpServer ssm = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
      ssm.createContext(
          "/",
          exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().add("content-type", "application/x-amz-json-1.1");
            exchange.sendResponseHeaders(200, NOTHING.length);
            exchange.getResponseBody().write(NOTHING);
            exchange.close();
          });
      ssm.start();
      return ssm;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
