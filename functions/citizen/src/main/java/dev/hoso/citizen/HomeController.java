package dev.hoso.citizen;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Map;

/** The front page: what one can do here. */
@Controller
@Hidden
final class HomeController {
  private final CityPages pages;

  HomeController(CityPages pages) {
    this.pages = pages;
  }

  @Get(value = "/", produces = MediaType.TEXT_HTML)
  HttpResponse<Object> showHome(HttpRequest<?> request) {
    return pages.page(HttpResponse.ok(), "home.jte", pages.visit(request, "/"), Map.of());
  }
}
