package dev.hoso.dossiers.imports;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.hoso.core.Fault;
import dev.hoso.core.Invalid;
import dev.hoso.core.Log;
import dev.hoso.core.Time;
import dev.hoso.dossiers.Registrable;
import dev.hoso.dossiers.transfers.MovedUnits;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Reads an import's file on, a portion at a time, as long as there is time. What came of a portion
 * is written before how far it was read.
 */
record Reading(
    Imports imports,
    ImportBucket bucket,
    Mappings mappings,
    TakingOver takingOver,
    Registrable registrable,
    MovedUnits moved,
    InstantSource clock) {
  private static final String COLUMNS = "line,column,field,rule\r\n";
  private static final String NO_FILE = "There is no such file any more";
  private static final String CHANGED = "The file was put anew while it was read: start another";

  /** Reads on until the end of the file or of the time, or until somebody else does. */
  void goOn(Import from, BooleanSupplier timeLeft) {
    Optional<Import> reading = Optional.of(from);
    while (reading.isPresent()) {
      Import it = reading.get();
      if (it.state() == State.CANCELLED) {
        end(it, State.CANCELLED);
        return;
      }
      if (it.state() != State.RUNNING) {
        return;
      }
      if (it.progress().readAt() != null) {
        end(it, State.DONE);
        return;
      }
      if (!timeLeft.getAsBoolean()) {
        imports.release(it, clock.instant());
        return;
      }
      reading = portion(it);
    }
  }

  private Optional<Import> portion(Import it) {
    Optional<Mapping> mapping = mappings.of(it.mapping());
    if (mapping.isEmpty()) {
      return fail(it, "There is no mapping of that name any more");
    }
    Optional<ImportBucket.Content> opened = bucket.open(it);
    if (opened.isEmpty()) {
      return fail(it, NO_FILE);
    }
    try {
      try (ImportBucket.Content content = opened.get()) {
        String etag = it.progress().etag();
        if (etag != null && !etag.equals(content.etag())) {
          return fail(it, CHANGED);
        }
        Portion portion = Portion.read(content, it.progress(), mapping.get());
        return take(it, portion, mapping.get(), content);
      }
    } catch (Invalid header) {
      Fault fault = header.faults().getFirst();
      return fail(it, fault.field() + " " + fault.rule());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Optional<Import> take(
      Import it, Portion portion, Mapping mapping, ImportBucket.Content content) {
    LineReader reader =
        new LineReader(
            mapping, registrable, moved.successors(), portion.header().places(), Time.now(clock));
    NavigableMap<Integer, Taken> taken = takingOver.take(portion.records(), it, reader);
    Progress to = progress(it.progress(), portion, taken, content);
    if (to.refused() > it.progress().refused()) {
      bucket.refused(it, it.progress().offset(), report(taken, mapping));
    }
    return imports.advance(it, to, clock.instant());
  }

  private Progress progress(
      Progress from,
      Portion portion,
      NavigableMap<Integer, Taken> taken,
      ImportBucket.Content content) {
    return new Progress(
        content.etag(),
        portion.end(),
        content.size(),
        portion.line(),
        from.lines() + taken.size(),
        from.takenOver() + count(taken, Taken.Over.class),
        from.same() + count(taken, Taken.Same.class),
        from.refused() + count(taken, Taken.Refused.class),
        portion.headerLine(),
        portion.last() ? Time.now(clock) : null);
  }

  private static long count(NavigableMap<Integer, Taken> taken, Class<? extends Taken> kind) {
    return taken.values().stream().filter(kind::isInstance).count();
  }

  /** A line for each fault; of what stands in the file, only where it stands. */
  private static String report(NavigableMap<Integer, Taken> taken, Mapping mapping) {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().build(text)) {
      taken.forEach(
          (line, it) -> {
            if (it instanceof Taken.Refused refused) {
              refused.faults().forEach(fault -> write(csv, line, fault, mapping));
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static void write(CsvWriter csv, int line, Fault fault, Mapping mapping) {
    String column = mapping.part(fault.field()).map(part -> part.column().name()).orElse("");
    csv.writeRecord(Integer.toString(line), column, fault.field(), fault.rule());
  }

  private Optional<Import> fail(Import it, String reason) {
    end(it.failed(reason), State.FAILED);
    return Optional.empty();
  }

  private void end(Import it, State state) {
    bucket.report(it, COLUMNS);
    imports.end(it, state);
    Progress progress = it.progress();
    Log.info(
        "importEnded",
        Map.of(
            "import", it.id(),
            "status", state.code(),
            "lines", progress.lines(),
            "takenOver", progress.takenOver(),
            "same", progress.same(),
            "refused", progress.refused()));
  }
}
