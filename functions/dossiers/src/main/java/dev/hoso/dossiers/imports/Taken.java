package dev.hoso.dossiers.imports;

import dev.hoso.core.Fault;
import java.util.List;

/** What became of a line. */
sealed interface Taken {
  /** Its dossier was taken over by it, now or before a crash. */
  record Over() implements Taken {}

  /** Its dossier is here with the same content. */
  record Same() implements Taken {}

  /**
   * Its dossier was not taken over.
   *
   * @param faults with the field as a registration has it
   */
  record Refused(List<Fault> faults) implements Taken {
    public Refused {
      faults = List.copyOf(faults);
    }

    static Refused of(String field, String rule) {
      return new Refused(List.of(new Fault(field, rule)));
    }
  }
}
