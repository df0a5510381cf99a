package dev.hoso.indicators;

import dev.hoso.core.dynamo.Table;
import java.util.Arrays;

/** Dossiers that were counted, for tests of what is made of the counters. */
public final class CountedForTests {
  private CountedForTests() {}

  /** Counts these as they are. */
  public static void count(Table indicators, Given... dossiers) {
    new Counters(indicators).count(Arrays.stream(dossiers).map(Given::contribution).toList());
  }
}
