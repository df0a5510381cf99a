package dev.hoso.results.api;

import dev.hoso.core.ResultNumber;
import dev.hoso.core.Time;
import dev.hoso.results.Decided;
import dev.hoso.results.HandOuts;
import dev.hoso.results.History;
import dev.hoso.results.Result;
import dev.hoso.results.ResultRequest;
import dev.hoso.results.Revocation;
import dev.hoso.results.Sealed;
import dev.hoso.results.Sealer;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A result as officers see it: all but what it is to be made of. It is flat, as the item is.
 *
 * @param waitsFor {@code fee}, {@code documents} or {@code dossier}, while it is sealed and waits
 * @param size of the document, in bytes
 * @param signer whose certificate it is
 * @param reasons why it was refused
 * @param handOuts how often the applicant fetched it
 * @param documentDeletedAt when its document went; what it was stays verifiable
 */
@Serdeable
@Schema(name = "Result", description = "A result and what became of it")
record ShownResult(
    String number,
    String resultId,
    String dossier,
    String status,
    String statusAt,
    long version,
    String source,
    String unit,
    String procedure,
    String title,
    String createdAt,
    @Nullable String replaces,
    @Nullable String supersededBy,
    @Nullable String waitsFor,
    @Nullable String sha256,
    @Nullable Long size,
    @Nullable String signer,
    @Nullable String signedAt,
    @Nullable String sealedAt,
    List<Reason> reasons,
    @Nullable String issuedAt,
    @Nullable String revokedAt,
    @Nullable String revokedBy,
    @Nullable String revocationReason,
    long handOuts,
    @Nullable String handedOutAt,
    @Nullable String lastHandedOutAt,
    List<HandOut> handOutLog,
    @Nullable String documentDeletedAt,
    String verifyUrl) {

  /** Why it was refused: a stable name for programs and a sentence for people. */
  @Serdeable
  @Schema(name = "RefusalReason")
  record Reason(String type, String detail) {
    static List<Reason> of(List<Sealer.Reason> reasons) {
      return reasons.stream().map(it -> new Reason(it.type(), it.detail())).toList();
    }
  }

  /** One of the latest times at which the applicant fetched it. */
  @Serdeable
  @Schema(name = "HandOut")
  record HandOut(String at) {}

  /** The result, as its dossier decided on it. */
  static ShownResult of(Result result, @Nullable Decided decided, String verifyUrl) {
    ResultRequest request = result.request();
    Sealed sealed = result.sealed();
    History history = result.history();
    Revocation revocation = history.revocation();
    HandOuts handOuts = history.handOuts();
    return new ShownResult(
        request.number().value(),
        request.result().text(),
        request.number().dossier().value(),
        result.status().code(),
        Time.text(result.standing().at()),
        result.standing().version(),
        request.source().code(),
        request.unit(),
        request.procedure(),
        request.title(),
        Time.text(request.createdAt()),
        number(request.replaces()),
        number(history.supersededBy()),
        decided instanceof Decided.Waits waits ? waits.waitsFor() : null,
        sealed == null ? null : sealed.sha256(),
        sealed == null ? null : sealed.size(),
        sealed == null ? null : sealed.signer(),
        sealed == null ? null : Time.text(sealed.signedAt()),
        sealed == null ? null : Time.text(sealed.sealedAt()),
        Reason.of(result.reasons()),
        text(history.issuedAt()),
        revocation == null ? null : Time.text(revocation.at()),
        revocation == null ? null : revocation.by(),
        revocation == null ? null : revocation.reason(),
        handOuts.count(),
        text(handOuts.first()),
        text(handOuts.last()),
        handOuts.log().stream().map(Time::text).map(HandOut::new).toList(),
        text(history.documentDeletedAt()),
        verifyUrl);
  }

  private static @Nullable String text(@Nullable Instant instant) {
    return instant == null ? null : Time.text(instant);
  }

  private static @Nullable String number(@Nullable ResultNumber number) {
    return number == null ? null : number.value();
  }
}
