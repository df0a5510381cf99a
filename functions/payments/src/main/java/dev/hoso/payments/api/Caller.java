package dev.hoso.payments.api;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import io.micronaut.http.HttpRequest;
import io.micronaut.servlet.http.ServletHttpRequest;

/** Where a request comes from. */
final class Caller {
  private static final String NOBODY = "127.0.0.1";

  private Caller() {}

  /** As API Gateway saw it; the framework's own idea of it is this machine. */
  static String ipAddress(HttpRequest<?> request) {
    return request instanceof ServletHttpRequest<?, ?> servlet
            && servlet.getNativeRequest() instanceof APIGatewayV2HTTPEvent event
            && event.getRequestContext().getHttp().getSourceIp() != null
        ? event.getRequestContext().getHttp().getSourceIp()
        : NOBODY;
  }
}
