package dev.hoso.events.api;

import dev.hoso.core.CitizenPages;
import dev.hoso.core.Refused;
import dev.hoso.core.Time;
import dev.hoso.core.web.Body;
import dev.hoso.events.Answer;
import dev.hoso.events.Courier;
import dev.hoso.events.Desk;
import dev.hoso.events.Subscriber;
import dev.hoso.events.Webhook;
import dev.hoso.events.api.ShownSubscription.Period;
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
import java.util.Objects;

/** Lets an endpoint hear a period again, or one event that is only a test. */
@Controller("/subscriptions/{id}")
@SecurityRequirement(name = "officers", scopes = "operations")
final class RepeatingController {
  /** What an endpoint answered to a test. */
  @Serdeable
  @Schema(name = "SubscriptionTest")
  record Tested(
      @Schema(description = "Whether it answered with 2xx") boolean taken,
      @Schema(description = "The status, or what was in the way", example = "HTTP 503")
          String outcome,
      @Schema(description = "The webhook-id that it was called with") String event) {}

  private final Desk desk;
  private final CitizenPages pages;

  RepeatingController(Desk desk, CitizenPages pages) {
    this.desk = desk;
    this.pages = pages;
  }

  /** Begins a replay. */
  @Post("/replay")
  @Operation(
      summary = "Let an endpoint hear a period again",
      description =
          "Every event of the period that it wants, as far back as events are kept, under the ids that"
              + " they had: whoever drops known ids loses nothing and doubles nothing. It begins"
              + " within a minute. One at a time.")
  @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Period.class)))
  @ApiResponse(
      responseCode = "202",
      description = "It is under way, until replaying is gone from the subscription",
      content = @Content(schema = @Schema(implementation = Period.class)))
  @ApiResponse(responseCode = "400", ref = "#/components/responses/Invalid")
  @ApiResponse(responseCode = "401", ref = "#/components/responses/Unauthorized")
  @ApiResponse(responseCode = "403", ref = "#/components/responses/Forbidden")
  @ApiResponse(responseCode = "404", ref = "#/components/responses/NoSuchSubscription")
  @ApiResponse(responseCode = "409", ref = "#/components/responses/SubscriptionBusy")
  HttpResponse<Period> replayEvents(String id, @Parameter(hidden = true) HttpRequest<?> request) {
    Subscriber subscriber = found(id);
    Body body = Body.of(request);
    Instant from = body.time("from");
    Instant to = body.has("to") ? body.time("to") : Time.now(desk.clock());
    if (!body.has("from")) {
      body.fault("from", "is required: a time with offset, like 2026-11-23T14:30:05+07:00");
    }
    if (from != null && to != null && !from.isBefore(to)) {
      body.fault("to", "must be after from");
    }
    body.check();
    Instant begin = kept(Objects.requireNonNull(from));
    Instant end = Objects.requireNonNull(to);
    if (!desk.replays().begin(subscriber.id(), begin, end)) {
      throw new Refused(
          409, "replay-under-way", "Another period is being repeated; ask again when it is over");
    }
    return HttpResponse.accepted().body(new Period(Time.text(begin), Time.text(end)));
  }

  /** What is older is not kept: looking for it would take long and find nothing. */
  private Instant kept(Instant from) {
    Instant oldest = Time.now(desk.clock()).minus(desk.events().retention());
    return from.isBefore(oldest) ? oldest : from;
  }

  /** Tests an endpoint. */
  @Post("/test")
  @Operation(
      summary = "Post a test event to an endpoint",
      description =
          "At once and once, disabled or not, with the type vn.hoso.subscription.test. What comes of it"
              + " changes nothing.")
  @ApiResponse(
      responseCode = "200",
      description = "What came of it",
      content = @Content(schema = @Schema(implementation = Tested.class)))
  @ApiResponse(responseCode = "401", ref = "#/components/responses/Unauthorized")
  @ApiResponse(responseCode = "403", ref = "#/components/responses/Forbidden")
  @ApiResponse(responseCode = "404", ref = "#/components/responses/NoSuchSubscription")
  Tested testSubscription(String id) {
    Subscriber subscriber = found(id);
    Webhook webhook = Webhook.test(pages.address(), subscriber, Time.now(desk.clock()));
    Answer answer = new Courier(desk, subscriber, () -> true).post(webhook);
    return new Tested(answer instanceof Answer.Taken, answer.words(), webhook.id());
  }

  private Subscriber found(String id) {
    return desk.subscribers().find(id).orElseThrow(Unknown::subscription);
  }
}
