package dev.hoso.indicators;

/**
 * Dossiers that are not decided, as they stand on a day.
 *
 * @param inTime promised for that day or a later one
 * @param overdue promised for an earlier day; also one that waits for the citizen now and was
 *     overdue before
 * @param waiting the clock stands still: the citizen must bring papers or money
 * @param unpromised received, and no day is promised
 * @param registered not received yet
 */
public record Open(long inTime, long overdue, long waiting, long unpromised, long registered) {
  public static final Open NONE = new Open(0, 0, 0, 0, 0);

  public long all() {
    return inTime + overdue + waiting + unpromised + registered;
  }

  public Open plus(Open other) {
    return new Open(
        inTime + other.inTime,
        overdue + other.overdue,
        waiting + other.waiting,
        unpromised + other.unpromised,
        registered + other.registered);
  }
}
