package dev.hoso.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hoso.local.template.Route;
import dev.hoso.local.template.TemplateReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/**
 * The published API says of each route what the template does: that there is one, and which scope
 * it asks for. No module can see this alone, and nobody who integrates reads the template.
 */
class PublishedApiTest {
  /** The folder of both; not asked of the city, which would start it. */
  private static final Path PROJECT = Path.of("..");

  private static final String EVERYBODY = "everybody";
  private static final ObjectMapper JSON = new ObjectMapper();

  private static JsonNode document;

  @BeforeAll
  static void read() throws IOException {
    String yaml = Files.readString(PROJECT.resolve("docs/openapi.yaml"));
    document = JSON.valueToTree(new Yaml().load(yaml));
  }

  @Test
  void itHasTheRoutesOfTheTemplateWithTheirScopesAndNoOthers() {
    assertThat(published()).containsExactlyInAnyOrderEntriesOf(deployed());
    assertThat(document.has("security")).as("security of all operations").isFalse();
  }

  @Test
  void theEventsAreRequestsAsItDescribesThem() throws IOException {
    for (JsonNode event : events()) {
      String route = event.path("routeKey").asText();
      JsonNode operation = operation(route);
      assertThat(caller(event.at("/requestContext/authorizer/jwt/scopes")))
          .as(route)
          .isEqualTo(published().get(route));
      assertThat(event.path("pathParameters").propertyStream().map(Map.Entry::getKey))
          .as(route)
          .containsExactlyInAnyOrderElementsOf(parts(operation));
      if (operation.has("requestBody")) {
        String type = event.at("/headers/content-type").asText();
        assertThat(operation.at("/requestBody/content").has(type)).as(route + ", " + type).isTrue();
      }
    }
  }

  private static List<JsonNode> events() throws IOException {
    List<JsonNode> events = new ArrayList<>();
    try (Stream<Path> files = Files.list(PROJECT.resolve("events"))) {
      for (Path file : files.filter(it -> it.toString().endsWith(".json")).toList()) {
        events.add(JSON.readTree(file.toFile()));
      }
    }
    return events.stream().filter(it -> it.has("routeKey")).toList();
  }

  /** Whom each route lets in. */
  private static Map<String, String> deployed() {
    Map<String, String> callers = new TreeMap<>();
    for (Route route : TemplateReader.read(PROJECT.resolve("template.yaml"), Map.of()).routes()) {
      callers.put(
          route.key(), route.authoriser().map(it -> officers(it.scopes())).orElse(EVERYBODY));
    }
    return callers;
  }

  private static Map<String, String> published() {
    Map<String, String> callers = new TreeMap<>();
    for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
      for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
        String route = operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey();
        callers.put(route, caller(operation.getValue().path("security").at("/0/officers")));
      }
    }
    return callers;
  }

  private static String caller(JsonNode scopes) {
    return scopes.isMissingNode()
        ? EVERYBODY
        : officers(scopes.valueStream().map(JsonNode::asText).toList());
  }

  /** A token needs one of the scopes. */
  private static String officers(List<String> scopes) {
    return "officers of " + String.join(", ", scopes);
  }

  /** The names of the path's parameters, wherever they are described. */
  private static List<String> parts(JsonNode operation) {
    return operation
        .path("parameters")
        .valueStream()
        .map(it -> it.has("$ref") ? document.at(it.path("$ref").asText().substring(1)) : it)
        .filter(it -> it.path("in").asText().equals("path"))
        .map(it -> it.path("name").asText())
        .toList();
  }

  private static JsonNode operation(String route) {
    String[] parts = route.split(" ", 2);
    return document.path("paths").path(parts[1]).path(parts[0].toLowerCase(Locale.ROOT));
  }
}
