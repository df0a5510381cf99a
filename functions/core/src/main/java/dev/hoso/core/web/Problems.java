package dev.hoso.core.web;

import dev.hoso.core.Fault;
import dev.hoso.core.Invalid;
import dev.hoso.core.Log;
import dev.hoso.core.Refused;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Error;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/**
 * Every error of an API leaves as a {@link Problem}: ours, and those that the framework finds
 * first.
 */
@Controller
final class Problems {
  @Error(global = true)
  HttpResponse<Problem> invalid(Invalid invalid) {
    return answer(HttpResponse.badRequest(), Problem.of(invalid));
  }

  @Error(global = true)
  HttpResponse<Problem> refused(Refused refused) {
    return answer(HttpResponse.status(HttpStatus.valueOf(refused.status())), Problem.of(refused));
  }

  @Error(global = true)
  HttpResponse<Problem> unexpected(HttpRequest<?> request, Throwable cause) {
    Log.error("requestFailed", Map.of("method", request.getMethodName()), cause);
    Problem problem =
        Problem.of(
            HttpStatus.INTERNAL_SERVER_ERROR,
            "Something went wrong here. Please try again.",
            List.of());
    return answer(HttpResponse.serverError(), problem);
  }

  private static MutableHttpResponse<Problem> answer(
      MutableHttpResponse<?> response, Problem problem) {
    return response.contentType(Problem.MEDIA_TYPE).body(problem);
  }

  /** The framework's own errors. A body that does not fit names the field, as ours do. */
  @Singleton
  static final class Framework implements ErrorResponseProcessor<Problem> {
    @Override
    public MutableHttpResponse<Problem> processResponse(
        ErrorContext context, MutableHttpResponse<?> response) {
      List<Fault> faults =
          context.getErrors().stream()
              .map(error -> new Fault(error.getPath().orElse("body"), error.getMessage()))
              .toList();
      String detail = faults.stream().map(Fault::rule).findFirst().orElse(response.reason());
      return answer(response, Problem.of(response.getStatus(), detail, faults));
    }
  }
}
