package dev.hoso.events.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hoso.core.Crockford;
import dev.hoso.core.Refused;
import dev.hoso.core.Time;
import dev.hoso.core.catalogue.Catalogue;
import dev.hoso.core.web.Body;
import dev.hoso.events.Desk;
import dev.hoso.events.Secret;
import dev.hoso.events.Subscriber;
import dev.hoso.events.Subscriber.Wish;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import java.time.Instant;
import java.util.List;

/** Manages who is told of events over HTTPS. */
@Controller("/subscriptions")
@SecurityRequirement(name = "officers", scopes = "operations")
final class SubscriptionsController {
  /** All subscriptions. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  @Schema(name = "Subscriptions")
  record All(List<ShownSubscription> subscriptions) {}

  /** A subscription with its secret, which is never shown again. */
  @Serdeable
  @Schema(name = "SubscriptionWithSecret")
  record WithSecret(
      @Schema(description = "whsec_ and the key in base64; it is shown this once") String secret,
      ShownSubscription subscription) {}

  private final Desk desk;
  private final Catalogue catalogue;

  SubscriptionsController(Desk desk, Catalogue catalogue) {
    this.desk = desk;
    this.catalogue = catalogue;
  }

  /** Subscribes an endpoint. */
  @Post
  @Operation(
      summary = "Subscribe an HTTPS endpoint to events",
      description =
          "From now on what happens to dossiers is posted there, signed by Standard Webhooks with the"
              + " secret that the answer shows once. docs/EVENTS.md says how to verify.")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = SubscriptionRequest.Sent.class)))
  @ApiResponse(
      responseCode = "201",
      description = "It is subscribed",
      content = @Content(schema = @Schema(implementation = WithSecret.class)))
  @ApiResponse(responseCode = "400", ref = "#/components/responses/Invalid")
  @ApiResponse(responseCode = "401", ref = "#/components/responses/Unauthorized")
  @ApiResponse(responseCode = "403", ref = "#/components/responses/Forbidden")
  HttpResponse<WithSecret> subscribe(@Parameter(hidden = true) HttpRequest<?> request) {
    Wish wish =
        SubscriptionRequest.read(Body.of(request), null, catalogue, desk.caller().localAllowed());
    Secret secret = Secret.random();
    String id = "sub_" + Crockford.random(10);
    Subscriber added = desk.subscribers().add(id, wish, secret, now());
    return HttpResponse.created(new WithSecret(secret.text(), shown(added)));
  }

  /** All subscriptions. */
  @Get
  @Operation(summary = "All subscriptions, and how their endpoints have been doing")
  @ApiResponse(
      responseCode = "200",
      description = "All of them",
      content = @Content(schema = @Schema(implementation = All.class)))
  @ApiResponse(responseCode = "401", ref = "#/components/responses/Unauthorized")
  @ApiResponse(responseCode = "403", ref = "#/components/responses/Forbidden")
  All listSubscriptions() {
    return new All(desk.subscribers().all().stream().map(this::shown).toList());
  }

  /** One subscription. */
  @Get("/{id}")
  @Operation(summary = "A subscription, and how its endpoint has been doing")
  @ApiResponse(
      responseCode = "200",
      description = "The subscription",
      content = @Content(schema = @Schema(implementation = ShownSubscription.class)))
  @ApiResponse(responseCode = "401", ref = "#/components/responses/Unauthorized")
  @ApiResponse(responseCode = "403", ref = "#/components/responses/Forbidden")
  @ApiResponse(responseCode = "404", ref = "#/components/responses/NoSuchSubscription")
  ShownSubscription showSubscription(String id) {
    return shown(found(id));
  }

  /** Changes a subscription. */
  @Patch("/{id}")
  @Operation(
      summary = "Change a subscription",
      description = "What is left out stays. Events that wait already go to the new address.")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = SubscriptionRequest.Sent.class)))
  @ApiResponse(
      responseCode = "200",
      description = "It is changed",
      content = @Content(schema = @Schema(implementation = ShownSubscription.class)))
  @ApiResponse(responseCode = "400", ref = "#/components/responses/Invalid")
  @ApiResponse(responseCode = "401", ref = "#/components/responses/Unauthorized")
  @ApiResponse(responseCode = "403", ref = "#/components/responses/Forbidden")
  @ApiResponse(responseCode = "404", ref = "#/components/responses/NoSuchSubscription")
  ShownSubscription changeSubscription(
      String id, @Parameter(hidden = true) HttpRequest<?> request) {
    Wish wish =
        SubscriptionRequest.read(
            Body.of(request), found(id).wish(), catalogue, desk.caller().localAllowed());
    return shown(desk.subscribers().change(id, wish).orElseThrow(Unknown::subscription));
  }

  /** Ends a subscription. */
  @Delete("/{id}")
  @Status(HttpStatus.NO_CONTENT)
  @Operation(
      summary = "End a subscription",
      description = "Its endpoint is called no more, and what waits for it is dropped.")
  @ApiResponse(responseCode = "204", description = "It is gone")
  @ApiResponse(responseCode = "401", ref = "#/components/responses/Unauthorized")
  @ApiResponse(responseCode = "403", ref = "#/components/responses/Forbidden")
  @ApiResponse(responseCode = "404", ref = "#/components/responses/NoSuchSubscription")
  void endSubscription(String id) {
    desk.subscribers().remove(found(id).id());
    desk.replays().remove(id);
  }

  /** Gives a new secret. */
  @Post("/{id}/secret")
  @Operation(
      summary = "Give a new secret",
      description =
          "The answer shows it once. For 24 hours calls are signed with the old one as well, so that"
              + " the endpoint can change over without a gap.")
  @ApiResponse(
      responseCode = "200",
      description = "The new secret",
      content = @Content(schema = @Schema(implementation = WithSecret.class)))
  @ApiResponse(responseCode = "401", ref = "#/components/responses/Unauthorized")
  @ApiResponse(responseCode = "403", ref = "#/components/responses/Forbidden")
  @ApiResponse(responseCode = "404", ref = "#/components/responses/NoSuchSubscription")
  @ApiResponse(responseCode = "409", ref = "#/components/responses/SubscriptionBusy")
  WithSecret rotateSecret(String id) {
    Secret secret = Secret.random();
    Subscriber rotated =
        desk.subscribers()
            .rotate(found(id), secret, now())
            .orElseThrow(
                () ->
                    new Refused(
                        409,
                        "secret-rotated",
                        "Somebody else has just asked for a new secret; ask again if you need one"));
    return new WithSecret(secret.text(), shown(rotated));
  }

  /** Enables an endpoint. */
  @Post("/{id}/enable")
  @Operation(
      summary = "Enable an endpoint again",
      description =
          "It is told what still waited when it was disabled, within a minute. What happened since is"
              + " not owed to it: ask for that by a replay from disabledAt.")
  @ApiResponse(
      responseCode = "200",
      description = "It is enabled",
      content = @Content(schema = @Schema(implementation = ShownSubscription.class)))
  @ApiResponse(responseCode = "401", ref = "#/components/responses/Unauthorized")
  @ApiResponse(responseCode = "403", ref = "#/components/responses/Forbidden")
  @ApiResponse(responseCode = "404", ref = "#/components/responses/NoSuchSubscription")
  ShownSubscription enableSubscription(String id) {
    return shown(desk.subscribers().enable(id).orElseThrow(Unknown::subscription));
  }

  private Subscriber found(String id) {
    return desk.subscribers().find(id).orElseThrow(Unknown::subscription);
  }

  private ShownSubscription shown(Subscriber subscriber) {
    return ShownSubscription.of(
        subscriber,
        desk.deliveries().waiting(subscriber),
        desk.replays().find(subscriber.id()).orElse(null));
  }

  private Instant now() {
    return Time.now(desk.clock());
  }
}
