package dev.hoso.payments.api;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/** Pages for citizens: rendered here, without scripts, with nothing from anywhere else. */
final class Pages {
  /** Made at build; nothing is compiled or looked for when it runs. */
  private static final TemplateEngine ENGINE =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, Pages.class.getClassLoader(), "dev.hoso.payments.pages");

  private static final String STYLE =
      """
      body{font:1.1rem/1.5 system-ui,sans-serif;color:#111;background:#fff;margin:0 auto;\
      max-width:38rem;padding:1rem}\
      h1{font-size:1.4rem}\
      dl{display:grid;grid-template-columns:minmax(8rem,1fr) 2fr;gap:.4rem 1rem}\
      dt{color:#444}dd{margin:0;overflow-wrap:anywhere}\
      .state{border-left:.5rem solid #555;background:#f3f3f3;padding:.8rem 1rem}\
      .state strong{display:block;font-size:1.2rem}\
      .paid{border-color:#006b3c}.failed,.expired,.cancelled{border-color:#a30000}\
      .pay{display:inline-block;background:#004f9e;color:#fff;padding:.7rem 1.2rem;\
      font-weight:bold}\
      @media print{.screen{display:none}body{font-size:11pt}}""";

  private static final String POLICY =
      "default-src 'none'; style-src 'sha256-%s'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
          .formatted(Base64.getEncoder().encodeToString(sha256(STYLE)));

  private Pages() {}

  /** A page made of a template. */
  static MutableHttpResponse<Object> page(
      MutableHttpResponse<Object> response, String template, Map<String, Object> parameters) {
    StringOutput text = new StringOutput();
    Map<String, Object> all = new HashMap<>(parameters);
    all.put("style", STYLE);
    ENGINE.render(template, all, text);
    return guarded(response)
        .contentType(MediaType.TEXT_HTML + ";charset=utf-8")
        .header("Content-Security-Policy", POLICY)
        .body(text.toString());
  }

  /** An answer whose address is a secret of its reader: kept nowhere and told nobody. */
  static MutableHttpResponse<Object> guarded(MutableHttpResponse<Object> response) {
    return response
        .header("Cache-Control", "no-store")
        .header("Referrer-Policy", "no-referrer")
        .header("X-Content-Type-Options", "nosniff")
        .header("X-Robots-Tag", "noindex");
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
