package dev.hoso.samples;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Base64;

/** Answers with its event, as base64. */
public final class Echo implements RequestStreamHandler {
  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    ObjectNode answer = new ObjectMapper().createObjectNode().put("statusCode", 200);
    answer.putObject("headers").put("Content-Type", "application/json");
    answer.put("isBase64Encoded", true);
    answer.put("body", Base64.getEncoder().encodeToString(in.readAllBytes()));
    new ObjectMapper().writeValue(out, answer);
  }
}
