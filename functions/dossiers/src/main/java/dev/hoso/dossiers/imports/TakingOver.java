package dev.hoso.dossiers.imports;

import dev.hoso.core.AtOnce;
import dev.hoso.core.DossierCode;
import dev.hoso.core.Fault;
import dev.hoso.core.Invalid;
import dev.hoso.core.csv.Records;
import dev.hoso.dossiers.Command.TakeOver;
import dev.hoso.dossiers.Decision;
import dev.hoso.dossiers.Dossier;
import dev.hoso.dossiers.DossierRules;
import dev.hoso.dossiers.Dossiers;
import dev.hoso.dossiers.Imported;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;

/**
 * Takes the dossiers of a portion over, many at once. Lines that name the same dossier follow one
 * another as they stand, so a file always comes to the same; a dossier remembers its line, so a
 * line that is read again after a crash knows its own.
 */
record TakingOver(Dossiers dossiers, DossierRules rules) {
  /** As many writes as are under way. */
  private static final int AT_ONCE = 64;

  private static final String UNREADABLE =
      "cannot be read: a quote is not closed, it has more than "
          + ByteLines.LONGEST
          + " bytes, or they are in another charset than the mapping says";

  /** What became of each line, by its number. */
  NavigableMap<Integer, Taken> take(List<Records.Found> records, Import it, LineReader reader) {
    NavigableMap<Integer, Taken> all = new TreeMap<>();
    Map<DossierCode, List<TakeOver>> byDossier = new LinkedHashMap<>();
    for (Records.Found record : records) {
      try {
        TakeOver taken = read(record, it, reader);
        byDossier.computeIfAbsent(taken.register().code(), code -> new ArrayList<>()).add(taken);
      } catch (Invalid invalid) {
        all.put(record.number(), new Taken.Refused(invalid.faults()));
      }
    }
    List<Callable<Map<Integer, Taken>>> tasks = new ArrayList<>();
    byDossier.values().forEach(lines -> tasks.add(() -> take(lines, reader.now())));
    AtOnce.all(AT_ONCE, tasks).forEach(all::putAll);
    return all;
  }

  private static TakeOver read(Records.Found record, Import it, LineReader reader) {
    List<String> fields = record.fields();
    if (fields == null) {
      throw new Invalid("line", UNREADABLE);
    }
    return reader.read(fields, new Imported(it.id(), record.number(), it.tell()));
  }

  private Map<Integer, Taken> take(List<TakeOver> lines, Instant time) {
    Map<Integer, Taken> taken = new LinkedHashMap<>();
    for (TakeOver line : lines) {
      Decision decision =
          dossiers.create(line.register().code(), now -> rules.decide(now, line, time));
      taken.put(line.imported().line(), judge(line, decision));
    }
    return taken;
  }

  private static Taken judge(TakeOver line, Decision decision) {
    return switch (decision) {
      case Decision.Changed changed -> new Taken.Over();
      case Decision.Unchanged unchanged -> judge(line, unchanged.dossier());
      case Decision.Faulty faulty -> new Taken.Refused(List.of(rightly(faulty.fault())));
      default -> throw new IllegalStateException("Nobody takes over by " + decision);
    };
  }

  private static Taken judge(TakeOver line, Dossier here) {
    Imported before = here.origin().imported();
    Integer brought =
        (before != null && before.id().equals(line.imported().id())) ? before.line() : null;
    if (brought != null && brought == line.imported().line()) {
      return new Taken.Over();
    }
    if (here.erased()) {
      return Taken.Refused.of(
          "code", "was erased at its applicant's request and is not taken over again");
    }
    if (here.same(line)) {
      return new Taken.Same();
    }
    String where = brought == null ? "is here" : "stands in line " + brought;
    return Taken.Refused.of("code", where + " already, with other content");
  }

  /** A rule that names a time of a dossier would be personal where it stands beside its line. */
  private static Fault rightly(Fault fault) {
    return fault.field().equals("dueAt")
        ? new Fault("dueAt", "must not be before receivedAt")
        : fault;
  }
}
