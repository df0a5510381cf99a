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
  private static final String UNEXPECTED = "Something went wrong here. Please try again.";

  @Error(global = true)
  HttpResponse<Problem> invalid(Invalid invalid) {
    return answer(HttpResponse.badRequest(), Problem.of(invalid));
  }

  @Error(global = true)
  HttpResponse<Problem> refused(Refused refused) {
    return answer(HttpResponse.status(HttpStatus.valueOf(refused.status())), Problem.of(refused));
  }

  private static MutableHttpResponse<Problem> answer(
      MutableHttpResponse<?> response, Problem problem) {
    return response.contentType(Problem.MEDIA_TYPE).body(problem);
  }

  /**
   * The framework's own errors, such as an unknown route, and whatever nobody expected. A value
   * that does not fit names the field, as ours do.
   */
  @Singleton
  static final class Framework implements ErrorResponseProcessor<Problem> {
    @Override
    public MutableHttpResponse<Problem> processResponse(
        ErrorContext context, MutableHttpResponse<?> response) {
      HttpStatus status = response.getStatus();
      if (status.getCode() >= 500) {
        context.getRootCause().ifPresent(cause -> log(context.getRequest(), cause));
        return answer(response, Problem.of(status, UNEXPECTED, List.of()));
      }
      List<Fault> faults =
          context.getErrors().stream()
              .flatMap(error -> error.getPath().stream().map(path -> fault(path, error)))
              .toList();
      String detail =
          context.getErrors().stream()
              .map(error -> error.getMessage())
              .findFirst()
              .orElse(status.getReason());
      return answer(response, Problem.of(status, detail, faults));
    }

    private static Fault fault(
        String path, io.micronaut.http.server.exceptions.response.Error error) {
      return new Fault(path.startsWith("/") ? path.substring(1) : path, error.getMessage());
    }

    private static void log(HttpRequest<?> request, Throwable cause) {
      Log.error("requestFailed", Map.of("method", request.getMethodName()), cause);
    }
  }
}
