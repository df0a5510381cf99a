package dev.hoso.notifications.seen;

import dev.hoso.core.Invalid;
import dev.hoso.core.JsonTypes;
import dev.hoso.core.Language;
import dev.hoso.core.lambda.Form;
import dev.hoso.core.lambda.HttpRequest;
import dev.hoso.notifications.Previews.Choice;
import io.avaje.json.JsonException;
import io.avaje.jsonb.JsonType;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

/** Reads which message is meant, from the page's form or from JSON with the same fields. */
final class PreviewForm {
  private static final JsonType<Map<String, String>> BODIES = JsonTypes.of(String.class).map();

  private PreviewForm() {}

  /**
   * Reads the fields of a request's body.
   *
   * @throws Invalid where they are none
   */
  static Form read(HttpRequest request) {
    if (Form.sent(request)) {
      return Form.of(request).orElseThrow(() -> new Invalid("body", "must be our form"));
    }
    try {
      Map<String, String> body =
          BODIES.fromJson(new String(request.bytes(), StandardCharsets.UTF_8));
      body.values().removeIf(Objects::isNull);
      return new Form(body);
    } catch (JsonException | IllegalArgumentException noJson) {
      throw new Invalid(
          "body", "must be a JSON object of texts: template, channel, language, unit, to");
    }
  }

  /** Which message is meant; what is not said is as in the first one. */
  static Choice choice(Form form, Choice first) {
    String language = form.field("language");
    return new Choice(
        said(form, "template", first.template()),
        said(form, "channel", first.channel()),
        Language.parse("language", language.isEmpty() ? first.language().code() : language),
        said(form, "unit", first.unit()));
  }

  private static String said(Form form, String field, String otherwise) {
    String text = form.field(field);
    return text.isEmpty() ? otherwise : text;
  }
}
