package dev.hoso.dossiers.api;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeType;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.info.License;
import io.swagger.v3.oas.annotations.security.SecurityScheme;

/** What stands at the head of the published API. */
@OpenAPIDefinition(
    info =
        @Info(
            title = "Hoso",
            version = "1",
            description =
                "Dossiers of a city's one-stop service: their status, their payments, what the"
                    + " citizen was told. Every error is a problem (RFC 9457) with a stable type.",
            license = @License(name = "Apache-2.0", identifier = "Apache-2.0")))
@SecurityScheme(
    name = Api.OFFICERS,
    type = SecuritySchemeType.HTTP,
    scheme = "bearer",
    bearerFormat = "JWT",
    description = "A token of the configured issuer with the operation's scope")
final class Api {
  /** Who may call: officers' systems. */
  static final String OFFICERS = "officers";

  static final String READ = "dossiers:read";
  static final String WRITE = "dossiers:write";

  private Api() {}
}
