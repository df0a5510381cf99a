package dev.hoso.samples;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Gives the request's body as its whole answer to Lambda; some bodies are orders. */
public final class Say implements RequestStreamHandler {
  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    JsonNode event = new ObjectMapper().readTree(in);
    String body = event.path("body").asText();
    switch (body) {
      case "throw" -> throw new IllegalStateException("as ordered");
      case "hang" -> sleep(60_000);
      case "nap" -> {
        System.out.println("napping");
        sleep(500);
        out.write("{\"slept\":true}".getBytes(StandardCharsets.UTF_8));
      }
      default -> out.write(body.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
