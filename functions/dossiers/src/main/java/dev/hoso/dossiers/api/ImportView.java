package dev.hoso.dossiers.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hoso.core.Time;
import dev.hoso.dossiers.imports.Import;
import dev.hoso.dossiers.imports.Progress;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The taking over of an older system's dossiers.
 *
 * @param source what the older system is called
 * @param mapping by which its file is read
 * @param tell whether applicants are told how their dossiers stand
 * @param failure why its file cannot be read
 * @param readAt when the last line was read
 * @param upload where to put its file, until it is there
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Import")
record ImportView(
    String id,
    String source,
    String mapping,
    boolean tell,
    @Schema(
            type = "string",
            allowableValues = {"waiting", "running", "paused", "cancelled", "done", "failed"})
        String status,
    @Nullable String failure,
    @Schema(format = "date-time") String createdAt,
    @Nullable @Schema(format = "date-time") String readAt,
    ProgressView progress,
    @Nullable Upload upload) {

  static ImportView of(Import it, @Nullable Upload upload) {
    return new ImportView(
        it.id(),
        it.source(),
        it.mapping(),
        it.tell(),
        it.state().code(),
        it.failure(),
        Time.text(it.createdAt()),
        Time.textOrNull(it.progress().readAt()),
        ProgressView.of(it.progress()),
        upload);
  }

  /**
   * What begins an import.
   *
   * @param tell false where it is not said: taking over is no news for a citizen
   */
  @Schema(name = "ImportRequest")
  record Request(String source, String mapping, @Nullable Boolean tell) {}

  /**
   * How far its file was read, and what came of it.
   *
   * @param bytes how many of the file were read
   * @param size of the file in bytes
   * @param lines how many lines were a dossier's
   * @param takenOver how many dossiers it brought
   * @param same how many were here already, with the same content
   * @param refused how many were not taken over: the report names each
   */
  @Serdeable
  @Schema(name = "ImportProgress")
  record ProgressView(long bytes, long size, long lines, long takenOver, long same, long refused) {
    static ProgressView of(Progress it) {
      return new ProgressView(
          it.offset(), it.size(), it.lines(), it.takenOver(), it.same(), it.refused());
    }
  }

  /** Where to put its file. */
  @Serdeable
  @Schema(name = "ImportUpload")
  record Upload(String url, String method, @Schema(format = "date-time") String expiresAt) {}

  /** Imports. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  @Schema(name = "Imports")
  record All(List<ImportView> imports) {}
}
