package dev.hoso.notifications;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a change of a dossier's electronic results means for its applicant. */
final class ResultFacts {
  /** KQ2 before KQ10. */
  private static final Comparator<Result> BY_NUMBER =
      Comparator.<Result>comparingInt(result -> result.number().length())
          .thenComparing(Result::number);

  private ResultFacts() {}

  static List<Fact> between(@Nullable Dossier before, Dossier after) {
    return Stream.concat(
            became("issued", before, after).map(ResultFacts::issued),
            became("revoked", before, after).filter(ResultFacts::held).map(ResultFacts::revoked))
        .toList();
  }

  /** Whether a result was issued among these facts. */
  static boolean issued(List<Fact> facts) {
    return facts.stream().anyMatch(Fact.ResultIssued.class::isInstance);
  }

  private static Stream<Result> became(String status, @Nullable Dossier before, Dossier after) {
    Map<String, Result> earlier = before == null ? Map.of() : before.results();
    return after.results().values().stream()
        .filter(result -> result.status().equals(status))
        .filter(result -> !status.equals(statusOf(earlier.get(result.number()))))
        .sorted(BY_NUMBER);
  }

  private static @Nullable String statusOf(@Nullable Result result) {
    return result == null ? null : result.status();
  }

  /**
   * Whether the applicant holds it to be valid: one that waited was never heard of, and of a
   * corrected one it was told that it is valid no longer.
   */
  private static boolean held(Result result) {
    return result.issuedAt() != null && result.supersededBy() == null;
  }

  private static Fact issued(Result result) {
    return new Fact.ResultIssued(result.number(), result.replaces(), result.issuedAt());
  }

  private static Fact revoked(Result result) {
    return new Fact.ResultRevoked(result.number(), result.revocationReason(), result.revokedAt());
  }
}
