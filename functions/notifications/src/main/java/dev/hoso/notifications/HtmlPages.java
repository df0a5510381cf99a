package dev.hoso.notifications;

import dev.hoso.core.Language;
import dev.hoso.core.Sha256;
import dev.hoso.core.lambda.HttpAnswer;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;

/**
 * The pages, {@code src/main/jte/pages}: small, without scripts, with nothing from elsewhere, with
 * the style of those who show them.
 */
public final class HtmlPages {
  private final TemplateEngine engine =
      TemplateEngine.createPrecompiled(
          null,
          ContentType.Html,
          HtmlPages.class.getClassLoader(),
          "dev.hoso.notifications.jte.pages");

  private final String style;
  private final Map<String, String> headers;

  /** With {@code style.css} beside this class. */
  public HtmlPages(Class<?> beside) {
    this.style = style(beside);
    this.headers = headers(style);
  }

  /** A page that is kept nowhere: what it says, or its address, is for its reader alone. */
  public HttpAnswer page(int status, String name, Language language, Map<String, Object> values) {
    return page(status, name, language, values, "no-store");
  }

  /** A page that may be kept as {@code Cache-Control} says. */
  public HttpAnswer page(
      int status, String name, Language language, Map<String, Object> more, String kept) {
    Map<String, Object> values = new HashMap<>(more);
    values.put("style", style);
    values.put("language", language);
    StringOutput text = new StringOutput();
    engine.render(name + ".jte", values, text);
    Map<String, String> all = new HashMap<>(headers);
    all.put("cache-control", kept);
    return new HttpAnswer(status, Map.copyOf(all), text.toString());
  }

  private static Map<String, String> headers(String style) {
    return Map.of(
        "content-type",
        "text/html;charset=utf-8",
        "vary",
        "accept",
        "referrer-policy",
        "no-referrer",
        "x-content-type-options",
        "nosniff",
        "x-robots-tag",
        "noindex",
        "content-security-policy",
        "default-src 'none'; style-src 'sha256-%s'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
            .formatted(digest(style)));
  }

  private static String digest(String style) {
    String digest = Sha256.hex(style.getBytes(StandardCharsets.UTF_8));
    return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(digest));
  }

  private static String style(Class<?> beside) {
    try (InputStream in = beside.getResourceAsStream("style.css")) {
      byte[] bytes = Objects.requireNonNull(in, "style.css").readAllBytes();
      return new String(bytes, StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
