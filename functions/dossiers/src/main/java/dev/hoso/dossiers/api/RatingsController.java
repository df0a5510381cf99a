package dev.hoso.dossiers.api;

import dev.hoso.core.DossierCode;
import dev.hoso.core.Invalid;
import dev.hoso.core.Log;
import dev.hoso.core.web.Body;
import dev.hoso.dossiers.Command.Moderate;
import dev.hoso.dossiers.Dossier;
import dev.hoso.dossiers.DossierRules;
import dev.hoso.dossiers.Dossiers;
import dev.hoso.dossiers.Rating.Moderation.State;
import dev.hoso.dossiers.Ratings;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The words that came with ratings: read, and shown to others or not. */
@ApiResponse(responseCode = "400", ref = Api.INVALID)
@ApiResponse(responseCode = "401", ref = Api.UNAUTHORIZED)
@ApiResponse(responseCode = "403", ref = Api.FORBIDDEN)
@Controller("/ratings")
final class RatingsController {
  private static final int MOST = 200;
  private static final int LONGEST_ROLE = 200;

  /** Ratings, the newest first. */
  @Serdeable
  @Schema(name = "Ratings")
  record Shown(List<RatingView> ratings) {}

  /**
   * What somebody decided.
   *
   * @param decision approve: others may read it; reject: nobody may
   * @param by the position of who decided, never a person's name
   * @param ratedAt of the rating that was read: if the applicant has changed it since, nothing is
   *     decided
   */
  @Schema(name = "Moderation")
  record Moderation(
      @Schema(
              type = "string",
              allowableValues = {"approve", "reject"})
          String decision,
      String by,
      @Schema(format = "date-time") String ratedAt) {}

  private final Ratings ratings;
  private final Dossiers dossiers;
  private final DossierRules rules;
  private final InstantSource clock;

  RatingsController(Dossiers dossiers, DossierRules rules, InstantSource clock) {
    this.ratings = new Ratings(dossiers.table());
    this.dossiers = dossiers;
    this.rules = rules;
    this.clock = clock;
  }

  /**
   * Shows the newest ratings that came with words, 200 at most.
   *
   * @param state waiting, approved or rejected; left out, waiting
   */
  @Get
  @SecurityRequirement(name = Api.OFFICERS, scopes = Api.OPERATIONS)
  @ApiResponse(
      responseCode = "200",
      description = "the ratings",
      content = @Content(schema = @Schema(implementation = Shown.class)))
  Shown showRatings(@QueryValue @Nullable String state) {
    State asked = state == null ? State.WAITING : state(state);
    return new Shown(ratings.newest(asked, MOST).stream().map(RatingView::of).toList());
  }

  /**
   * Decides whether others may read the words that came with a rating. Later decisions take the
   * place of earlier ones.
   *
   * @param code the dossier's code
   */
  @Post("/{code}/moderation")
  @SecurityRequirement(name = Api.OFFICERS, scopes = Api.OPERATIONS)
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = Moderation.class)))
  @ApiResponse(
      responseCode = "200",
      description = "decided, or decided so already",
      content = @Content(schema = @Schema(implementation = RatingView.class)))
  @ApiResponse(responseCode = "404", ref = Api.NO_RATING_TEXT)
  @ApiResponse(responseCode = "409", ref = Api.RATING_CHANGED)
  RatingView moderateRating(String code, @Parameter(hidden = true) HttpRequest<?> request) {
    DossierCode dossier = DossierCode.parse("code", code);
    Moderate command = command(Body.of(request));
    Dossier after =
        Answers.dossier(
            dossier, dossiers.change(dossier, now -> rules.decide(now, command, clock.instant())));
    Log.info(
        "ratingModerated", Map.of("dossier", dossier.value(), "state", command.state().code()));
    return RatingView.of(
        new Ratings.Found(
            dossier.value(),
            after.filing().unit(),
            after.filing().procedure(),
            Objects.requireNonNull(after.facts().rating())));
  }

  private static Moderate command(Body body) {
    State state =
        switch (String.valueOf(body.text("decision"))) {
          case "approve" -> State.APPROVED;
          case "reject" -> State.REJECTED;
          default -> {
            body.fault("decision", "must be approve or reject");
            yield State.WAITING;
          }
        };
    String by = body.requiredLine("by", LONGEST_ROLE);
    Instant ratedAt = body.time("ratedAt");
    if (!body.has("ratedAt")) {
      body.fault("ratedAt", "is required: that of the rating that was read");
    }
    body.check();
    return new Moderate(state, Objects.requireNonNull(by), Objects.requireNonNull(ratedAt));
  }

  private static State state(String code) {
    return Arrays.stream(State.values())
        .filter(it -> it.code().equals(code))
        .findFirst()
        .orElseThrow(() -> new Invalid("state", "must be waiting, approved or rejected"));
  }
}
