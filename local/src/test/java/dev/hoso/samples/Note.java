package dev.hoso.samples;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Notes the objects that were put, as the event names them; fails at those called poison. */
public final class Note implements RequestStreamHandler {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    for (JsonNode record : JSON.readTree(in).path("Records")) {
      JsonNode s3 = record.path("s3");
      String key = s3.path("object").path("key").asText();
      Seen.add(
          "Note",
          record.path("eventName").asText()
              + " "
              + s3.path("bucket").path("name").asText()
              + " "
              + key
              + " "
              + s3.path("object").path("size").asLong());
      if (key.contains("poison")) {
        throw new IllegalStateException("poisoned");
      }
    }
  }
}
