package dev.hoso.citizen;

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
  void verifyingIsPublishedAndSoAreThePages() throws IOException {
    Map<String, Map<String, Map<String, ?>>> paths = paths();

    assertThat(paths.keySet())
        .containsExactlyInAnyOrder(
            "/",
            "/lookup",
            "/lookup/{code}",
            "/verify",
            "/verify/{resultId}",
            "/assets/{file}",
            "/rate/{code}/{token}");
    assertThat(paths.get("/verify").keySet()).containsExactlyInAnyOrder("get", "post");
    assertThat(paths.get("/verify/{resultId}").keySet()).containsExactly("get");
  }

  @Test
  void everyOneMayVerifyAndEveryAnswerIsNamed() throws IOException {
    for (Map<String, ?> operation :
        List.of(paths().get("/verify").get("post"), paths().get("/verify/{resultId}").get("get"))) {
      assertThat(operation.containsKey("security")).isFalse();
      assertThat(((Map<?, ?>) operation.get("responses")).keySet().toString())
          .isEqualTo("[200, 400, 404]");
    }
  }

  private static Map<String, Map<String, Map<String, ?>>> paths() throws IOException {
    try (InputStream in = OpenApiTest.class.getResourceAsStream("/META-INF/swagger/citizen.yml")) {
      Map<String, Map<String, Map<String, Map<String, ?>>>> file = new Yaml().load(in);
      return file.get("paths");
    }
  }
}
