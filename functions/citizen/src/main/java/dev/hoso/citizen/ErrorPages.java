package dev.hoso.citizen;

import dev.hoso.core.web.Problem;
import dev.hoso.core.web.Readers;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.util.Map;

/** Makes a page of a problem where a person would have to read it. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class ErrorPages {
  private final CityPages pages;

  ErrorPages(CityPages pages) {
    this.pages = pages;
  }

  /** The answer, or its problem as a page. */
  @ResponseFilter
  MutableHttpResponse<?> readable(HttpRequest<?> request, MutableHttpResponse<?> response) {
    if (!(response.body() instanceof Problem problem && wantsPage(request))) {
      return response;
    }
    Visit visit = pages.visit(request, path(request));
    return pages.page(
        HttpResponse.status(response.getStatus()),
        "error.jte",
        visit,
        Map.of("status", problem.status()));
  }

  private static boolean wantsPage(HttpRequest<?> request) {
    var accepted = request.accept();
    boolean anything =
        accepted.isEmpty()
            || accepted.contains(MediaType.TEXT_HTML_TYPE)
            || accepted.contains(MediaType.ALL_TYPE);
    return request.getMethod() == HttpMethod.GET && anything && !Readers.wantsJson(request);
  }

  /** Where the switch of languages leads: back here, unless the address is somebody's joke. */
  private static String path(HttpRequest<?> request) {
    String path = request.getPath();
    return path.matches("(/[\\w.-]+)+") ? path : "/";
  }
}
