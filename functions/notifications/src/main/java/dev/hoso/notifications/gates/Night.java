package dev.hoso.notifications.gates;

import dev.hoso.core.Settings;
import dev.hoso.core.Time;
import dev.hoso.notifications.Message;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;

/**
 * The quiet hours in Vietnam, from the first second that is quiet to the first that is not.
 *
 * @param from as {@code to} where there are none
 */
public record Night(LocalTime from, LocalTime to) {
  /**
   * Over how long it is spread what waited for the morning: nobody sends a night's worth at once.
   */
  static final Duration SPREAD = Duration.ofMinutes(30);

  /**
   * The hours that are set.
   *
   * @throws IllegalStateException where one is no time of day like {@code 22:00}
   */
  public static Night of(Settings settings) {
    return new Night(hour(settings, "HOSO_QUIET_FROM"), hour(settings, "HOSO_QUIET_TO"));
  }

  private static LocalTime hour(Settings settings, String name) {
    String text = settings.required(name);
    try {
      return LocalTime.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalStateException(name + " is no time of day like 22:00: " + text, e);
    }
  }

  boolean covers(Instant now) {
    LocalTime time = now.atZone(Time.VIETNAM).toLocalTime();
    return from.isAfter(to)
        ? !time.isBefore(from) || time.isBefore(to)
        : !time.isBefore(from) && time.isBefore(to);
  }

  /** The next time at which the quiet hours end, after now. */
  Instant end(Instant now) {
    ZonedDateTime local = now.atZone(Time.VIETNAM);
    LocalDate day = local.toLocalDate();
    return at(local.toLocalTime().isBefore(to) ? day : day.plusDays(1));
  }

  /** The end of the quiet hours on the day after this one. */
  Instant tomorrow(Instant now) {
    return at(Time.day(now).plusDays(1));
  }

  /** A time for a message after the morning's first minute; all of a dossier's are together. */
  static Instant spread(Instant morning, Message message) {
    int hash = (message.dossier() + message.channel()).hashCode();
    long place = Math.floorMod(hash, SPREAD.toSeconds());
    return morning.plusSeconds(place);
  }

  private Instant at(LocalDate day) {
    return day.atTime(to).atZone(Time.VIETNAM).toInstant();
  }
}
