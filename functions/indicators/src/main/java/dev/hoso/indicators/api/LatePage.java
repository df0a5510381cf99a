package dev.hoso.indicators.api;

import dev.hoso.core.Language;
import dev.hoso.core.catalogue.Catalogue;
import dev.hoso.indicators.late.UnitLate;
import dev.hoso.indicators.late.Week;
import dev.hoso.indicators.late.WeeklyList;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A weekly list as its page shows it. */
public record LatePage(WeeklyList list, Language language, Catalogue catalogue) implements Worded {
  /** Tables are wider than a receipt. */
  static final String STYLE =
      """
      body{max-width:72rem}\
      .wide{overflow-x:auto}\
      table{border-collapse:collapse;width:100%}\
      caption{text-align:left;font-weight:bold;padding:.4rem 0}\
      th,td{text-align:left;padding:.3rem .6rem;border-bottom:1px solid #767676;vertical-align:top}\
      td ul{margin:0;padding-left:1rem}\
      .number{text-align:right;white-space:nowrap}""";

  public String role(UnitLate.Part part) {
    return part.of().isEmpty() ? say("chưa phân công", "nobody is named") : part.of();
  }

  public String day() {
    return day(LocalDate.parse(list.day()));
  }

  /** How much more or less than last week, with its sign; a dash where nothing is known. */
  public String change(@Nullable Long change) {
    if (change == null) {
      return "–";
    }
    return change > 0 ? "+" + change : change < 0 ? "−" + -change : "0";
  }

  /** How many working days. */
  public String days(long days) {
    return language == Language.EN && days == 1
        ? "1 working day"
        : days + say(" ngày làm việc", " working days");
  }

  /** This list in another form, in the page's language. */
  public String address(String form) {
    return link("/late/" + list.week() + "?form=" + form);
  }

  public String lastWeek() {
    return link("/late/" + Week.parse(list.week()).before());
  }

  public String otherAddress() {
    return inOtherLanguage("/late/" + list.week());
  }
}
