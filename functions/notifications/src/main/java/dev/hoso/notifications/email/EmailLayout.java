package dev.hoso.notifications.email;

import dev.hoso.core.Language;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;

/** The one layout of e-mails, {@code src/main/jte/layout/email.jte}: the text as plain HTML. */
final class EmailLayout {
  private final TemplateEngine engine =
      TemplateEngine.createPrecompiled(
          null,
          ContentType.Html,
          EmailLayout.class.getClassLoader(),
          "dev.hoso.notifications.jte.layout");

  String html(EmailText email, Language language) {
    StringOutput html = new StringOutput();
    engine.render("email.jte", Map.of("email", email, "language", language), html);
    return html.toString();
  }
}
