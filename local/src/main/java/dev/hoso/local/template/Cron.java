package dev.hoso.local.template;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * At times of the day on days of the week: {@code cron(0 7 ? * MON-FRI *)} of EventBridge, whose
 * days of the month, months and years are left open here.
 */
public record Cron(Set<Integer> minutes, Set<Integer> hours, Set<DayOfWeek> days, ZoneId zone)
    implements Timing {
  private static final List<String> OPEN = List.of("*", "?");

  /** EventBridge's order: 1 is SUN. */
  private static final List<String> NAMES =
      List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT");

  /**
   * Reads what stands in the brackets.
   *
   * @throws IllegalArgumentException for what is not supported here
   */
  static Cron parse(String text, ZoneId zone) {
    String[] fields = text.split(" +", -1);
    if (fields.length != 6
        || !OPEN.contains(fields[2])
        || !OPEN.contains(fields[3])
        || !OPEN.contains(fields[5])) {
      throw new IllegalArgumentException(text);
    }
    Set<DayOfWeek> days = new TreeSet<>();
    // Sunday is 1 there and 7 here.
    numbers(fields[4], 1, 7).forEach(n -> days.add(DayOfWeek.of(n == 1 ? 7 : n - 1)));
    return new Cron(numbers(fields[0], 0, 59), numbers(fields[1], 0, 23), days, zone);
  }

  @Override
  public Instant first(Instant now) {
    return after(now);
  }

  @Override
  public Instant after(Instant now) {
    ZonedDateTime last = now.atZone(zone);
    for (LocalDate day = last.toLocalDate(); ; day = day.plusDays(1)) {
      if (days.contains(day.getDayOfWeek())) {
        for (int hour : hours) {
          for (int minute : minutes) {
            Instant time = day.atTime(LocalTime.of(hour, minute)).atZone(zone).toInstant();
            if (time.isAfter(now)) {
              return time;
            }
          }
        }
      }
    }
  }

  private static Set<Integer> numbers(String field, int least, int most) {
    Set<Integer> numbers = new TreeSet<>();
    for (String part : field.split(",", -1)) {
      String[] ends = OPEN.contains(part) ? new String[] {"" + least, "" + most} : part.split("-");
      for (int n = number(ends[0]); n <= number(ends[ends.length - 1]); n++) {
        numbers.add(n);
      }
    }
    if (numbers.isEmpty() || numbers.stream().anyMatch(n -> n < least || n > most)) {
      throw new IllegalArgumentException(field);
    }
    return numbers;
  }

  private static int number(String text) {
    return NAMES.contains(text) ? NAMES.indexOf(text) + 1 : Integer.parseInt(text);
  }
}
