package dev.hoso.results.api;

import dev.hoso.core.DossierCode;
import dev.hoso.core.Fault;
import dev.hoso.core.Invalid;
import dev.hoso.core.ResultId;
import dev.hoso.core.catalogue.Catalogue;
import dev.hoso.core.catalogue.Procedure;
import dev.hoso.results.Documents;
import dev.hoso.results.Dossiers.Dossier;
import dev.hoso.results.Sent;
import dev.hoso.results.templates.ResultTemplate;
import dev.hoso.results.templates.ResultTemplates;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Keeps what a result is to be made of, if at a glance it can be. */
@Singleton
final class Intake {
  private final Documents documents;
  private final Catalogue catalogue;
  private final ResultTemplates templates;

  Intake(Documents documents, Catalogue catalogue, ResultTemplates templates) {
    this.documents = documents;
    this.catalogue = catalogue;
    this.templates = templates;
  }

  /**
   * Keeps it.
   *
   * @throws Invalid where nothing was uploaded, or fields do not fit the procedure's template
   */
  Sent keep(Made made, Dossier dossier, ResultId result) {
    return switch (made) {
      case Made.Inline inline -> Sent.upload(documents.keepInline(result, inline.pdf().bytes()));
      case Made.Uploaded uploaded -> Sent.upload(uploaded(dossier.code(), uploaded.id()));
      case Made.Filled filled -> {
        requireFitting(dossier, filled.values());
        yield Sent.fields(filled.values());
      }
    };
  }

  private String uploaded(DossierCode dossier, String id) {
    String key = Documents.uploadKey(dossier, id);
    OptionalLong size = documents.size(key);
    if (size.isEmpty()) {
      throw wrongUpload("must be an upload for this dossier, and nothing lies there yet");
    }
    if (size.getAsLong() > Documents.MOST_BYTES) {
      throw wrongUpload("must have at most " + Documents.MOST_BYTES + " bytes");
    }
    if (!Made.isPdf(documents.start(key))) {
      throw wrongUpload("must be a PDF: its first bytes are not %PDF-");
    }
    return key;
  }

  private static Invalid wrongUpload(String rule) {
    return new Invalid("upload.id", rule);
  }

  private void requireFitting(Dossier dossier, Map<String, String> values) {
    String asked = dossier.procedure();
    String procedure = catalogue.procedure(asked).map(Procedure::code).orElse(asked);
    ResultTemplate template = templates.of(procedure).orElseThrow(() -> withoutTemplate(procedure));
    List<Fault> faults = template.faults(values);
    if (!faults.isEmpty()) {
      throw new Invalid(faults);
    }
  }

  private static Invalid withoutTemplate(String procedure) {
    return new Invalid(
        "fields", "cannot be taken: the procedure " + procedure + " has no template; send a PDF");
  }
}
