package dev.hoso.samples;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Takes a stream's records and notes the item and its {@code n}. An item may say what is wrong with
 * it in {@code fault}: {@code report} is reported each time, {@code once} the first time, {@code
 * throw} fails the batch.
 */
public final class Take implements RequestStreamHandler {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    ObjectNode answer = JSON.createObjectNode();
    ArrayNode failures = answer.putArray("batchItemFailures");
    for (JsonNode record : JSON.readTree(in).path("Records")) {
      JsonNode image = record.path("dynamodb").path("NewImage");
      String item = image.path("id").path("S").asText() + "/" + image.path("n").path("N").asText();
      if (fails(context.getFunctionName(), item, image.path("fault").path("S").asText())) {
        failures
            .addObject()
            .put("itemIdentifier", record.path("dynamodb").path("SequenceNumber").asText());
        break;
      }
      Seen.add(context.getFunctionName(), item);
    }
    JSON.writeValue(out, answer);
  }

  private static boolean fails(String function, String item, String fault) {
    Seen.add(function + ".tried", item);
    return switch (fault) {
      case "throw" -> throw new IllegalStateException("poisoned");
      case "report" -> true;
      case "once" -> Seen.all(function + ".tried").stream().filter(item::equals).count() == 1;
      default -> false;
    };
  }
}
