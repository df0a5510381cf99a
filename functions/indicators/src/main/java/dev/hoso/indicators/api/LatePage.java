package dev.hoso.indicators.api;

import dev.hoso.core.Language;
import dev.hoso.core.Name;
import dev.hoso.core.catalogue.Catalogue;
import dev.hoso.core.catalogue.Procedure;
import dev.hoso.core.catalogue.Unit;
import dev.hoso.indicators.late.UnitLate;
import dev.hoso.indicators.late.Week;
import dev.hoso.indicators.late.WeeklyList;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** A weekly list as its page shows it. */
public record LatePage(WeeklyList list, Language language, Catalogue catalogue) {
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

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

  /** The text in the reader's language. */
  public String say(String vi, String en) {
    return new Name(vi, en).in(language);
  }

  /** What a unit is called; its code where the catalogue has it no more. */
  public String unit(String code) {
    return catalogue.unit(code).map(Unit::name).map(name -> name.in(language)).orElse(code);
  }

  /** What a procedure is called; its code where the catalogue has it no more. */
  public String procedure(String code) {
    return catalogue
        .procedure(code)
        .map(Procedure::name)
        .map(name -> name.in(language))
        .orElse(code);
  }

  public String role(UnitLate.Part part) {
    return part.of().isEmpty() ? say("chưa phân công", "nobody is named") : part.of();
  }

  public String day() {
    return DAY.format(LocalDate.parse(list.day()));
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
    return "/late/" + list.week() + "?form=" + form + "&lang=" + language.code();
  }

  public String lastWeek() {
    return "/late/" + Week.parse(list.week()).before() + "?lang=" + language.code();
  }

  public String otherAddress() {
    return "/late/" + list.week() + "?lang=" + otherLanguage().code();
  }

  /** The other language. */
  public Language otherLanguage() {
    return language == Language.VI ? Language.EN : Language.VI;
  }
}
