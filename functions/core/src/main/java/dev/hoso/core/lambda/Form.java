package dev.hoso.core.lambda;

import dev.hoso.core.Language;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The fields of a form as a browser posts it. */
public record Form(Map<String, String> fields) {
  /** Far more than the longest form of ours has. */
  private static final int LARGEST = 1024;

  /**
   * Reads a request's body.
   *
   * @return empty where no page of ours sends such a body: too large, not encoded as a form, or
   *     with a field twice
   */
  public static Optional<Form> of(HttpRequest request) {
    return of(request, LARGEST);
  }

  /** The same for a form that may have so many bytes. */
  public static Optional<Form> of(HttpRequest request, int largest) {
    try {
      byte[] body = request.bytes();
      return body.length > largest
          ? Optional.empty()
          : Optional.ofNullable(read(new String(body, StandardCharsets.UTF_8)));
    } catch (IllegalArgumentException badlyEncoded) {
      return Optional.empty();
    }
  }

  /** Whether a browser's form was sent. */
  public static boolean sent(HttpRequest request) {
    String type = request.header("content-type");
    return type != null
        && type.toLowerCase(Locale.ROOT).startsWith("application/x-www-form-urlencoded");
  }

  /** Another site's page must not send our form with what its reader's browser is let in by. */
  public static boolean fromElsewhere(HttpRequest request) {
    String site = request.header("sec-fetch-site");
    return sent(request) && site != null && !site.equals("same-origin");
  }

  /** Reads a request's query, which is written as a form is; empty as for {@link #of}. */
  public static Optional<Form> query(HttpRequest request) {
    try {
      return request.query().length() > LARGEST
          ? Optional.empty()
          : Optional.ofNullable(read(request.query()));
    } catch (IllegalArgumentException badlyEncoded) {
      return Optional.empty();
    }
  }

  private static @Nullable Form read(String body) {
    Map<String, String> fields = new HashMap<>();
    for (String field : body.split("&", -1)) {
      String[] parts = field.split("=", 2);
      String value = parts.length == 2 ? decoded(parts[1]) : "";
      if (!field.isEmpty() && fields.put(decoded(parts[0]), value) != null) {
        return null;
      }
    }
    return new Form(Map.copyOf(fields));
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  /** A field's text, empty where there is none. */
  public String field(String name) {
    return fields.getOrDefault(name, "");
  }

  /** The page's language, where the form names one of ours. */
  public Optional<Language> language() {
    for (Language language : Language.values()) {
      if (language.code().equals(field("lang"))) {
        return Optional.of(language);
      }
    }
    return Optional.empty();
  }
}
