package dev.hoso.local.gateway;

import dev.hoso.local.http.Answer;
import dev.hoso.local.http.Request;
import dev.hoso.local.template.Route;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;

/** The HTTP API's JWT authoriser. */
final class Authoriser {
  /** What an authoriser decides. */
  sealed interface Verdict {}

  record Allowed(Claims claims) implements Verdict {}

  record Refused(Answer answer) implements Verdict {}

  private static final Refused UNAUTHORISED =
      new Refused(Answer.message(401, "Unauthorized").with("www-authenticate", "Bearer"));

  private final Tokens tokens;

  Authoriser(Tokens tokens) {
    this.tokens = tokens;
  }

  Verdict decide(Request request, Route.Jwt rule) {
    Optional<Claims> claims =
        request
            .header("authorization")
            .flatMap(Authoriser::bearer)
            .flatMap(t -> tokens.check(t, rule));
    if (claims.isEmpty()) {
      return UNAUTHORISED;
    }
    boolean enough =
        rule.scopes().isEmpty() || !Collections.disjoint(rule.scopes(), claims.get().scopes());
    return enough ? new Allowed(claims.get()) : forbidden(rule);
  }

  private static Optional<String> bearer(String header) {
    return header.toLowerCase(Locale.ROOT).startsWith("bearer ")
        ? Optional.of(header.substring("bearer ".length()).strip())
        : Optional.empty();
  }

  private static Refused forbidden(Route.Jwt rule) {
    String challenge =
        "Bearer scope=\"%s\" error=\"insufficient_scope\""
            .formatted(String.join(" ", rule.scopes()));
    return new Refused(Answer.message(403, "Forbidden").with("www-authenticate", challenge));
  }
}
