package dev.hoso.citizen.verify;

import dev.hoso.core.Invalid;
import dev.hoso.core.ResultId;
import dev.hoso.core.web.Body;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a system wants to know: which result, by its id, its document's hash, or both.
 *
 * @param resultId as it stands under the QR code; hyphens may be left out
 * @param sha256 of the document, in 64 hexadecimal digits
 */
@Schema(name = "VerificationQuestion")
record Question(@Nullable String resultId, @Nullable String sha256) {
  /**
   * Reads the question.
   *
   * @throws Invalid with everything that is wrong in it
   */
  static Question read(Body body) {
    String id = body.text("resultId");
    String hash = body.text("sha256");
    ResultId resultId = body.noting(() -> id == null ? null : ResultId.parse("resultId", id));
    String sha256 = body.noting(() -> hash == null ? null : Fingerprint.parse(hash));
    if (!body.has("resultId") && !body.has("sha256")) {
      body.fault("resultId", "or sha256 must be there");
    }
    body.check();
    return new Question(resultId == null ? null : resultId.value(), sha256);
  }
}
