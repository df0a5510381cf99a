package dev.hoso.citizen;

import dev.hoso.core.Language;
import dev.hoso.core.Money;
import dev.hoso.core.Name;
import dev.hoso.core.Time;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/**
 * Somebody looks at a page: in which language, and at which address.
 *
 * @param city whose service this is
 * @param path the page's address without its parameters
 * @param parameters what the address says besides the language
 */
public record Visit(Language language, Name city, String path, Map<String, String> parameters) {
  private static final DateTimeFormatter DAY_VI = DateTimeFormatter.ofPattern("dd/MM/yyyy");
  private static final DateTimeFormatter DAY_EN =
      DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
  private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm");

  /** The same at an address that says one thing, and nothing else. */
  public Visit with(String name, String value) {
    return new Visit(language, city, path, Map.of(name, value));
  }

  /** The text in the reader's language. */
  public String say(String vi, String en) {
    return new Name(vi, en).in(language);
  }

  /** The name in the reader's language. */
  public String name(Name name) {
    return name.in(language);
  }

  /** Another page's address, in the language that is being read. */
  public String link(String to) {
    return to + "?lang=" + language.code();
  }

  /** The language that is not being read. */
  public Language otherLanguage() {
    return language == Language.VI ? Language.EN : Language.VI;
  }

  /** The address of this very page in the other language. */
  public String inOtherLanguage() {
    StringBuilder address = new StringBuilder(path).append("?lang=").append(otherLanguage().code());
    parameters.forEach(
        (name, value) ->
            address
                .append('&')
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
    return address.toString();
  }

  /** A day: {@code 23/11/2026}, {@code 23 Nov 2026}. */
  public String day(LocalDate day) {
    return switch (language) {
      case VI -> DAY_VI.format(day);
      case EN -> DAY_EN.format(day);
    };
  }

  /** The day of a time in Vietnam. */
  public String day(Instant instant) {
    return day(Time.day(instant));
  }

  /** Hour and day, as a clock in Vietnam shows it: {@code 14:30 23/11/2026}. */
  public String time(Instant instant) {
    return hour(instant) + say(" ", ", ") + day(instant);
  }

  /** The hour alone. */
  public String hour(Instant instant) {
    return HOUR.format(Time.vietnam(instant));
  }

  /** {@code 50.000đ}, {@code 50,000 VND}. */
  public String amount(Money money) {
    return say(money.vietnamese(), money.english());
  }
}
