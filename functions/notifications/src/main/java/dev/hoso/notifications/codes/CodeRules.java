package dev.hoso.notifications.codes;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** What a one-time code is, and how often one may be asked for and guessed. */
final class CodeRules {
  /** Long enough for a slow SMS and slow fingers, too short to be found later on a telephone. */
  static final Duration VALID = Duration.ofMinutes(5);

  /** For typing errors. With ten codes a day, a guesser has 50 tries at a million codes. */
  static final int TRIES = 5;

  /** How many tries there may have been when one more is made. */
  static final List<Integer> TRIES_BEFORE = IntStream.range(0, TRIES).boxed().toList();

  /**
   * Of one dossier. Three are a lost SMS, a voided code and one more; a day's limit keeps guesses
   * of a patient guesser, who gets new tries with every code, below one in ten thousand.
   */
  static final List<Limit> ASKED_FOR_DOSSIER =
      List.of(new Limit(3, Duration.ofMinutes(15)), new Limit(10, Duration.ofDays(1)));

  /** Over all dossiers of one phone or mailbox, so that nobody floods a person (and our bill). */
  static final List<Limit> SENT_TO_CONTACT = List.of(new Limit(5, Duration.ofHours(1)));

  /**
   * From one network address, which an office or the customers of an operator share: generous for
   * people, and little for who tries code after code of dossiers.
   */
  static final List<Limit> ASKED_FROM_ADDRESS = List.of(new Limit(30, Duration.ofHours(1)));

  /** Twice that: whoever may ask for 30 codes may also mistype each once. */
  static final List<Limit> WRONG_FROM_ADDRESS = List.of(new Limit(60, Duration.ofHours(1)));

  private static final int CODES = 1_000_000;
  private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");
  private static final Pattern DIGITS = Pattern.compile("[0-9]{6}");
  private static final SecureRandom RANDOM = new SecureRandom();

  private CodeRules() {}

  /** A new code, six digits, each as likely as any. */
  static String random() {
    return "%06d".formatted(RANDOM.nextInt(CODES));
  }

  /** The digits of what a person typed; empty where it is no code. Spaces are forgiven. */
  static Optional<String> typed(String entry) {
    String digits = SPACES.matcher(entry).replaceAll("");
    return DIGITS.matcher(digits).matches() ? Optional.of(digits) : Optional.empty();
  }

  /** Whether all of these limits allow one more now. */
  static boolean allow(List<Limit> limits, List<Instant> times, Instant now) {
    return limits.stream().allMatch(limit -> limit.allows(times, now));
  }

  /** For how long these limits remember. */
  static Duration memory(List<Limit> limits) {
    return limits.stream().map(Limit::within).max(Duration::compareTo).orElse(Duration.ZERO);
  }
}
