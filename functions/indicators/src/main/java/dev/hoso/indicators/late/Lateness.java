package dev.hoso.indicators.late;

import java.time.LocalDate;
import java.util.List;

/** Something that can be late. The list adds up what all of these find. */
public interface Lateness {
  /** What of a unit is late as a day begins. */
  List<Late> of(String unit, LocalDate day);

  /** What of a unit is promised for a day, so that it can be told before; none are late yet. */
  List<Late> dueOn(String unit, LocalDate day);
}
