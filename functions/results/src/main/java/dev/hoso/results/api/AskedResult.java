package dev.hoso.results.api;

import dev.hoso.core.DossierCode;
import dev.hoso.core.Invalid;
import dev.hoso.core.ResultNumber;
import dev.hoso.core.Sha256;
import dev.hoso.core.catalogue.Catalogue;
import dev.hoso.core.web.Body;
import dev.hoso.results.Source;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a caller says of a result; what is left out has a default.
 *
 * @param made what the result is to be made of
 * @param title what it is called; null for the procedure's name
 * @param replaces the result of the same dossier that it corrects
 * @param unit the code of the unit that issues it; null for the dossier's
 */
record AskedResult(
    Made made, @Nullable String title, @Nullable ResultNumber replaces, @Nullable String unit) {

  private static final int LONGEST_TITLE = 200;

  /** What is asked for, as it is sent. */
  @Schema(
      name = "ResultRequest",
      description = "Exactly one of signed, unsigned, upload and fields says what the result is")
  record SentResult(
      @Nullable
          @Schema(
              description = "What it is called; left out, the procedure's name",
              maxLength = LONGEST_TITLE)
          String title,
      @Nullable
          @Schema(
              description = "A PDF that the department signed, in base64, of at most 4 MB",
              format = "byte")
          String signed,
      @Nullable
          @Schema(
              description = "A PDF without a signature, in base64, of at most 4 MB",
              format = "byte")
          String unsigned,
      @Nullable @Schema(description = "A PDF of up to 50 MB that was uploaded before")
          Upload upload,
      @Nullable @Schema(description = "Values for the template of the procedure, by its fields")
          Map<String, String> fields,
      @Nullable
          @Schema(description = "The result of this dossier that it corrects", pattern = "KQ[1-9]")
          String replaces,
      @Nullable @Schema(description = "The issuing unit; left out, the dossier's") String unit) {

    /** What was uploaded. */
    @Schema(name = "UploadedDocument")
    record Upload(
        @Schema(description = "As the upload was called when it was asked for") String id,
        @Schema(description = "Whether the department signed it") boolean signed) {}
  }

  /**
   * Reads one.
   *
   * @throws Invalid with every fault of it that can be seen without the dossier
   */
  static AskedResult read(Body body, DossierCode dossier, Catalogue catalogue) {
    Made made = Made.read(body);
    String title = body.line("title", LONGEST_TITLE);
    String replaces = body.text("replaces");
    ResultNumber replaced =
        replaces == null
            ? null
            : body.noting(() -> ResultNumber.parse("replaces", dossier, replaces));
    String unit = body.text("unit");
    if (unit != null && catalogue.unit(unit).isEmpty()) {
      body.fault("unit", "must be the code of a unit, as GET /units lists them");
    }
    body.check();
    return new AskedResult(Objects.requireNonNull(made), title, replaced, unit);
  }

  Source source() {
    return made.source();
  }

  /** The same for every repeat of the same request, and for no other. */
  String digest() {
    return Sha256.hex(
        List.of(
                source().code(),
                made.digest(),
                "title=" + title,
                "replaces=" + replaces,
                "unit=" + unit)
            .toArray(String[]::new));
  }
}
