package dev.hoso.notifications.seen;

import dev.hoso.notifications.Previews;
import dev.hoso.notifications.Wording;
import io.avaje.jsonb.Json;
import org.jspecify.annotations.Nullable;

/**
 * A message before it is told, for programs.
 *
 * @param from the name that a telephone shows, or an e-mail's sender; empty for a notice of the app
 * @param subject of an e-mail, title of a notice
 * @param characters of the text
 * @param cost in millionths of a US dollar
 */
@Json
public record PreviewView(
    String template,
    String channel,
    String language,
    String unit,
    String from,
    @Nullable String subject,
    String text,
    int characters,
    @Nullable String encoding,
    @Nullable Integer segments,
    long cost) {
  static PreviewView of(Previews.Preview preview) {
    Previews.Choice choice = preview.choice();
    Wording wording = preview.wording();
    return new PreviewView(
        choice.template(),
        choice.channel(),
        choice.language().code(),
        choice.unit(),
        preview.from(),
        wording.subject(),
        wording.text(),
        wording.text().codePointCount(0, wording.text().length()),
        wording.encoding(),
        wording.segments(),
        preview.cost());
  }
}
