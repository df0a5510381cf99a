package dev.hoso.results.seal.check;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The way of a document from its first signature to what was sent, step by step. */
final class Steps {
  private record Step(long from, long to, boolean signedByAPerson) {}

  private Steps() {}

  /** What was changed that must not be, in the first step in which something was. */
  static Optional<String> changes(byte[] pdf, List<Signed> inOrder) {
    for (Step step : of(pdf, inOrder)) {
      Optional<String> changes = changes(pdf, step);
      if (changes.isPresent()) {
        return changes;
      }
    }
    return Optional.empty();
  }

  private static List<Step> of(byte[] pdf, List<Signed> inOrder) {
    List<Step> steps = new ArrayList<>();
    // What was there before the first signature was signed by it.
    List<Signed> signatures = inOrder.stream().dropWhile(Signed::timestamp).toList();
    long from = signatures.getFirst().end();
    for (Signed signed : signatures.subList(1, signatures.size())) {
      steps.add(new Step(from, signed.end(), !signed.timestamp()));
      from = signed.end();
    }
    if (!blank(pdf, from)) {
      steps.add(new Step(from, pdf.length, false));
    }
    return steps;
  }

  private static Optional<String> changes(byte[] pdf, Step step) {
    try {
      return LaterChanges.between(pdf, step.from(), step.to(), step.signedByAPerson());
    } catch (IOException | RuntimeException unreadable) {
      return Optional.of("a revision of it cannot be read");
    }
  }

  /** A line's end after the end of a document is no change. */
  private static boolean blank(byte[] pdf, long from) {
    for (int i = (int) from; i < pdf.length; i++) {
      if (pdf[i] != '\n' && pdf[i] != '\r') {
        return false;
      }
    }
    return true;
  }
}
