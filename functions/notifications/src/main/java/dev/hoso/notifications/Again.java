package dev.hoso.notifications;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A fact that was told again on request: what it is called, so that its message has a name as every
 * message has.
 *
 * @param first the fact's own name
 * @param number how often it was told again; 0 for the first time
 */
record Again(String first, int number) {
  private static final Pattern NAME = Pattern.compile("(.+) again (\\d{1,9})", Pattern.DOTALL);

  static Again of(String fact) {
    Matcher name = NAME.matcher(fact);
    return name.matches()
        ? new Again(name.group(1), Integer.parseInt(name.group(2)))
        : new Again(fact, 0);
  }

  /** Whether this is the name of a fact that was told again. */
  static boolean is(String fact) {
    return of(fact).number() > 0;
  }

  Again next() {
    return new Again(first, number + 1);
  }

  String name() {
    return number == 0 ? first : first + " again " + number;
  }
}
