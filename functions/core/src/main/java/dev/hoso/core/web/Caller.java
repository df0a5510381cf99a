package dev.hoso.core.web;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import io.micronaut.http.HttpRequest;
import io.micronaut.servlet.http.ServletHttpRequest;
import java.util.Optional;

/** Who calls, as API Gateway saw it; the framework's own idea of it is this machine. */
public final class Caller {
  private static final String NOBODY = "127.0.0.1";

  /** Only the local runtime lets somebody in without a token. */
  private static final String WITHOUT_TOKEN = "local";

  private Caller() {}

  /** Where the request came from. */
  public static String ipAddress(HttpRequest<?> request) {
    return context(request).map(context -> context.getHttp().getSourceIp()).orElse(NOBODY);
  }

  /** Whom the token names: an officer's system, or an officer. */
  public static String subject(HttpRequest<?> request) {
    return claim(request, "sub").orElse(WITHOUT_TOKEN);
  }

  /** The code of the unit whose people the token is of; empty where it says none. */
  public static Optional<String> unit(HttpRequest<?> request) {
    return claim(request, "unit");
  }

  private static Optional<String> claim(HttpRequest<?> request, String name) {
    return context(request)
        .map(RequestContext::getAuthorizer)
        .map(RequestContext.Authorizer::getJwt)
        .map(jwt -> jwt.getClaims().get(name));
  }

  private static Optional<RequestContext> context(HttpRequest<?> request) {
    return request instanceof ServletHttpRequest<?, ?> servlet
            && servlet.getNativeRequest() instanceof APIGatewayV2HTTPEvent event
        ? Optional.of(event.getRequestContext())
        : Optional.empty();
  }
}
