package dev.hoso.indicators.late;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is late.
 *
 * @param what it is one of: a procedure's code, or an objective's title
 * @param role who answers for it; null where nobody is named
 * @param days working days after the day that it was promised for
 */
public record Late(String unit, String what, @Nullable String role, LocalDate due, long days) {}
