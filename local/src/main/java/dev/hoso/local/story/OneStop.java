package dev.hoso.local.story;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hoso.local.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** A one-stop officer's system: calls the API over HTTP, with a token where one is asked for. */
public final class OneStop implements AutoCloseable {
  /** An answer; what is not JSON has an empty body. */
  public record Said(int status, JsonNode body) {
    boolean well() {
      return status / 100 == 2;
    }
  }

  private final HttpClient client = HttpClient.newHttpClient();
  private final URI address;
  private final Supplier<Optional<String>> token;

  public OneStop(URI address, Supplier<Optional<String>> token) {
    this.address = address;
    this.token = token;
  }

  URI address() {
    return address;
  }

  Said get(String path) throws InterruptedException {
    return call(path, HttpRequest.newBuilder().GET());
  }

  Said put(String path, JsonNode body) throws InterruptedException {
    return call(path, HttpRequest.newBuilder().PUT(json(body)));
  }

  Said post(String path, JsonNode body) throws InterruptedException {
    return call(path, HttpRequest.newBuilder().POST(json(body)));
  }

  private static HttpRequest.BodyPublisher json(JsonNode body) {
    return HttpRequest.BodyPublishers.ofByteArray(Json.bytes(body));
  }

  private Said call(String path, HttpRequest.Builder request) throws InterruptedException {
    request.uri(address.resolve(path)).timeout(Duration.ofSeconds(60));
    request.header("content-type", "application/json").header("accept", "application/json");
    token.get().ifPresent(bearer -> request.header("authorization", "Bearer " + bearer));
    try {
      HttpResponse<byte[]> response =
          client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      return new Said(response.statusCode(), body(response.body()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode body(byte[] bytes) {
    try {
      return Json.read(bytes);
    } catch (UncheckedIOException e) {
      return Json.object();
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
