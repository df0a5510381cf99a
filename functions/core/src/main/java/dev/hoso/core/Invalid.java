package dev.hoso.core;

import java.util.List;

/** What was sent breaks a rule. Nothing has been changed when this is thrown. */
public final class Invalid extends RuntimeException {
  private final transient List<Fault> faults;

  /** One field breaks one rule. */
  public Invalid(String field, String rule) {
    this(List.of(new Fault(field, rule)));
  }

  /** Several fields break rules; the sender hears of all of them at once. */
  public Invalid(List<Fault> faults) {
    super(faults.toString());
    this.faults = List.copyOf(faults);
  }

  /** What is wrong, in the order of the fields. */
  public List<Fault> faults() {
    return faults;
  }
}
