package dev.hoso.notifications;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;

/**
 * The words of every fact, by channel and language: the files under {@code src/main/jte/texts},
 * compiled at build.
 */
public final class Texts {
  private final TemplateEngine engine =
      TemplateEngine.createPrecompiled(
          null,
          ContentType.Plain,
          Texts.class.getClassLoader(),
          "dev.hoso.notifications.jte.texts");

  /** What a channel says about a fact, as it stands in its file. */
  public String of(Fact fact, String channel, Letter letter) {
    StringOutput text = new StringOutput();
    String file = "%s/%s.%s.jte".formatted(fact.template(), letter.language().code(), channel);
    engine.render(file, Map.of("it", letter, "fact", fact), text);
    return text.toString().strip();
  }
}
