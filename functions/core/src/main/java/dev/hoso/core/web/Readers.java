package dev.hoso.core.web;

import dev.hoso.core.Language;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;

/** What somebody who asks for a page can read. */
public final class Readers {
  private static final List<String> LANGUAGES = List.of("vi", "en");

  private Readers() {}

  /** Whether a program asks: JSON is named, and a page is not. */
  public static boolean wantsJson(HttpRequest<?> request) {
    var accepted = request.accept();
    return accepted.contains(MediaType.APPLICATION_JSON_TYPE)
        && !accepted.contains(MediaType.TEXT_HTML_TYPE);
  }

  /** {@code ?lang=}, else the browser's; Vietnamese where neither says anything we speak. */
  public static Language language(HttpRequest<?> request) {
    String asked = request.getParameters().get("lang");
    String code = asked != null && LANGUAGES.contains(asked) ? asked : byBrowser(request);
    return "en".equals(code) ? Language.EN : Language.VI;
  }

  private static String byBrowser(HttpRequest<?> request) {
    String header = request.getHeaders().get(HttpHeaders.ACCEPT_LANGUAGE);
    if (header == null) {
      return "vi";
    }
    try {
      String tag = Locale.lookupTag(LanguageRange.parse(header), LANGUAGES);
      return tag == null ? "vi" : tag;
    } catch (IllegalArgumentException noHeader) {
      return "vi";
    }
  }
}
