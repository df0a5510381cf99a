package dev.hoso.citizen.verify;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hoso.citizen.Words;
import dev.hoso.core.Name;
import dev.hoso.core.Time;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A result for programs: what its page shows.
 *
 * @param resultId in groups, as it stands under the QR code
 * @param sha256 of the document, in hexadecimal digits
 * @param supersededBy the number of the result that replaces it
 * @param matches whether the document with the hash that was sent is this one; absent where none
 *     was sent
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Verification")
record Verification(
    String resultId,
    String number,
    @Schema(
            type = "string",
            allowableValues = {"valid", "superseded", "revoked"})
        String status,
    Issuer unit,
    @Nullable @Schema(format = "date-time") String issuedAt,
    @Nullable @Schema(format = "date-time") String sealedAt,
    @Nullable String sha256,
    @Nullable String supersededBy,
    @Nullable @Schema(format = "date-time") String supersededAt,
    @Nullable @Schema(format = "date-time") String revokedAt,
    @Nullable Boolean matches) {
  /** The unit that issued it. */
  @Serdeable
  @Schema(name = "IssuingUnit")
  record Issuer(String code, Name name) {}

  static Verification of(Verified result, Words words, @Nullable Boolean matches) {
    return new Verification(
        result.id().text(),
        result.number(),
        result.validity().code(),
        new Issuer(result.unit(), words.unit(result.unit())),
        text(result.issuedAt()),
        text(result.sealedAt()),
        result.sha256(),
        result.supersededBy(),
        text(result.supersededAt()),
        text(result.revokedAt()),
        matches);
  }

  private static @Nullable String text(@Nullable Instant time) {
    return time == null ? null : Time.text(time);
  }
}
