package dev.hoso.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.Yaml;

/** This module's part of the published API, as it is made while compiling. */
class OpenApiTest {
  @Test
  void everyRouteOfTheModuleIsPublished() throws IOException {
    assertThat(paths().keySet())
        .containsExactlyInAnyOrder(
            "/dossiers/{code}/results",
            "/dossiers/{code}/results/uploads",
            "/dossiers/{code}/results/{number}",
            "/dossiers/{code}/results/{number}/revocation",
            "/dossiers/{code}/erasure",
            "/results/anomalies",
            "/lookup/{code}/results/{number}");
  }

  @ParameterizedTest
  @CsvSource({
    "/dossiers/{code}/results,                     post, results:issue, 201 400 401 403 404 409 422",
    "/dossiers/{code}/results/uploads,             post, results:issue, 201 400 401 403 404",
    "/dossiers/{code}/results/{number},            get,  dossiers:read, 200 400 401 403 404",
    "/dossiers/{code}/results/{number}/revocation, post, results:issue, 200 400 401 403 404 409",
    "/dossiers/{code}/erasure,                     post, operations,    202 400 401 403 404 409",
    "/results/anomalies,                           get,  operations,    200 400 401 403",
  })
  void everyOperationHasItsScopeAndAnAnswerForEveryProblem(
      String path, String method, String scope, String answers) throws IOException {
    Map<String, ?> operation = paths().get(path).get(method);

    assertThat(operation.get("security").toString()).isEqualTo("[{officers=[" + scope + "]}]");
    assertThat(((Map<?, ?>) operation.get("responses")).keySet())
        .map(Object::toString)
        .containsExactlyInAnyOrder(answers.split(" "));
  }

  private static Map<String, Map<String, Map<String, ?>>> paths() throws IOException {
    try (InputStream in = OpenApiTest.class.getResourceAsStream("/META-INF/swagger/results.yml")) {
      Map<String, Map<String, Map<String, Map<String, ?>>>> file = new Yaml().load(in);
      return file.get("paths");
    }
  }
}
