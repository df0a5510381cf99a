package dev.hoso.local.streams;

import dev.hoso.local.StartupProblem;
import dev.hoso.local.template.StreamSource;
import java.io.IOException;
import java.util.List;
import software.amazon.event.ruler.Machine;

/** The mapping's filter patterns, matched by the library that AWS matches events with. */
final class RecordFilter {
  private final List<String> patterns;
  private final Machine machine = Machine.builder().build();

  /**
   * Compiles the patterns.
   *
   * @throws StartupProblem naming the one that is wrong
   */
  RecordFilter(StreamSource source) {
    this.patterns = source.patterns();
    for (String pattern : patterns) {
      try {
        machine.addRule(pattern, pattern);
      } catch (IOException e) {
        throw new StartupProblem(
            "Resources.%s.Properties.Events.%s.Properties.FilterCriteria: the pattern %s is wrong: %s"
                .formatted(source.function(), source.name(), pattern, e.getMessage()),
            e);
      }
    }
  }

  boolean passes(StreamRecord record) {
    if (patterns.isEmpty()) {
      return true;
    }
    try {
      return !machine.rulesForJSONEvent(record.json().toString()).isEmpty();
    } catch (Exception e) { // That is what the library declares.
      throw new IllegalStateException("the filter failed on " + record.sequence(), e);
    }
  }
}
