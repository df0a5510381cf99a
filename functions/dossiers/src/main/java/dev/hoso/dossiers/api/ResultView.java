package dev.hoso.dossiers.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hoso.core.ResultId;
import dev.hoso.core.dynamo.Item;
import dev.hoso.dossiers.Dossier;
import dev.hoso.dossiers.Result;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An electronic result of the dossier.
 *
 * @param number the dossier's code and the result's ordinal
 * @param resultId names it to whoever verifies it, as it stands under the QR code
 * @param verifyUrl where the QR code leads, once it is issued
 * @param status sealed while it waits to be issued
 * @param waitsFor what a sealed one waits for: the fee, papers, or the dossier's status
 * @param title what it is called
 * @param unit code of the unit that issues it
 * @param version goes up with every change of the result
 * @param replaces number of the result that it corrects
 * @param supersededBy number of the result that corrects it
 * @param handedOutAt when it was fetched first
 * @param documentDeletedAt since when the document is no longer kept; what it was stays verifiable
 * @param sha256 of the document
 * @param reasons why it was refused
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "DossierResult")
record ResultView(
    String number,
    String resultId,
    String verifyUrl,
    @Schema(
            type = "string",
            allowableValues = {"sealed", "issued", "superseded", "revoked", "refused"})
        String status,
    @Nullable
        @Schema(
            type = "string",
            allowableValues = {"fee", "documents", "dossier"})
        String waitsFor,
    String title,
    String unit,
    long version,
    @Nullable @Schema(format = "date-time") String sealedAt,
    @Nullable @Schema(format = "date-time") String issuedAt,
    @Nullable String replaces,
    @Nullable String supersededBy,
    @Nullable @Schema(format = "date-time") String revokedAt,
    @Nullable String revocationReason,
    @Nullable @Schema(format = "date-time") String handedOutAt,
    @Nullable @Schema(format = "date-time") String documentDeletedAt,
    @Nullable String sha256,
    @Nullable List<ReasonView> reasons) {

  /** All of a dossier, in the order of their numbers. */
  static List<ResultView> all(Dossier dossier, String citizenAddress) {
    return dossier.results().values().stream()
        .sorted(Comparator.comparingInt(Result::ordinal))
        .map(result -> of(result.facts(), citizenAddress))
        .toList();
  }

  private static ResultView of(Item facts, String citizenAddress) {
    ResultId id = new ResultId(facts.text("result"));
    return new ResultView(
        facts.text("number"),
        id.text(),
        citizenAddress + "/verify/" + id.value(),
        facts.text("status"),
        facts.textOrNull("waitsFor"),
        facts.text("title"),
        facts.text("unit"),
        facts.number("version"),
        facts.textOrNull("sealedAt"),
        facts.textOrNull("issuedAt"),
        facts.textOrNull("replaces"),
        facts.textOrNull("supersededBy"),
        facts.textOrNull("revokedAt"),
        facts.textOrNull("revocationReason"),
        facts.textOrNull("handedOutAt"),
        facts.textOrNull("documentDeletedAt"),
        facts.textOrNull("sha256"),
        facts.has("reasons") ? facts.list("reasons").stream().map(ReasonView::of).toList() : null);
  }

  /**
   * Why a result was refused.
   *
   * @param type stable name of the reason, such as no-signature
   * @param detail what is wrong and what to do
   */
  @Serdeable
  @Schema(name = "DossierResultReason")
  record ReasonView(String type, String detail) {
    static ReasonView of(Item reason) {
      return new ReasonView(reason.text("type"), reason.text("detail"));
    }
  }
}
