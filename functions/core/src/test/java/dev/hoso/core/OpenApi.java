package dev.hoso.core;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import dev.hoso.core.lambda.HttpAnswer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;

/**
 * The published description of the API, against which is held what is really answered. What is
 * written by hand would else be right on the day on which it was written.
 */
public final class OpenApi {
  private static final Path FILE = Path.of("..", "..", "docs", "openapi.yaml");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonSchemaFactory SCHEMAS =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
  private static final SchemaValidatorsConfig STRICT =
      SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

  private final JsonNode document;

  private OpenApi(JsonNode document) {
    this.document = document;
  }

  /** As it is committed. */
  public static OpenApi read() {
    try {
      JsonNode document = JSON.valueToTree(new Yaml().load(Files.readString(FILE)));
      close(document.path("components").path("schemas"));
      return new OpenApi(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * What is wrong with an answer; empty where nothing is.
   *
   * @param route such as {@code GET /units}
   * @param type the answer's media type; null where it has none
   */
  public List<String> faults(String route, int status, @Nullable String type, String body) {
    String[] parts = route.split(" ", 2);
    JsonNode operation =
        document.path("paths").path(parts[1]).path(parts[0].toLowerCase(Locale.ROOT));
    JsonNode answer = target(operation.path("responses").path(Integer.toString(status)));
    if (answer.isMissingNode()) {
      return List.of("no answer " + status + " of " + route);
    }
    if (type == null) {
      return body.isEmpty() ? List.of() : List.of("a body without a type");
    }
    JsonNode content = answer.path("content").path(type.replaceFirst(";.*", ""));
    if (content.isMissingNode()) {
      return List.of("no " + type + " of " + status + " of " + route);
    }
    return type.contains("json") ? faults(content.path("schema"), body) : List.of();
  }

  /** The same of what a lean handler hands to API Gateway. */
  public List<String> faults(String route, HttpAnswer answer) {
    return faults(route, answer.statusCode(), answer.headers().get("content-type"), answer.body());
  }

  /** The same where it was read as JSON. */
  public List<String> faults(String route, Map<String, ?> answer) {
    int status = ((Number) answer.get("statusCode")).intValue();
    Object type = ((Map<?, ?>) answer.get("headers")).get("content-type");
    return faults(route, status, (String) type, (String) answer.get("body"));
  }

  private List<String> faults(JsonNode schema, String body) {
    ObjectNode whole = schema.deepCopy();
    whole.set("components", document.path("components"));
    return SCHEMAS.getSchema(whole, STRICT).validate(AsyncApi.tree(body)).stream()
        .map(ValidationMessage::getMessage)
        .toList();
  }

  private JsonNode target(JsonNode node) {
    return node.has("$ref") ? document.at(node.path("$ref").asText().substring(1)) : node;
  }

  /** A field that no schema names is a fault too, though not where a part of a schema stands. */
  private static void close(JsonNode schemas) {
    Set<String> parts = new HashSet<>();
    schemas
        .findValues("allOf")
        .forEach(
            all -> all.findValuesAsText("$ref").forEach(it -> parts.add(it.replaceAll(".*/", ""))));
    schemas
        .properties()
        .forEach(
            named -> {
              if (!parts.contains(named.getKey())) {
                ((ObjectNode) named.getValue()).put("unevaluatedProperties", false);
              }
            });
  }
}
