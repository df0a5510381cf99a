package dev.hoso.results.seal.check;

import dev.hoso.results.Sealer.Reason;
import dev.hoso.results.seal.Tests;
import java.util.List;

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

  static List<Reason> reasons(byte[] pdf) {
    try {
      CHECK.check(pdf, Tests.NOW);
      return List.of();
    } catch (RefusedDocument refused) {
      return refused.reasons();
    }
  }
}
