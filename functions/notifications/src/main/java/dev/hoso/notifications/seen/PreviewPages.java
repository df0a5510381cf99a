package dev.hoso.notifications.seen;

import dev.hoso.core.Language;
import dev.hoso.core.lambda.HttpAnswer;
import dev.hoso.notifications.HtmlPages;
import dev.hoso.notifications.Previews;
import dev.hoso.notifications.Previews.Choice;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The page on which a message is looked at before anybody is told it. */
public final class PreviewPages {
  private final HtmlPages pages = new HtmlPages(PreviewPages.class);
  private final Previews previews;

  PreviewPages(Previews previews) {
    this.previews = previews;
  }

  /** What is shown to who has not chosen yet. */
  Choice first() {
    return new Choice(
        Previews.templates().getFirst(),
        previews.channels().getFirst(),
        Language.VI,
        previews.units().getFirst().code());
  }

  /**
   * A message with what else could be chosen.
   *
   * @param notice what became of a test; empty where there was none
   */
  HttpAnswer preview(int status, Language language, Previews.Preview preview, String notice) {
    boolean vi = language == Language.VI;
    PreviewView view = PreviewView.of(preview);
    return pages.page(
        status,
        "preview",
        language,
        Map.of(
            "view",
            view,
            "size",
            SeenPages.size(
                view.segments() == null ? null : view.segments().longValue(), view.cost(), vi),
            "selects",
            selects(view, vi),
            "notice",
            notice));
  }

  /** For a choice that there is not. */
  HttpAnswer problem(int status, Language language, String title, String detail) {
    return pages.page(status, "problem", language, Map.of("title", title, "detail", detail));
  }

  private List<Select> selects(PreviewView view, boolean vi) {
    return List.of(
        new Select(
            "template",
            vi ? "Mẫu tin" : "Template",
            options(Previews.templates().stream(), view.template())),
        new Select(
            "channel",
            vi ? "Kênh" : "Channel",
            previews.channels().stream()
                .map(it -> new Option(it, SeenPages.channel(it, vi), it.equals(view.channel())))
                .toList()),
        new Select(
            "language",
            vi ? "Ngôn ngữ" : "Language",
            List.of(
                new Option("vi", "Tiếng Việt", view.language().equals("vi")),
                new Option("en", "English", view.language().equals("en")))),
        new Select(
            "unit",
            vi ? "Cơ quan" : "Office",
            previews.units().stream()
                .map(
                    it ->
                        new Option(
                            it.code(),
                            vi ? it.name().vi() : it.name().en(),
                            it.code().equals(view.unit())))
                .toList()));
  }

  private static List<Option> options(Stream<String> values, String chosen) {
    return values.map(it -> new Option(it, it, it.equals(chosen))).toList();
  }

  /** A field in which one of several is chosen. */
  public record Select(String name, String label, List<Option> options) {}

  /** One that can be chosen. */
  public record Option(String value, String label, boolean chosen) {}
}
