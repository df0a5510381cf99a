package dev.hoso.core;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/** The one clock, and times as they are written: ISO-8601 with Vietnam's offset, to the second. */
public final class Time {
  /**
   * Vietnam has had no daylight saving since 1975, so a fixed offset would do; the zone says what
   * is meant.
   */
  public static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

  private Time() {}

  /**
   * The system's clock, or the one that the class path provides (the local runtime's can be moved).
   */
  public static InstantSource source() {
    return ServiceLoader.load(InstantSource.class).findFirst().orElse(InstantSource.system());
  }

  /** What time it is, to the second: so that a time is the same before and after it was stored. */
  public static Instant now(InstantSource clock) {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }

  /** A time as it is stored and shown: {@code 2026-11-23T14:30:05+07:00}. */
  public static String text(Instant instant) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(vietnam(instant));
  }

  /** The same for a time that may not have come: null gives null. */
  public static @Nullable String textOrNull(@Nullable Instant instant) {
    return instant == null ? null : text(instant);
  }

  /**
   * A time as it is stored in {@code due}, where text must sort as time does: UTC, to the second.
   */
  public static String sortable(Instant instant) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
        instant.truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC));
  }

  /** The same moment, as a clock in Vietnam shows it. */
  public static OffsetDateTime vietnam(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS).atZone(VIETNAM).toOffsetDateTime();
  }

  /** The day in Vietnam: a UTC time before 17:00 and after it lies on different ones. */
  public static LocalDate day(Instant instant) {
    return LocalDate.ofInstant(instant, VIETNAM);
  }

  /** Reads a stored time. */
  public static Instant instant(String text) {
    return OffsetDateTime.parse(text).toInstant();
  }

  /**
   * Reads a time that somebody sent.
   *
   * @return null where none was sent
   * @throws Invalid where it is no ISO-8601 time with an offset
   */
  public static @Nullable Instant parse(String field, @Nullable String text) {
    if (text == null) {
      return null;
    }
    try {
      return instant(text);
    } catch (DateTimeParseException e) {
      throw new Invalid(
          field, "must be an ISO-8601 time with offset, like 2026-11-23T14:30:05+07:00");
    }
  }
}
