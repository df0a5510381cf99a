package dev.hoso.indicators;

import io.avaje.jsonb.Json;
import java.util.ArrayList;
import java.util.List;

/**
 * How the counters compare with the tables.
 *
 * @param repaired whether the differences were mended
 * @param dossiers how many dossiers were counted anew
 * @param messages how many messages
 * @param behind of these, what the stream has yet to bring
 * @param countedOtherwise of these, what counts for something else by today's rules
 * @param counters how many numbers of counters differ from the sum of what was counted
 * @param differences each of all these, at most 1,000
 */
@Json
public record RebuildReport(
    boolean repaired,
    long dossiers,
    long messages,
    long behind,
    long countedOtherwise,
    long counters,
    List<Difference> differences) {
  private static final int MOST = 1000;

  /**
   * One difference.
   *
   * @param id of the item in the table Indicators
   * @param at its second key, without the lane
   * @param measure what differs; {@code behind} or {@code countedOtherwise} of a dossier or message
   * @param missing by how much the counter says too little
   */
  @Json
  public record Difference(String id, String at, String measure, long missing) {}

  /** Whether nothing differs. */
  boolean agrees() {
    return behind + countedOtherwise + counters == 0;
  }

  static final class Builder {
    private final boolean repairs;
    private final List<Difference> differences = new ArrayList<>();
    private long dossiers;
    private long messages;
    private long behind;
    private long countedOtherwise;
    private long counters;

    Builder(boolean repairs) {
      this.repairs = repairs;
    }

    void dossiers(long number) {
      dossiers = number;
    }

    void messages(long number) {
      messages = number;
    }

    void behind(String source) {
      behind++;
      add(new Difference(source, "counted", "behind", 1));
    }

    void countedOtherwise(String source) {
      countedOtherwise++;
      add(new Difference(source, "counted", "countedOtherwise", 1));
    }

    void counter(Key key, Counts missing) {
      counters += missing.all().size();
      missing.all().forEach((measure, by) -> add(new Difference(key.id(), key.at(), measure, by)));
    }

    private void add(Difference difference) {
      if (differences.size() < MOST) {
        differences.add(difference);
      }
    }

    RebuildReport build() {
      return new RebuildReport(
          repairs, dossiers, messages, behind, countedOtherwise, counters, differences);
    }
  }
}
