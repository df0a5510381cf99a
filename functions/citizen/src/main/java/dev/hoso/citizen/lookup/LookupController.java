package dev.hoso.citizen.lookup;

import dev.hoso.citizen.CityPages;
import dev.hoso.citizen.Dossiers;
import dev.hoso.citizen.Visit;
import dev.hoso.citizen.Words;
import dev.hoso.core.DossierCode;
import dev.hoso.core.Invalid;
import dev.hoso.core.RatingLinks;
import dev.hoso.core.catalogue.GatewayOffers;
import dev.hoso.core.dynamo.Item;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** Where a dossier is, for its applicant. */
@Controller("/lookup")
@Hidden
final class LookupController {
  private static final String FORM = "/lookup";

  private final CityPages pages;
  private final Grants grants;
  private final Dossiers dossiers;
  private final Words words;
  private final GatewayOffers offers;
  private final RatingLinks ratings;
  private final InstantSource clock;

  LookupController(
      CityPages pages,
      Grants grants,
      Dossiers dossiers,
      Words words,
      GatewayOffers offers,
      RatingLinks ratings,
      InstantSource clock) {
    this.pages = pages;
    this.grants = grants;
    this.dossiers = dossiers;
    this.words = words;
    this.offers = offers;
    this.ratings = ratings;
    this.clock = clock;
  }

  /** The form, and what it leads to: {@code ?code=}. */
  @Get(produces = MediaType.TEXT_HTML)
  HttpResponse<Object> showForm(HttpRequest<?> request) {
    String typed = request.getParameters().get("code");
    if (typed == null) {
      Visit visit = pages.visit(request, FORM);
      return pages.page(
          HttpResponse.ok(), "lookup.jte", visit, Map.of("form", new LookupForm("", false)));
    }
    return code(typed)
        .<HttpResponse<Object>>map(
            code -> CityPages.seeOther(visit(request, code).link(path(code))))
        .orElseGet(() -> mistyped(request, typed));
  }

  /**
   * The dossier, to whoever proved to be its applicant; to anybody else a page that asks for it.
   */
  @Get(value = "/{code}", produces = MediaType.TEXT_HTML)
  HttpResponse<Object> showDossier(@PathVariable String code, HttpRequest<?> request) {
    Optional<DossierCode> dossier = code(code);
    if (dossier.isEmpty()) {
      return mistyped(request, code);
    }
    DossierCode known = dossier.get();
    if (!known.value().equals(code)) {
      // The grant's cookie belongs to the one address.
      return CityPages.seeOther(visit(request, known).link(path(known)));
    }
    // Nothing of the dossier is read before: no answer, and no time it takes, tells if there is
    // one.
    return grants
        .openUntil(known, request)
        .map(until -> opened(request, known, until))
        .orElseGet(() -> closed(request, known));
  }

  private HttpResponse<Object> opened(HttpRequest<?> request, DossierCode code, Instant until) {
    Item item = dossiers.find(code.value());
    if (item.isEmpty()) {
      return pages.page(
          HttpResponse.notFound(), "gone.jte", visit(request, code), Map.of("code", code));
    }
    DossierPage page = new DossierPage(new Dossier(item), words, offers, clock.instant(), until);
    Visit visit = visit(request, code);
    // Who is reached by SMS alone gets no link, and finds the page here.
    String rating = page.ratable() ? visit.link("/rate/" + code + "/" + ratings.token(code)) : "";
    return pages.page(
        HttpResponse.ok(), "dossier.jte", visit, Map.of("page", page, "rating", rating));
  }

  private HttpResponse<Object> closed(HttpRequest<?> request, DossierCode code) {
    Proof proof = new Proof(code, Proof.State.of(request.getParameters()));
    return pages.page(HttpResponse.ok(), "proof.jte", visit(request, code), Map.of("proof", proof));
  }

  private HttpResponse<Object> mistyped(HttpRequest<?> request, String typed) {
    Visit visit = pages.visit(request, FORM).with("code", typed);
    LookupForm form = new LookupForm(typed, true);
    return pages.page(HttpResponse.badRequest(), "lookup.jte", visit, Map.of("form", form));
  }

  private Visit visit(HttpRequest<?> request, DossierCode code) {
    return pages.visit(request, path(code));
  }

  private static String path(DossierCode code) {
    return FORM + "/" + code;
  }

  private static Optional<DossierCode> code(String typed) {
    try {
      return Optional.of(DossierCode.parse("code", typed));
    } catch (Invalid mistyped) {
      return Optional.empty();
    }
  }
}
