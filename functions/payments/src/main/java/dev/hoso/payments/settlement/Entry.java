package dev.hoso.payments.settlement;

import dev.hoso.core.Fault;
import dev.hoso.core.Invalid;

/** What is read at one place of a settlement file. */
sealed interface Entry permits Line, Entry.Unreadable, Entry.Ignored {
  /** Where it begins in the file, from 1. */
  int number();

  /**
   * What cannot be read.
   *
   * @param column the column that breaks a rule; empty where it is the line as a whole
   * @param rule what would be right
   */
  record Unreadable(int number, String column, String rule) implements Entry {
    static Unreadable of(int number, Invalid bad) {
      Fault fault = bad.faults().getFirst();
      return new Unreadable(number, fault.field(), fault.rule());
    }
  }

  /** What is about something else, as the mapping says: a fee, a payout, a failed attempt. */
  record Ignored(int number) implements Entry {}
}
