package dev.hoso.core.web;

import dev.hoso.core.Sha256;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/** Pages for citizens: rendered here, with nothing from anywhere else. */
public final class Pages {
  private static final String STYLE =
      """
      body{font:1.1rem/1.5 system-ui,sans-serif;color:#111;background:#fff;margin:0 auto;\
      max-width:38rem;padding:1rem}\
      h1{font-size:1.4rem}h2{font-size:1.15rem;margin-top:1.6rem}\
      dl{display:grid;grid-template-columns:minmax(8rem,1fr) 2fr;gap:.4rem 1rem}\
      dt{color:#444}dd{margin:0;overflow-wrap:anywhere}\
      a{color:#004f9e}\
      .state{border-left:.5rem solid #555;background:#f3f3f3;padding:.8rem 1rem}\
      .state strong{display:block;font-size:1.2rem}\
      .paid,.valid{border-color:#006b3c}\
      .failed,.expired,.cancelled,.refused,.revoked,.superseded{border-color:#a30000}\
      .pay,button{display:inline-block;background:#004f9e;color:#fff;padding:.7rem 1.2rem;\
      font:inherit;font-weight:bold;border:0;margin:.3rem .5rem .3rem 0}\
      label{display:block;font-weight:bold;margin-top:1rem}\
      input{font:inherit;padding:.6rem;border:2px solid #333;width:100%;box-sizing:border-box}\
      ol,ul{padding-left:1.3rem}li{margin:.4rem 0}\
      .code{overflow-wrap:anywhere;font-family:ui-monospace,monospace}\
      :focus-visible{outline:3px solid #b35900;outline-offset:2px}\
      .drop{border:2px dashed #333;padding:1.5rem 1rem;text-align:center}\
      @media print{.screen{display:none}body{font-size:11pt}}""";

  /** Made at build; nothing is compiled or looked for when it runs. */
  private final TemplateEngine engine;

  private final String style;
  private final String policy;

  /** Pages that need no style beside the common one; see {@link #Pages(String, String, String)}. */
  public Pages(String templates, String sources) {
    this(templates, sources, "");
  }

  /**
   * The pages of a function.
   *
   * @param templates the package of its compiled templates
   * @param sources what they may load and where their forms may lead besides nothing at all, as
   *     directives of a Content-Security-Policy
   * @param style CSS that follows the common one
   */
  public Pages(String templates, String sources, String style) {
    this.style = STYLE + style;
    this.engine =
        TemplateEngine.createPrecompiled(
            null, ContentType.Html, Pages.class.getClassLoader(), templates);
    this.policy =
        "default-src 'none'; style-src 'sha256-%s'; base-uri 'none'; frame-ancestors 'none'; %s"
            .formatted(digest(this.style), sources);
  }

  /** A page made of a template. */
  public MutableHttpResponse<Object> page(
      MutableHttpResponse<Object> response, String template, Map<String, Object> parameters) {
    StringOutput text = new StringOutput();
    Map<String, Object> all = new HashMap<>(parameters);
    all.put("style", style);
    engine.render(template, all, text);
    return guarded(response)
        .contentType(MediaType.TEXT_HTML + ";charset=utf-8")
        .header("Content-Security-Policy", policy)
        .body(text.toString());
  }

  /** An answer whose address is a secret of its reader: kept nowhere and told nobody. */
  public static MutableHttpResponse<Object> guarded(MutableHttpResponse<Object> response) {
    return response
        .header("Cache-Control", "no-store")
        .header("Referrer-Policy", "no-referrer")
        .header("X-Content-Type-Options", "nosniff")
        .header("X-Robots-Tag", "noindex");
  }

  private static String digest(String style) {
    String digest = Sha256.hex(style.getBytes(StandardCharsets.UTF_8));
    return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(digest));
  }
}
