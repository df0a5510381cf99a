package dev.hoso.notifications;

import dev.hoso.core.DossierStatus;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which reminder it is: the first or the second of a status that a dossier is in.
 *
 * @param version the dossier's at which it came into this status
 */
record Reminder(int number, DossierStatus status, long version) {
  private static final Pattern NAME = Pattern.compile("reminder ([12]) of status (\\d+) at (\\d+)");

  /** The name of its fact. */
  String name() {
    return "reminder %d of status %d at %d".formatted(number, status.code(), version);
  }

  /**
   * Reads a fact's name, also of one that was told again.
   *
   * @throws IllegalStateException where it is no reminder's
   */
  static Reminder of(String fact) {
    Matcher name = NAME.matcher(Again.of(fact).first());
    if (!name.matches()) {
      throw new IllegalStateException(fact + " is no name of a reminder");
    }
    return new Reminder(
        Integer.parseInt(name.group(1)),
        DossierStatus.of("status", Integer.parseInt(name.group(2))),
        Long.parseLong(name.group(3)));
  }

  /** The first and the second one of the status that the dossier is in. */
  static Reminder of(Dossier dossier, int number) {
    return new Reminder(number, dossier.status(), dossier.statusVersion());
  }
}
