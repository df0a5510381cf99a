package dev.hoso.payments.settlement;

import io.avaje.jsonb.Json;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came of a settlement file. It says nothing that another run over the same file and the same
 * payments would say otherwise.
 *
 * @param name what the file is called: the day, and what distinguishes it from others of that day
 * @param day null where the file's name does not begin with one
 * @param lines how many there were below the columns' names
 * @param totals by the words of {@link Finding}; each line is in exactly one of them, what is
 *     missing there in none
 * @param confirmedBy how many of the payments that are settled by this file we had learnt of on
 *     which way: {@code webhook}, {@code query}, {@code settlement}
 * @param fees what the gateway kept of them, by currency, in its smallest unit; empty where the
 *     file does not say
 * @param waiting of what is missing there, how much has waited how many days
 * @param differences how many there are, one by one
 */
@Json
public record Report(
    String gateway,
    String name,
    @Nullable String day,
    long lines,
    Map<String, Total> totals,
    Map<String, Long> confirmedBy,
    Map<String, Long> fees,
    Map<String, Total> waiting,
    long differences) {

  /**
   * How many, and how much money.
   *
   * @param sums by currency, in its smallest unit
   */
  @Json
  public record Total(long count, Map<String, Long> sums) {
    /** Nothing. */
    public static final Total NONE = new Total(0, Map.of());
  }

  /** How many came to this, and how much money. */
  public Total total(Finding finding) {
    return totals.getOrDefault(finding.code(), Total.NONE);
  }
}
