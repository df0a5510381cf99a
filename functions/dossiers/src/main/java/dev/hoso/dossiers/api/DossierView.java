package dev.hoso.dossiers.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hoso.core.Time;
import dev.hoso.core.web.OfferedGateway;
import dev.hoso.dossiers.Applicant;
import dev.hoso.dossiers.Document;
import dev.hoso.dossiers.Dossier;
import dev.hoso.dossiers.Due;
import dev.hoso.dossiers.Filing;
import dev.hoso.dossiers.Imported;
import dev.hoso.dossiers.Responsible;
import dev.hoso.dossiers.Standing;
import dev.hoso.dossiers.Transfer;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A dossier as officers' systems see it.
 *
 * @param statusAt since when it stands so
 * @param dueAt the last second that is in time; while the citizen has to act the clock stands and
 *     the time is computed anew when it goes on
 * @param decidedAt when the administration was done with it: 9, or 3, 7, 8; whenever the result is
 *     handed over
 * @param dueSource whether the officer's system sent it or Hoso computed it
 * @param dueProvisional computed over a year whose holidays are not announced yet
 * @param imported the import that took it over from an older system
 * @param transfers between units, the first one first
 * @param version goes up with every change; it is the ETag
 * @param gateways where a fee can be paid, while one can
 * @param results electronic results, in the order of their numbers
 * @param erasedAt when the applicant's data was erased at their request; their name is empty then
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Dossier")
record DossierView(
    String code,
    String procedure,
    String unit,
    int status,
    @Schema(format = "date-time") String statusAt,
    @Nullable String statusReason,
    @Schema(
            type = "string",
            allowableValues = {"inPerson", "online", "post"})
        String channel,
    ApplicantView applicant,
    @Nullable @Schema(format = "date-time") String receivedAt,
    @Nullable @Schema(format = "date-time") String dueAt,
    @Nullable
        @Schema(
            type = "string",
            allowableValues = {"sent", "computed"})
        String dueSource,
    boolean dueProvisional,
    @Nullable @Schema(format = "date-time") String decidedAt,
    List<DocumentView> documents,
    @Nullable ResponsibleView responsible,
    @Nullable String imported,
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
        @Schema(requiredMode = Schema.RequiredMode.NOT_REQUIRED)
        List<TransferredView> transfers,
    long version,
    @Nullable @Schema(format = "date-time") String erasedAt,
    List<PaymentView> payments,
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
        @Schema(
            description =
                "While a fee can be paid: the gateways that the unit has switched on and that take"
                    + " its currency",
            requiredMode = Schema.RequiredMode.NOT_REQUIRED)
        List<OfferedGateway> gateways,
    List<ResultView> results,
    List<MessageView> messages) {

  static DossierView of(
      Dossier dossier,
      List<OfferedGateway> gateways,
      List<ResultView> results,
      List<MessageView> messages) {
    Filing filing = dossier.filing();
    Standing standing = dossier.standing();
    Due due = dossier.due();
    Imported imported = dossier.origin().imported();
    return new DossierView(
        dossier.code().value(),
        filing.procedure(),
        filing.unit(),
        standing.status().code(),
        Time.text(standing.at()),
        standing.reason(),
        filing.channel().code(),
        ApplicantView.of(filing.applicant()),
        Time.textOrNull(filing.receivedAt()),
        due == null ? null : Time.text(due.at()),
        due == null ? null : due.source().code(),
        due != null && due.provisional(),
        Time.textOrNull(dossier.clock().decidedAt()),
        filing.documents().stream().map(DocumentView::of).toList(),
        ResponsibleView.of(filing.responsible()),
        imported == null ? null : imported.id(),
        dossier.origin().transfers().stream().map(TransferredView::of).toList(),
        dossier.version(),
        Time.textOrNull(dossier.lifetime().erasedAt()),
        payments(dossier),
        gateways,
        results,
        messages);
  }

  private static List<PaymentView> payments(Dossier dossier) {
    return dossier.payments().values().stream()
        .map(PaymentView::of)
        .sorted(Comparator.comparing(PaymentView::createdAt).thenComparing(PaymentView::reference))
        .toList();
  }

  /**
   * Whose dossier it is.
   *
   * @param phone kept and shown as +84 and the number
   * @param pushEndpoint the device that runs the city's app: ARN of an SNS platform endpoint
   * @param language vi where it is not said
   * @param consent whether they want to be told; they do where it is not said, for telling is what
   *     the service is for
   * @param channel by which they want to be told alone; another takes its place where it cannot. By
   *     all that lead to them where it is not said
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "Applicant")
  record ApplicantView(
      String name,
      @Nullable String phone,
      @Nullable String email,
      @Nullable String pushEndpoint,
      @Nullable
          @Schema(
              type = "string",
              allowableValues = {"vi", "en"})
          String language,
      @Nullable Boolean consent,
      @Nullable
          @Schema(
              type = "string",
              allowableValues = {"sms", "email", "push"})
          String channel) {
    static ApplicantView of(Applicant applicant) {
      return new ApplicantView(
          applicant.name(),
          applicant.phone() == null ? null : applicant.phone().e164(),
          applicant.email() == null ? null : applicant.email().value(),
          applicant.pushEndpoint() == null ? null : applicant.pushEndpoint().arn(),
          applicant.language().code(),
          applicant.consent(),
          applicant.channel() == null ? null : applicant.channel().code());
    }
  }

  /**
   * That it was handed from one unit to another.
   *
   * @param transfer the transfer of the whole unit that it was a part of
   */
  @Serdeable
  @Schema(name = "Transferred")
  record TransferredView(
      String from,
      String to,
      @Schema(format = "date-time") String at,
      String transfer,
      String reason) {
    static TransferredView of(Transfer it) {
      return new TransferredView(
          it.from(), it.to(), Time.text(it.at()), it.transfer(), it.reason());
    }
  }

  /**
   * A paper of the dossier.
   *
   * @param digitised whether it is kept as an electronic copy
   * @param reused whether it was taken from what the administration already had
   */
  @Serdeable
  @Schema(name = "Document")
  record DocumentView(String code, @Nullable Boolean digitised, @Nullable Boolean reused) {
    static DocumentView of(Document document) {
      return new DocumentView(document.code(), document.digitised(), document.reused());
    }
  }

  /**
   * Who works on the dossier.
   *
   * @param role the position, never a person's name
   */
  @Serdeable
  @Schema(name = "Responsible")
  record ResponsibleView(String unit, String role) {
    static @Nullable ResponsibleView of(@Nullable Responsible responsible) {
      return responsible == null
          ? null
          : new ResponsibleView(responsible.unit(), responsible.role());
    }
  }
}
