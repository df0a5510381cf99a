package dev.hoso.local.pages;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hoso.local.Json;
import dev.hoso.local.gateway.Tokens;
import dev.hoso.local.http.Answer;
import dev.hoso.local.http.Request;
import dev.hoso.local.template.Route;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code POST /local/token}: {@code {"scopes":["dossiers:read"]}} gives a token of these scopes,
 * {@code "unit":"00004"} beside them one of that unit's people.
 */
public final class TokenPage {
  private final Optional<Tokens> tokens;
  private final List<Route> routes;

  /**
   * Makes the page.
   *
   * @param tokens none if no token is asked for
   */
  public TokenPage(Optional<Tokens> tokens, List<Route> routes) {
    this.tokens = tokens;
    this.routes = routes;
  }

  /** A token with every scope that a route asks for, or nothing if none is asked for. */
  public Optional<String> everything() {
    List<String> scopes =
        routes.stream()
            .flatMap(route -> route.authoriser().stream())
            .flatMap(rule -> rule.scopes().stream())
            .distinct()
            .toList();
    return issue(scopes, Optional.empty()).map(Tokens.Issued::token);
  }

  /** Answers with the token and its end. */
  public Answer answer(Request request) {
    List<String> scopes = new ArrayList<>();
    Optional<String> unit;
    try {
      JsonNode asked = Json.read(request.body());
      JsonNode wanted = asked.path("scopes");
      if (!wanted.isArray()) {
        return Answer.problem("scopes", "a list is expected, such as [\"dossiers:read\"]");
      }
      wanted.forEach(scope -> scopes.add(scope.asText()));
      unit = Optional.ofNullable(asked.path("unit").asText(null));
    } catch (UncheckedIOException e) {
      return Answer.problem("body", "JSON is expected");
    }
    return issue(scopes, unit)
        .map(
            issued ->
                Answer.json(
                    200,
                    Json.object()
                        .put("token", issued.token())
                        .put("expiresAt", issued.expiresAt().toString())))
        .orElseGet(() -> Answer.problem("scopes", "no token is asked for: set HOSO_AUTH=on"));
  }

  private Optional<Tokens.Issued> issue(List<String> scopes, Optional<String> unit) {
    Optional<Route.Jwt> rule =
        routes.stream().flatMap(route -> route.authoriser().stream()).findFirst();
    return tokens.flatMap(
        issuer -> rule.map(one -> issuer.issue(one.issuer(), one.audiences(), scopes, unit)));
  }
}
