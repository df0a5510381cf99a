package dev.hoso.dossiers.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The published API: committed, served, and what the controllers are. */
class OpenApiTest {
  private static final Path COMMITTED = Path.of("..", "..", "docs", "openapi.yaml");

  /** The modules whose controllers are in it too; the pom gathers what each of them says. */
  private static final List<String> OTHERS =
      List.of("payments", "results", "citizen", "events", "indicators");

  private static final boolean UPDATING = System.getProperty("openapi.update") != null;
  private static final String UPDATE =
      "mvn -q -T1 -pl functions/core,functions/payments,functions/results,functions/citizen,functions/events,"
          + "functions/indicators,functions/dossiers clean test -Dtest=OpenApiTest -Dsurefire.failIfNoSpecifiedTests=false -Dopenapi.update";

  @Test
  void theCommittedOneIsWhatTheControllersSay() throws IOException {
    Map<String, Object> generated = GeneratedOpenApi.read();
    List<String> missing = OTHERS.stream().filter(it -> !GeneratedOpenApi.has(it)).toList();
    if (UPDATING) {
      assertThat(missing).as("modules that were not built before; use: " + UPDATE).isEmpty();
      Files.writeString(COMMITTED, GeneratedOpenApi.text(generated));
    }
    Object committed = GeneratedOpenApi.parse(Files.readString(COMMITTED));
    if (missing.isEmpty()) {
      assertThat(committed).as("docs/openapi.yaml; update it with: " + UPDATE).isEqualTo(generated);
    } else {
      assertHolds(committed, generated, "docs/openapi.yaml");
    }
  }

  @Test
  void whatEachModuleSaysIsInTheWholeAndHidesNothingOfAnother() throws IOException {
    Map<String, Object> whole = GeneratedOpenApi.read();
    for (Path part : GeneratedOpenApi.parts()) {
      Map<String, Object> said = GeneratedOpenApi.read(part);
      for (String where : List.of("paths", "components")) {
        assertHolds(whole.get(where), at(said, where), part.getFileName() + "/" + where);
      }
    }
  }

  @Test
  void itIsInTheSameOrderWhicheverModuleWasReadFirst() throws IOException {
    Map<String, Object> whole = GeneratedOpenApi.read();
    assertThat(at(whole, "paths").keySet().stream().toList()).isSorted();
    assertThat(at(whole, "components", "schemas").keySet().stream().toList()).isSorted();
    assertThat(whole.keySet().stream().toList()).startsWith("openapi", "info");
  }

  @Test
  void noTwoOperationsHaveOneName() throws IOException {
    Map<String, Object> paths = at(GeneratedOpenApi.read(), "paths");
    assertThat(GeneratedOpenApi.values("operationId", paths)).doesNotHaveDuplicates();
  }

  @Test
  void theServedOneIsTheCommittedOne() throws IOException {
    assumeFalse(UPDATING, "the new one is on the class path at the next build");
    ApiForTests.Answer answer = new ApiForTests().get("/openapi.yaml");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).startsWith("application/yaml");
    assertThat(answer.body()).isEqualTo(Files.readString(COMMITTED)).startsWith("openapi: 3.1.0");
  }

  @ParameterizedTest
  @CsvSource({
    "/dossiers/{code},        put,  dossiers:write",
    "/dossiers/{code},        get,  dossiers:read",
    "/dossiers/{code}/status, post, dossiers:write",
    "/procedures,             get,  dossiers:read",
    "/procedures/{code},      get,  dossiers:read",
    "/units,                  get,  dossiers:read",
    "/units/{unit}/transfer,  post, operations",
    "/transfers,              get,  operations",
    "/transfers/{id},         get,  operations",
    "/imports,                post, operations",
    "/imports,                get,  operations",
    "/imports/{id},           get,  operations",
    "/imports/{id}/pause,     post, operations",
    "/imports/{id}/resume,    post, operations",
    "/imports/{id}/cancel,    post, operations",
    "/ratings,                get,  operations",
    "/ratings/{code}/moderation, post, operations",
  })
  void eachOperationNamesItsScope(String path, String method, String scope) throws IOException {
    Map<String, Object> operation = at(GeneratedOpenApi.read(), "paths", path, method);
    assertThat(operation.get("security")).isEqualTo(List.of(Map.of("officers", List.of(scope))));
    assertThat(at(operation, "responses")).containsKeys("401", "403");
    assertThat(at(operation, "responses").keySet()).containsAnyOf("200", "201", "202");
  }

  @Test
  void everyReferenceLeadsSomewhere() throws IOException {
    Map<String, Object> generated = GeneratedOpenApi.read();
    for (String reference : GeneratedOpenApi.values("$ref", generated)) {
      String[] path = reference.substring("#/".length()).split("/");
      assertThat(at(generated, path)).as(reference).isNotEmpty();
    }
  }

  /** What a module says that is not built cannot be compared: the whole may have more. */
  private static void assertHolds(Object whole, Object part, String at) {
    if (whole instanceof Map<?, ?> all && part instanceof Map<?, ?> some) {
      some.forEach((name, value) -> assertHolds(all.get(name), value, at + "/" + name));
    } else {
      assertThat(whole).as(at + "; update it with: " + UPDATE).isEqualTo(part);
    }
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> at(Map<String, Object> map, String... path) {
    Map<String, Object> here = map;
    for (String name : path) {
      here = (Map<String, Object>) here.getOrDefault(name, new LinkedHashMap<>());
    }
    return here;
  }
}
