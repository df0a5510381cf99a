package dev.hoso.citizen.rating;

import dev.hoso.citizen.CityPages;
import dev.hoso.citizen.Dossiers;
import dev.hoso.citizen.Visit;
import dev.hoso.citizen.Words;
import dev.hoso.citizen.rating.RatingPage.Said;
import dev.hoso.core.DossierCode;
import dev.hoso.core.Invalid;
import dev.hoso.core.RatingLinks;
import dev.hoso.core.Refused;
import dev.hoso.core.dynamo.Item;
import io.micronaut.http.HttpParameters;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.InstantSource;
import java.util.Map;

/**
 * The page that the e-mail about a result leads to. To look changes nothing: mail programs open
 * links to see what is behind them.
 */
@Controller("/rate")
@Hidden
final class RatingController {
  private final CityPages pages;
  private final Dossiers dossiers;
  private final Words words;
  private final RatingLinks links;
  private final InstantSource clock;

  RatingController(
      CityPages pages, Dossiers dossiers, Words words, RatingLinks links, InstantSource clock) {
    this.pages = pages;
    this.dossiers = dossiers;
    this.words = words;
    this.links = links;
    this.clock = clock;
  }

  /** The form, or why there is none. An address that is not ours reads nothing of a dossier. */
  @Get(value = "/{code}/{token}", produces = MediaType.TEXT_HTML)
  HttpResponse<Object> showRating(
      @PathVariable String code, @PathVariable String token, HttpRequest<?> request) {
    DossierCode dossier = signed(code, token);
    String address = "/rate/" + dossier + "/" + token;
    Visit visit = pages.visit(request, address);
    Item item = dossiers.find(dossier.value());
    if (item.isEmpty()) {
      return pages.page(HttpResponse.notFound(), "gone.jte", visit, Map.of("code", dossier));
    }
    RatingPage page =
        new RatingPage(
            dossier,
            item,
            words.procedure(item.text("procedure")),
            words.unit(item.text("unit")),
            address,
            said(request.getParameters()),
            clock.instant());
    return pages.page(HttpResponse.ok(), "rating.jte", visit, Map.of("page", page));
  }

  private DossierCode signed(String code, String token) {
    try {
      DossierCode dossier = DossierCode.parse("code", code);
      if (links.signed(dossier, token)) {
        return dossier;
      }
    } catch (Invalid noCode) {
      // It is said below: no address of ours has such a code.
    }
    throw new Refused(404, "unknown-page", "The address is not complete. Use the message's.");
  }

  private static Said said(HttpParameters parameters) {
    if (parameters.contains("saved")) {
      return Said.SAVED;
    }
    if (parameters.contains("wrong")) {
      return Said.WRONG;
    }
    return parameters.contains("failed") ? Said.FAILED : Said.NOTHING;
  }
}
