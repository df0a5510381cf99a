package dev.hoso.dossiers.api;

import io.micronaut.core.io.ResourceLoader;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The published description of the whole API, made when Hoso is compiled. */
@Controller
final class OpenApiController {
  static final String RESOURCE = "META-INF/swagger/hoso.yml";

  private final ResourceLoader resources;

  OpenApiController(ResourceLoader resources) {
    this.resources = resources;
  }

  /** Shows the API in OpenAPI 3.1. */
  @Hidden
  @Get(value = "/openapi.yaml", produces = "application/yaml")
  String openApi() {
    try (InputStream in = resources.getResourceAsStream(RESOURCE).orElseThrow()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
