package dev.hoso.results.api;

import dev.hoso.core.DossierCode;
import dev.hoso.core.DossierStatus;
import dev.hoso.core.Log;
import dev.hoso.core.Refused;
import dev.hoso.core.Time;
import dev.hoso.core.web.Body;
import dev.hoso.results.Dossiers;
import dev.hoso.results.Dossiers.Dossier;
import dev.hoso.results.Erasure;
import dev.hoso.results.Ledger;
import dev.hoso.results.Results;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes citizens' requests for deletion in, for operators. */
@Controller
final class ErasuresController {
  private final Results results;
  private final Dossiers dossiers;
  private final InstantSource clock;

  /**
   * An erasure and how far it is.
   *
   * @param documents how many documents were deleted; null before it is done
   */
  @Serdeable
  @Schema(name = "Erasure", description = "That an applicant's data is deleted at their request")
  record ShownErasure(
      String dossier,
      String status,
      String requestedAt,
      String requestedBy,
      @Nullable String doneAt,
      @Nullable Integer documents) {

    static ShownErasure of(Erasure erasure) {
      Instant doneAt = erasure.doneAt();
      return new ShownErasure(
          erasure.dossier().value(),
          erasure.status(),
          Time.text(erasure.requestedAt()),
          erasure.requestedBy(),
          doneAt == null ? null : Time.text(doneAt),
          doneAt == null ? null : erasure.deleted().size());
    }
  }

  ErasuresController(Results results, Dossiers dossiers, InstantSource clock) {
    this.results = results;
    this.dossiers = dossiers;
    this.clock = clock;
  }

  /** Deletes what is personal in a dossier and its results. */
  @Post("/dossiers/{code}/erasure")
  @Operation(
      summary = "Delete an applicant's data",
      description =
          "At the applicant's request (Law 91/2025/QH15): the documents of all results with all"
              + " their versions, what was uploaded, and the applicant in the dossier. What the"
              + " documents were stays verifiable. It cannot be undone. A repeat is answered with"
              + " the first request and how far it is.")
  @SecurityRequirement(name = "officers", scopes = "operations")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = Why.SentWhy.class)))
  @ApiResponse(
      responseCode = "202",
      description = "It is done within minutes, or was done before",
      content = @Content(schema = @Schema(implementation = ShownErasure.class)))
  @ApiResponse(responseCode = "400", ref = "#/components/responses/Invalid")
  @ApiResponse(responseCode = "401", ref = "#/components/responses/Unauthorized")
  @ApiResponse(responseCode = "403", ref = "#/components/responses/Forbidden")
  @ApiResponse(responseCode = "404", ref = "#/components/responses/NotFound")
  @ApiResponse(responseCode = "409", ref = "#/components/responses/DossierUnderWay")
  HttpResponse<ShownErasure> eraseDossier(
      String code, @Parameter(hidden = true) HttpRequest<?> request) {
    DossierCode dossier = DossierCode.parse("code", code);
    Why why = Why.read(Body.of(request));
    Ledger ledger = results.of(dossier);
    Erasure known = ledger.erasure();
    return HttpResponse.accepted()
        .body(ShownErasure.of(known == null ? requested(ledger, why) : known));
  }

  private Erasure requested(Ledger ledger, Why why) {
    DossierCode dossier = ledger.dossier();
    requireEnded(dossiers.find(dossier), ledger);
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    Log.warn("erasureRequested", Map.of("dossier", dossier.value()));
    return results.request(Erasure.requested(dossier, now, why.by(), why.reason()));
  }

  /** A dossier whose own time is over is gone; its results may still be there. */
  private static void requireEnded(Optional<Dossier> dossier, Ledger ledger) {
    if (dossier.isEmpty() && ledger.isEmpty()) {
      throw Unknown.dossier(ledger.dossier());
    }
    if (dossier.isPresent() && !dossier.get().status().ended()) {
      throw underWay(dossier.get());
    }
  }

  private static Refused underWay(Dossier dossier) {
    DossierStatus status = dossier.status();
    return new Refused(
        409,
        "dossier-under-way",
        "The dossier %s is at %d (%s). Its data can be deleted once it is refused, withdrawn, stopped or returned."
            .formatted(dossier.code(), status.code(), status.title().en()));
  }
}
