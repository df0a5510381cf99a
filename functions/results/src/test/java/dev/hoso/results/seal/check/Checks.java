package dev.hoso.results.seal.check;

import dev.hoso.results.Sealer.Reason;
import dev.hoso.results.seal.Tests;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;

/** The check of a city that trusts the tests' root. */
final class Checks {
  private static final SignatureCheck CHECK = new SignatureCheck(List.of(Tests.ROOT.certificate()));

  private Checks() {}

  static SignatureCheck.Outcome check(byte[] pdf) throws RefusedDocument {
    return CHECK.check(pdf, Tests.NOW);
  }

  /** The types of the reasons for which it is refused; none where it is taken. */
  static List<String> refusal(byte[] pdf) {
    return reasons(pdf).stream().map(Reason::type).toList();
  }

  /** Whether the comparison of objects alone finds a change, without EU DSS. */
  static boolean hasLaterChanges(byte[] pdf) throws Exception {
    try (PDDocument document = PdfReader.open(pdf)) {
      return Steps.changes(pdf, Signed.in(document)).isPresent();
    }
  }

  static List<Reason> reasons(byte[] pdf) {
    try {
      CHECK.check(pdf, Tests.NOW);
      return List.of();
    } catch (RefusedDocument refused) {
      return refused.reasons();
    }
  }
}
