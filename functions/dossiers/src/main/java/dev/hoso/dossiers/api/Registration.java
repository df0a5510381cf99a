package dev.hoso.dossiers.api;

import dev.hoso.dossiers.api.DossierView.ApplicantView;
import dev.hoso.dossiers.api.DossierView.DocumentView;
import dev.hoso.dossiers.api.DossierView.ResponsibleView;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What registers a dossier: its form, for the published API. {@link RegistrationReader} reads it.
 *
 * @param procedure national code of the procedure; an agency's suffix is dropped
 * @param unit code of the unit that receives the dossier
 * @param channel how it came in; inPerson where it is not said
 * @param applicant whose dossier it is
 * @param receivedAt when it was accepted: the clock starts
 * @param dueAt the promise that stands on the appointment slip; it wins over what Hoso computes,
 *     and stays until another one is sent
 * @param status where it stands; without it a new dossier is received (2) if receivedAt is given,
 *     else registered (1), and one that is known stays where it stands
 * @param documents its papers
 * @param responsible who works on it
 */
@Schema(name = "Registration")
record Registration(
    String procedure,
    String unit,
    @Nullable
        @Schema(
            type = "string",
            allowableValues = {"inPerson", "online", "post"})
        String channel,
    ApplicantView applicant,
    @Nullable @Schema(format = "date-time") String receivedAt,
    @Nullable @Schema(format = "date-time") String dueAt,
    @Nullable @Schema(minimum = "1", maximum = "10") Integer status,
    @Nullable List<DocumentView> documents,
    @Nullable ResponsibleView responsible) {}
