package dev.hoso.notifications.stop;

import dev.hoso.core.Language;
import dev.hoso.core.Sha256;
import dev.hoso.core.lambda.HttpAnswer;
import dev.hoso.notifications.Kind;
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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The pages, {@code src/main/jte/pages}: small, without scripts, with nothing from elsewhere. */
final class StopPages {
  private final TemplateEngine engine =
      TemplateEngine.createPrecompiled(
          null,
          ContentType.Html,
          StopPages.class.getClassLoader(),
          "dev.hoso.notifications.jte.pages");

  private final String style = style();
  private final Map<String, String> headers = headers(style);

  /** What can be chosen. */
  HttpAnswer choice(Language language, Set<Kind> kinds, Set<Kind> optedOut, boolean saved) {
    List<Choice> choices =
        kinds.stream()
            .sorted()
            .map(kind -> new Choice(kind.code(), title(kind, language), !optedOut.contains(kind)))
            .toList();
    return page(200, "choice", language, Map.of("choices", choices, "saved", saved));
  }

  /** For an address that is not quite ours. */
  HttpAnswer unknown(Language language) {
    return page(404, "unknown", language, Map.of());
  }

  /** For when it could not be looked up or saved. */
  HttpAnswer failed(Language language) {
    return page(503, "failed", language, Map.of());
  }

  private HttpAnswer page(int status, String name, Language language, Map<String, Object> more) {
    Map<String, Object> values = new HashMap<>(more);
    values.put("style", style);
    values.put("language", language);
    StringOutput text = new StringOutput();
    engine.render(name + ".jte", values, text);
    return new HttpAnswer(status, headers, text.toString());
  }

  private static String title(Kind kind, Language language) {
    boolean vi = language == Language.VI;
    return switch (kind) {
      case PROGRESS -> vi ? "Diễn biến của hồ sơ" : "How my dossier goes on";
      case REMINDER ->
          vi ? "Nhắc những việc tôi còn phải làm" : "Reminders of what I must still do";
      case ANNOUNCEMENT -> vi ? "Thông báo chung" : "Announcements to everybody";
      case CODE -> vi ? "Mã tra cứu" : "One-time codes";
      case PAYMENT -> vi ? "Thanh toán" : "Payments";
      case RESULT -> vi ? "Kết quả" : "Results";
    };
  }

  /** The address is a secret of its reader: it is kept nowhere and told nobody. */
  private static Map<String, String> headers(String style) {
    return Map.of(
        "content-type",
        "text/html;charset=utf-8",
        "cache-control",
        "no-store",
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

  private static String style() {
    try (InputStream in = StopPages.class.getResourceAsStream("style.css")) {
      byte[] bytes = Objects.requireNonNull(in, "style.css").readAllBytes();
      return new String(bytes, StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
