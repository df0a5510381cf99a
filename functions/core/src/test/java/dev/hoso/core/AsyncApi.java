package dev.hoso.core;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.yaml.snakeyaml.Yaml;

/** The published description of events, against which what is really sent is held. */
public final class AsyncApi {
  private static final Path FILE = Path.of("..", "..", "docs", "asyncapi.yaml");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonSchemaFactory SCHEMAS =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7);
  private static final SchemaValidatorsConfig STRICT =
      SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

  private final JsonNode document;

  private AsyncApi(JsonNode document) {
    this.document = document;
  }

  /** As it is committed. */
  public static AsyncApi read() {
    try {
      Object yaml = new Yaml().load(Files.readString(FILE));
      return new AsyncApi(JSON.valueToTree(yaml));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public JsonNode document() {
    return document;
  }

  /** The messages by their names, which are the types of events. */
  public Map<String, JsonNode> messages() {
    Map<String, JsonNode> messages = new TreeMap<>();
    document
        .at("/components/messages")
        .forEach(message -> messages.put(message.path("name").asText(), message));
    return messages;
  }

  /** What is wrong with an event by the schema of its type; empty where nothing is. */
  public List<String> faults(String event) {
    JsonNode read = tree(event);
    JsonNode message = messages().get(read.path("type").asText());
    if (message == null) {
      return List.of("no type " + read.path("type"));
    }
    ObjectNode schema = message.path("payload").deepCopy();
    schema.set("components", document.path("components"));
    return faults(SCHEMAS.getSchema(schema, STRICT), read);
  }

  /** What is wrong with the description by AsyncAPI's own schema. */
  public List<String> faults() {
    try (InputStream in = AsyncApi.class.getResourceAsStream("/asyncapi/3.0.0.json")) {
      return faults(SCHEMAS.getSchema(JSON.readTree(in), STRICT), document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> faults(JsonSchema schema, JsonNode node) {
    return schema.validate(node).stream().map(ValidationMessage::getMessage).toList();
  }

  public static JsonNode tree(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
