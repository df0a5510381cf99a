package dev.hoso.results.api;

import dev.hoso.core.DossierCode;
import dev.hoso.core.Time;
import dev.hoso.results.Documents;
import dev.hoso.results.Dossiers;
import dev.hoso.results.bucket.Addresses;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;

/** Gives addresses for PDFs that are larger than a request may be. */
@Controller
final class UploadsController {
  private static final Duration ADDRESS_HOLDS = Duration.ofMinutes(15);

  /**
   * Where to put a PDF.
   *
   * @param upload what it is called when the result is asked for
   * @param headers to be sent with it, exactly so
   */
  @Serdeable
  @Schema(name = "Upload", description = "Where to put a PDF of up to 50 MB")
  record Upload(
      String upload, String url, String method, Map<String, String> headers, String expiresAt) {}

  private final Dossiers dossiers;
  private final Addresses addresses;
  private final InstantSource clock;

  UploadsController(Dossiers dossiers, Addresses addresses, InstantSource clock) {
    this.dossiers = dossiers;
    this.addresses = addresses;
    this.clock = clock;
  }

  /** An address at which a PDF can be put. */
  @Post("/dossiers/{code}/results/uploads")
  @Operation(
      summary = "Upload a PDF for a result",
      description =
          "Gives an address at which a PDF of up to 50 MB can be put for 15 minutes. Then ask for"
              + " the result with upload.id. What no result is asked for with is deleted after 7"
              + " days.")
  @SecurityRequirement(name = "officers", scopes = "results:issue")
  @ApiResponse(
      responseCode = "201",
      description = "The address",
      content = @Content(schema = @Schema(implementation = Upload.class)))
  @ApiResponse(responseCode = "400", ref = "#/components/responses/Invalid")
  @ApiResponse(responseCode = "401", ref = "#/components/responses/Unauthorized")
  @ApiResponse(responseCode = "403", ref = "#/components/responses/Forbidden")
  @ApiResponse(responseCode = "404", ref = "#/components/responses/NotFound")
  HttpResponse<Upload> makeUpload(String code) {
    DossierCode dossier = DossierCode.parse("code", code);
    if (dossiers.find(dossier).isEmpty()) {
      throw Unknown.dossier(dossier);
    }
    String upload = Documents.newUpload();
    var writing = addresses.writing(Documents.uploadKey(dossier, upload), ADDRESS_HOLDS);
    String expiresAt = Time.text(clock.instant().plus(ADDRESS_HOLDS));
    return HttpResponse.created(
        new Upload(upload, writing.url(), "PUT", writing.headers(), expiresAt));
  }
}
