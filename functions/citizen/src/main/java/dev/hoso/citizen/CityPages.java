package dev.hoso.citizen;

import dev.hoso.core.Name;
import dev.hoso.core.catalogue.Catalogue;
import dev.hoso.core.catalogue.Unit;
import dev.hoso.core.web.Pages;
import dev.hoso.core.web.Readers;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The city's pages, all in one layout. */
@Singleton
public final class CityPages {
  private static final String TEMPLATES = "dev.hoso.citizen.pages";
  private static final String STYLE = Asset.text("style.css");

  /** Forms lead to this site alone; scripts do not run. */
  private static final Pages PLAIN = new Pages(TEMPLATES, "form-action 'self'", STYLE);

  /** Our script runs and can send nothing anywhere. */
  private static final Pages CHECKING =
      new Pages(TEMPLATES, "script-src 'self'; connect-src 'none'; form-action 'self'", STYLE);

  /** What a page's address may say; everything else in it is dropped. */
  private static final List<String> PARAMETERS =
      List.of("code", "id", "sha256", "sent", "wrong", "over", "limited", "failed", "saved");

  private final Name city;

  CityPages(Catalogue catalogue) {
    this.city =
        catalogue.units().stream()
            .filter(unit -> unit.parent() == null)
            .map(Unit::name)
            .findFirst()
            .orElseThrow();
  }

  /**
   * Who reads, by a request.
   *
   * @param path the page's address, made here and not what somebody sent
   */
  public Visit visit(HttpRequest<?> request, String path) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String name : PARAMETERS) {
      String value = request.getParameters().get(name);
      if (value != null) {
        parameters.put(name, value);
      }
    }
    return new Visit(Readers.language(request), city, path, parameters);
  }

  /** A page that runs no script. */
  public MutableHttpResponse<Object> page(
      MutableHttpResponse<Object> response, String template, Visit visit, Map<String, ?> more) {
    return PLAIN.page(response, template, all(visit, more));
  }

  /** A page on which a file can be checked. */
  public MutableHttpResponse<Object> checkingPage(
      MutableHttpResponse<Object> response, String template, Visit visit, Map<String, ?> more) {
    return CHECKING.page(response, template, all(visit, more));
  }

  /** The way to another page of this site (303). */
  public static MutableHttpResponse<Object> seeOther(String address) {
    return Pages.guarded(HttpResponse.seeOther(URI.create(address)));
  }

  private static Map<String, Object> all(Visit visit, Map<String, ?> more) {
    Map<String, Object> all = new HashMap<>(more);
    all.put("visit", visit);
    return all;
  }
}
