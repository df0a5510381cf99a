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
                "Dossiers of a city's one-stop service: their status, their payments and results, what"
                    + " the citizen was told. Every error is a problem (RFC 9457) with a stable type.",
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
  static final String OPERATIONS = "operations";

  // Answers that operations share: src/main/openapi/problems.yml.
  static final String INVALID = "#/components/responses/Invalid";
  static final String UNAUTHORIZED = "#/components/responses/Unauthorized";
  static final String FORBIDDEN = "#/components/responses/Forbidden";
  static final String NOT_FOUND = "#/components/responses/NotFound";
  static final String NOT_ALLOWED = "#/components/responses/TransitionNotAllowed";
  static final String CONFLICT = "#/components/responses/Conflict";
  static final String NO_RATING_TEXT = "#/components/responses/NoRatingText";
  static final String RATING_CHANGED = "#/components/responses/RatingChanged";
  static final String STALE = "#/components/responses/PreconditionFailed";

  private Api() {}
}
