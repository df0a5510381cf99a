package dev.hoso.indicators.late;

import dev.hoso.core.Name;
import dev.hoso.core.catalogue.Catalogue;
import dev.hoso.core.catalogue.Procedure;
import dev.hoso.core.catalogue.Unit;
import dev.hoso.indicators.ratings.LowRating;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What offices are written, {@code src/main/jte/letters}: in Vietnamese, the offices' language. */
public final class Letters {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

  /** Made at build; nothing is compiled or looked for when it runs. */
  private final TemplateEngine engine =
      TemplateEngine.createPrecompiled(
          null, ContentType.Plain, Letters.class.getClassLoader(), "dev.hoso.indicators.letters");

  private final Catalogue catalogue;
  private final String pages;

  /** Letters that lead to pages at this address. */
  public Letters(Catalogue catalogue, String pages) {
    this.catalogue = catalogue;
    this.pages = pages;
  }

  /** To a unit on the list. */
  Letter unit(WeeklyList list, UnitLate unit) {
    return letter("unit", Map.of("list", list, "unit", unit, "words", this));
  }

  /** To the centre: everybody. */
  Letter digest(WeeklyList list, List<String> unreached) {
    return letter("digest", Map.of("list", list, "unreached", unreached, "words", this));
  }

  /** To a unit, before it is late. */
  Letter headsUp(String unit, LocalDate due, List<UnitLate.Part> what) {
    return letter("headsup", Map.of("unit", unit, "due", due, "what", what, "words", this));
  }

  /** To a unit whose service somebody was not satisfied with. */
  public Letter lowRating(LowRating rating) {
    return letter("rating", Map.of("rating", rating, "words", this));
  }

  private Letter letter(String template, Map<String, Object> values) {
    StringOutput text = new StringOutput();
    engine.render(template + ".jte", values, text);
    return Letter.of(text.toString());
  }

  /** What a unit is called; its code where the catalogue has it no more. */
  public String unit(String code) {
    return catalogue.unit(code).map(Unit::name).map(Name::vi).orElse(code);
  }

  /** How many dossiers or objectives, by what they are of. */
  public String many(UnitLate.Part part) {
    return part.late() + " " + things(List.of(part));
  }

  /** What they are together: dossiers, objectives, or both. */
  public String things(List<UnitLate.Part> parts) {
    long dossiers = parts.stream().filter(it -> catalogue.procedure(it.of()).isPresent()).count();
    if (dossiers == parts.size()) {
      return "hồ sơ";
    }
    return dossiers == 0 ? "nhiệm vụ" : "hồ sơ, nhiệm vụ";
  }

  /** The same of all units together. */
  public String things(WeeklyList list) {
    return things(list.units().stream().flatMap(unit -> unit.what().stream()).toList());
  }

  /** What a procedure is called, with its code; an objective as it is. */
  public String what(String code) {
    return catalogue
        .procedure(code)
        .map(Procedure::name)
        .map(name -> name.vi() + " (" + code + ")")
        .orElse(code);
  }

  public String role(String role) {
    return role.isEmpty() ? "chưa phân công" : role;
  }

  public String day(String day) {
    return DAY.format(LocalDate.parse(day));
  }

  /** How much more or less than last week. */
  public String change(@Nullable Long change) {
    if (change == null) {
      return "tuần trước chưa có danh sách";
    }
    if (change == 0) {
      return "bằng tuần trước";
    }
    return change > 0
        ? "tăng " + change + " so với tuần trước"
        : "giảm " + -change + " so với tuần trước";
  }

  /** Where the list is. */
  public String page(String week) {
    return pages + "/late/" + week;
  }
}
