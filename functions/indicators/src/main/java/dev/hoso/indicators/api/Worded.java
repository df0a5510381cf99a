package dev.hoso.indicators.api;

import dev.hoso.core.Language;
import dev.hoso.core.Name;
import dev.hoso.core.catalogue.Catalogue;
import dev.hoso.core.catalogue.Procedure;
import dev.hoso.core.catalogue.Unit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** What pages say in their reader's language. */
public interface Worded {
  DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

  Language language();

  Catalogue catalogue();

  /** The text in the reader's language. */
  default String say(String vi, String en) {
    return new Name(vi, en).in(language());
  }

  /** What a unit is called; its code where the catalogue has it no more. */
  default String unit(String code) {
    return catalogue().unit(code).map(Unit::name).map(name -> name.in(language())).orElse(code);
  }

  /** What a procedure is called; its code where the catalogue has it no more. */
  default String procedure(String code) {
    return catalogue()
        .procedure(code)
        .map(Procedure::name)
        .map(name -> name.in(language()))
        .orElse(code);
  }

  default String day(LocalDate day) {
    return DAY.format(day);
  }

  /** {@code 1.234}, {@code 1,234}. */
  default String number(long number) {
    return localised(String.format(Locale.ROOT, "%,d", number));
  }

  /** {@code 1.234,56}, {@code 1,234.56}. */
  default String decimal(double number, int decimals) {
    return localised(String.format(Locale.ROOT, "%,." + decimals + "f", number));
  }

  /** A part of a whole, {@code 98,7%}, never rounded up to all; a dash where there is no whole. */
  default String percent(long part, long whole) {
    if (whole == 0) {
      return "–";
    }
    BigDecimal share =
        BigDecimal.valueOf(part * 100).divide(BigDecimal.valueOf(whole), 1, RoundingMode.DOWN);
    return localised(share.stripTrailingZeros().toPlainString()) + "%";
  }

  /** An address in the language that is being read. */
  default String link(String address) {
    return in(language(), address);
  }

  /** The same address in the other language. */
  default String inOtherLanguage(String address) {
    return in(otherLanguage(), address);
  }

  /** The other language. */
  default Language otherLanguage() {
    return language() == Language.VI ? Language.EN : Language.VI;
  }

  private String localised(String english) {
    return language() == Language.EN
        ? english
        : english.replace('.', ' ').replace(',', '.').replace(' ', ',');
  }

  private static String in(Language language, String address) {
    return address + (address.contains("?") ? "&" : "?") + "lang=" + language.code();
  }
}
