package dev.hoso.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** This module's part of the published API, as it is made while compiling. */
class OpenApiTest {
  @Test
  void everyRouteOfTheModuleIsPublishedWithItsScopes() throws IOException {
    Map<String, Map<String, Map<String, ?>>> paths = paths();

    assertThat(paths.keySet())
        .containsExactlyInAnyOrder(
            "/dossiers/{code}/payments",
            "/payments/anomalies",
            "/payments/reconciliations",
            "/payments/reconciliations/{gateway}/{day}",
            "/payments/settlements/{gateway}/{day}",
            "/payments/{gateway}/{reference}/refunds",
            "/receipts/{receipt}",
            "/receipts/{receipt}/gateways/{gateway}",
            "/webhooks/{gateway}");
    assertThat(paths.get("/dossiers/{code}/payments").get("post").get("security").toString())
        .isEqualTo("[{officers=[payments:write]}]");
    for (String path :
        List.of("/payments/anomalies", "/payments/reconciliations/{gateway}/{day}")) {
      assertThat(paths.get(path).get("get").get("security").toString())
          .isEqualTo("[{officers=[operations]}]");
    }
  }

  @Test
  void everyOperationHasAnAnswerForEveryProblem() throws IOException {
    Map<String, ?> responses = responses("/dossiers/{code}/payments", "post");

    assertThat(responses.keySet())
        .containsExactlyInAnyOrder("201", "200", "400", "401", "403", "404", "409", "503");
    assertThat(responses("/receipts/{receipt}/gateways/{gateway}", "post").keySet())
        .containsExactlyInAnyOrder("303", "404", "409", "429", "503");
    assertThat(responses("/webhooks/{gateway}", "get").keySet())
        .containsExactlyInAnyOrder("200", "404", "405");
    assertThat(responses("/webhooks/{gateway}", "post").keySet())
        .containsExactlyInAnyOrder("200", "204", "400", "401", "404", "405", "413", "503");
  }

  @SuppressWarnings("unchecked")
  private static Map<String, ?> responses(String path, String method) throws IOException {
    return (Map<String, ?>) paths().get(path).get(method).get("responses");
  }

  private static Map<String, Map<String, Map<String, ?>>> paths() throws IOException {
    try (InputStream in = OpenApiTest.class.getResourceAsStream("/META-INF/swagger/payments.yml")) {
      Map<String, Map<String, Map<String, Map<String, ?>>>> file = new Yaml().load(in);
      return file.get("paths");
    }
  }
}
