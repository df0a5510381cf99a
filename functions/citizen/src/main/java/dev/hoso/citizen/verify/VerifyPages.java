package dev.hoso.citizen.verify;

import dev.hoso.citizen.CityPages;
import dev.hoso.citizen.Visit;
import dev.hoso.citizen.Words;
import dev.hoso.core.Invalid;
import dev.hoso.core.ResultId;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The pages on which a person verifies a result. */
@Singleton
final class VerifyPages {
  private static final String FORM = "/verify";

  private final Results results;
  private final CityPages pages;
  private final Words words;

  VerifyPages(Results results, CityPages pages, Words words) {
    this.results = results;
    this.pages = pages;
    this.words = words;
  }

  MutableHttpResponse<Object> form(HttpRequest<?> request) {
    return form(HttpResponse.ok(), request, "", VerifyForm.Trouble.NONE);
  }

  /** What somebody typed under "id". */
  MutableHttpResponse<Object> ofTyped(HttpRequest<?> request, String typed) {
    return id(typed)
        .map(id -> CityPages.seeOther(pages.visit(request, FORM).link(FORM + "/" + id)))
        .orElseGet(() -> mistyped(request, typed));
  }

  /** The result with an id, and whether the file with a hash is its document. */
  MutableHttpResponse<Object> ofResult(HttpRequest<?> request, String typed) {
    Optional<ResultId> id = id(typed);
    if (id.isEmpty()) {
      return mistyped(request, typed);
    }
    return results
        .find(id.get())
        .map(found -> shown(request, found))
        .orElseGet(
            () ->
                form(
                    HttpResponse.notFound(), request, id.get().text(), VerifyForm.Trouble.UNKNOWN));
  }

  /** The result whose document has the hash that somebody's browser or tool made of a file. */
  MutableHttpResponse<Object> ofFile(HttpRequest<?> request, String typed) {
    String sha256 = hash(typed);
    if (sha256 == null) {
      return form(HttpResponse.badRequest(), request, "", VerifyForm.Trouble.NO_HASH);
    }
    return results
        .find(sha256)
        .map(found -> CityPages.seeOther(address(request, found, sha256)))
        .orElseGet(
            () -> form(HttpResponse.notFound(), request, "", VerifyForm.Trouble.UNKNOWN_FILE));
  }

  private String address(HttpRequest<?> request, Verified found, String sha256) {
    return pages.visit(request, FORM).link(FORM + "/" + found.id()) + "&sha256=" + sha256;
  }

  private MutableHttpResponse<Object> mistyped(HttpRequest<?> request, String typed) {
    return form(HttpResponse.badRequest(), request, typed, VerifyForm.Trouble.MISTYPED);
  }

  private MutableHttpResponse<Object> form(
      MutableHttpResponse<Object> response,
      HttpRequest<?> request,
      String typed,
      VerifyForm.Trouble trouble) {
    VerifyForm form = new VerifyForm(typed, trouble);
    Visit visit = pages.visit(request, FORM);
    return pages.checkingPage(
        response,
        "verify.jte",
        trouble.ofId() ? visit.with("id", typed) : visit,
        Map.of("form", form));
  }

  private MutableHttpResponse<Object> shown(HttpRequest<?> request, Verified found) {
    String typed = request.getParameters().get("sha256");
    ResultPage page =
        new ResultPage(found, words.unit(found.unit()), typed == null ? null : hash(typed));
    Visit visit = pages.visit(request, FORM + "/" + found.id());
    return pages.checkingPage(HttpResponse.ok(), "result.jte", visit, Map.of("page", page));
  }

  private static Optional<ResultId> id(String typed) {
    try {
      return Optional.of(ResultId.parse("id", typed));
    } catch (Invalid mistyped) {
      return Optional.empty();
    }
  }

  private static @Nullable String hash(String typed) {
    try {
      return Fingerprint.parse(typed);
    } catch (Invalid noHash) {
      return null;
    }
  }
}
