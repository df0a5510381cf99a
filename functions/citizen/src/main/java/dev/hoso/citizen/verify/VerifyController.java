package dev.hoso.citizen.verify;

import dev.hoso.citizen.Words;
import dev.hoso.core.Refused;
import dev.hoso.core.ResultId;
import dev.hoso.core.web.Body;
import dev.hoso.core.web.Pages;
import dev.hoso.core.web.Readers;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.jspecify.annotations.Nullable;

/** Whether a result is genuine and still good, for whoever holds it. */
@Controller("/verify")
final class VerifyController {
  private static final String INVALID = "#/components/responses/Invalid";
  private static final String UNKNOWN = "#/components/responses/UnknownResult";

  private final Results results;
  private final VerifyPages pages;
  private final Words words;

  VerifyController(Results results, VerifyPages pages, Words words) {
    this.results = results;
    this.pages = pages;
    this.words = words;
  }

  /** The form, and what it leads to: {@code ?id=} and {@code ?sha256=}. */
  @Hidden
  @Get(produces = MediaType.TEXT_HTML)
  HttpResponse<Object> showForm(HttpRequest<?> request) {
    String id = request.getParameters().get("id");
    String sha256 = request.getParameters().get("sha256");
    return id != null
        ? pages.ofTyped(request, id)
        : sha256 != null ? pages.ofFile(request, sha256) : pages.form(request);
  }

  /** A result, as a page or as JSON. */
  @Get("/{resultId}")
  @Produces({MediaType.TEXT_HTML, MediaType.APPLICATION_JSON})
  @Operation(
      summary = "Whether a result is genuine",
      description =
          "For whoever has the id, which stands under the QR code of the document; shows nothing"
              + " personal.")
  @Parameter(
      name = "lang",
      in = ParameterIn.QUERY,
      description = "The page's language, else by Accept-Language",
      schema =
          @Schema(
              type = "string",
              allowableValues = {"vi", "en"}))
  @ApiResponse(
      responseCode = "200",
      description = "The result and whether it is still good",
      content = {
        @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(implementation = String.class)),
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = Verification.class))
      })
  @ApiResponse(responseCode = "400", ref = INVALID)
  @ApiResponse(responseCode = "404", ref = UNKNOWN)
  HttpResponse<Object> verify(
      @Parameter(description = "As it stands under the QR code; hyphens may be left out")
          @PathVariable
          String resultId,
      @Parameter(hidden = true) HttpRequest<?> request) {
    if (Readers.wantsJson(request)) {
      ResultId id = ResultId.parse("resultId", resultId);
      return answer(results.find(id).orElseThrow(VerifyController::unknown), null);
    }
    return pages.ofResult(request, resultId);
  }

  /** The same for systems, which can send the document's hash instead of the id, or both. */
  @Post
  @Operation(
      summary = "Whether a result is genuine, for systems",
      description =
          "By its id, by the SHA-256 of its document, or both. With both, the id names the result,"
              + " and matches says whether the document is that result's. No document is sent.")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = Question.class)))
  @ApiResponse(
      responseCode = "200",
      description = "The result, whether it is still good, and whether the document is its own",
      content = @Content(schema = @Schema(implementation = Verification.class)))
  @ApiResponse(responseCode = "400", ref = INVALID)
  @ApiResponse(responseCode = "404", ref = UNKNOWN)
  HttpResponse<Object> verifyForSystems(@Parameter(hidden = true) HttpRequest<?> request) {
    Question question = Question.read(Body.of(request));
    String sha256 = question.sha256();
    Verified found = find(question);
    return answer(found, sha256 == null ? null : found.matches(sha256));
  }

  private Verified find(Question question) {
    String id = question.resultId();
    String sha256 = question.sha256();
    if (id != null) {
      return results.find(new ResultId(id)).orElseThrow(VerifyController::unknown);
    }
    return results.find(Fingerprint.parse(sha256)).orElseThrow(VerifyController::unknown);
  }

  private HttpResponse<Object> answer(Verified result, @Nullable Boolean matches) {
    return Pages.guarded(HttpResponse.ok(Verification.of(result, words, matches)));
  }

  private static Refused unknown() {
    return new Refused(
        404,
        "unknown-result",
        "No such result was issued. Compare the id with the one under the QR code, and the hash"
            + " with that of the file as it was received.");
  }
}
