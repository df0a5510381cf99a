package dev.hoso.notifications.figures;

import dev.hoso.core.Language;
import dev.hoso.core.Time;
import dev.hoso.core.lambda.HttpAnswer;
import dev.hoso.notifications.HtmlPages;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The page that says how fast messages left and how many arrived. */
final class FiguresPages {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy");
  private final HtmlPages pages = new HtmlPages(FiguresPages.class);

  /** The page, which may be kept as {@code Cache-Control} says. */
  HttpAnswer figures(FiguresHandler.Report report, Language language, String kept) {
    Map<String, List<Day>> byChannel =
        report.days().stream()
            .collect(Collectors.groupingBy(Day::channel, TreeMap::new, Collectors.toList()));
    List<ChannelFigures> channels = new ArrayList<>();
    byChannel.forEach((channel, days) -> channels.add(channel(channel, days, language)));
    String asOf = TIME.format(Time.vietnam(Time.instant(report.asOf())));
    return pages.page(200, "figures", language, Map.of("channels", channels, "asOf", asOf), kept);
  }

  /** For when the figures could not be read. */
  HttpAnswer failed(Language language) {
    boolean vi = language == Language.VI;
    String title = vi ? "Chưa xem được số liệu" : "The figures cannot be shown now";
    String detail = vi ? "Xin thử lại sau ít phút." : "Please try again in a few minutes.";
    return pages.page(503, "problem", language, Map.of("title", title, "detail", detail));
  }

  private static ChannelFigures channel(String channel, List<Day> days, Language language) {
    boolean vi = language == Language.VI;
    String title =
        switch (channel) {
          case "sms" -> vi ? "Tin nhắn" : "Text messages";
          case "email" -> vi ? "Thư điện tử" : "E-mails";
          default -> vi ? "Thông báo trên ứng dụng" : "Notifications of the app";
        };
    Row sum = row(vi ? "Tất cả" : "All", Day.sum("", channel, days), language);
    return new ChannelFigures(
        title,
        sum,
        days.stream()
            .map(day -> row(DAY.format(LocalDate.parse(day.day())), day, language))
            .toList());
  }

  private static Row row(String title, Day day, Language language) {
    return new Row(
        title,
        Long.toString(day.messages()),
        percent(day.shareWithin10(), language),
        percent(day.sharePromptWithin10(), language),
        percent(day.shareDelivered(), language));
  }

  /** All, or with two digits as the language writes them; a dash where there is nothing to say. */
  private static String percent(@Nullable BigDecimal share, Language language) {
    if (share == null) {
      return "–";
    }
    if (share.compareTo(BigDecimal.ONE) == 0) {
      return "100%";
    }
    String text = share.movePointRight(2).setScale(2).toPlainString() + "%";
    return language == Language.VI ? text.replace('.', ',') : text;
  }
}
