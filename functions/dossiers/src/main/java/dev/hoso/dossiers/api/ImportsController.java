package dev.hoso.dossiers.api;

import dev.hoso.core.Crockford;
import dev.hoso.core.Refused;
import dev.hoso.core.Settings;
import dev.hoso.core.Sha256;
import dev.hoso.core.Time;
import dev.hoso.core.dynamo.Outcome;
import dev.hoso.core.web.Body;
import dev.hoso.core.web.IdempotencyKey;
import dev.hoso.dossiers.imports.Import;
import dev.hoso.dossiers.imports.ImportBucket;
import dev.hoso.dossiers.imports.Imports;
import dev.hoso.dossiers.imports.Mappings;
import dev.hoso.dossiers.imports.Progress;
import dev.hoso.dossiers.imports.State;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.S3Client;

/** Taking over the dossiers of older systems. */
@ApiResponse(responseCode = "401", ref = Api.UNAUTHORIZED)
@ApiResponse(responseCode = "403", ref = Api.FORBIDDEN)
@Controller("/imports")
@Requires(classes = S3Client.class)
final class ImportsController {
  private static final Duration ADDRESS_HOLDS = Duration.ofHours(1);
  private static final int ID_BYTES = 10;
  private static final int LONGEST_SOURCE = 100;

  private final Imports imports;
  private final ImportBucket bucket;
  private final Mappings mappings;
  private final InstantSource clock;
  private final String bucketName;

  ImportsController(
      Imports imports,
      ImportBucket bucket,
      Mappings mappings,
      InstantSource clock,
      Settings settings) {
    this.bucketName = settings.required("HOSO_IMPORTS_BUCKET");
    this.imports = imports;
    this.bucket = bucket;
    this.mappings = mappings;
    this.clock = clock;
  }

  /**
   * Begins an import, and gives an address at which its CSV file can be put for an hour. Its
   * dossiers are taken over as soon as the file is there.
   *
   * @param idempotencyKey the caller's own name for the request: a repeat of it begins no second
   *     import
   */
  @Post
  @SecurityRequirement(name = Api.OFFICERS, scopes = Api.OPERATIONS)
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = ImportView.Request.class)))
  @ApiResponse(
      responseCode = "201",
      description = "begun, or begun before by the same request",
      content = @Content(schema = @Schema(implementation = ImportView.class)))
  @ApiResponse(responseCode = "400", ref = Api.INVALID)
  @ApiResponse(responseCode = "409", ref = Api.CONFLICT)
  HttpResponse<ImportView> beginImport(
      HttpRequest<?> request, @Header(IdempotencyKey.HEADER) @Nullable String idempotencyKey) {
    Import asked = asked(Body.of(request), IdempotencyKey.parse(idempotencyKey));
    Outcome outcome = imports.create(asked);
    Import there = imports.find(asked.id()).orElseThrow();
    if (!outcome.written() && !same(asked, there)) {
      throw new Refused(
          409,
          "idempotency-key-used",
          "That Idempotency-Key has begun another import. Use another key.");
    }
    return HttpResponse.created(shown(there), URI.create("/imports/" + there.id()));
  }

  /** Lists all imports, the newest first. */
  @Get
  @SecurityRequirement(name = Api.OFFICERS, scopes = Api.OPERATIONS)
  @ApiResponse(
      responseCode = "200",
      description = "the imports",
      content = @Content(schema = @Schema(implementation = ImportView.All.class)))
  ImportView.All listImports() {
    return new ImportView.All(imports.all().stream().map(it -> ImportView.of(it, null)).toList());
  }

  /**
   * Shows how far an import is, and how many lines came to what.
   *
   * @param id the import's
   */
  @Get("/{id}")
  @SecurityRequirement(name = Api.OFFICERS, scopes = Api.OPERATIONS)
  @ApiResponse(
      responseCode = "200",
      description = "the import",
      content = @Content(schema = @Schema(implementation = ImportView.class)))
  @ApiResponse(responseCode = "404", ref = Api.NOT_FOUND)
  ImportView showImport(String id) {
    return shown(found(id));
  }

  /**
   * Leads to the report of every refused line, a CSV with line, column, field and rule, once the
   * import is over. The address holds for five minutes.
   *
   * @param id the import's
   */
  @Get("/{id}/refused")
  @SecurityRequirement(name = Api.OFFICERS, scopes = Api.OPERATIONS)
  @ApiResponse(responseCode = "303", description = "it is at Location")
  @ApiResponse(responseCode = "404", ref = Api.NOT_FOUND)
  @ApiResponse(responseCode = "409", ref = Api.CONFLICT)
  HttpResponse<?> refusedLines(String id) {
    Import it = found(id);
    if (!it.over()) {
      throw new Refused(
          409, "import-not-over", "It is " + it.state().code() + ": the report comes at its end.");
    }
    return HttpResponse.seeOther(URI.create(bucket.reading(it, Duration.ofMinutes(5))));
  }

  /**
   * Reads no more of an import's file for now.
   *
   * @param id the import's
   */
  @Post("/{id}/pause")
  @SecurityRequirement(name = Api.OFFICERS, scopes = Api.OPERATIONS)
  @ApiResponse(
      responseCode = "200",
      description = "paused, or it was already",
      content = @Content(schema = @Schema(implementation = ImportView.class)))
  @ApiResponse(responseCode = "404", ref = Api.NOT_FOUND)
  @ApiResponse(responseCode = "409", ref = Api.CONFLICT)
  ImportView pauseImport(String id) {
    found(id);
    return changed(imports.pause(id), List.of(State.PAUSED));
  }

  /**
   * Goes on with an import where it was paused.
   *
   * @param id the import's
   */
  @Post("/{id}/resume")
  @SecurityRequirement(name = Api.OFFICERS, scopes = Api.OPERATIONS)
  @ApiResponse(
      responseCode = "200",
      description = "goes on, or did already",
      content = @Content(schema = @Schema(implementation = ImportView.class)))
  @ApiResponse(responseCode = "404", ref = Api.NOT_FOUND)
  @ApiResponse(responseCode = "409", ref = Api.CONFLICT)
  ImportView resumeImport(String id) {
    found(id);
    return changed(imports.resume(id, clock.instant()), List.of(State.RUNNING));
  }

  /**
   * Reads no more of an import's file, for good. What was taken over stays.
   *
   * @param id the import's
   */
  @Post("/{id}/cancel")
  @SecurityRequirement(name = Api.OFFICERS, scopes = Api.OPERATIONS)
  @ApiResponse(
      responseCode = "200",
      description = "cancelled, or it was already",
      content = @Content(schema = @Schema(implementation = ImportView.class)))
  @ApiResponse(responseCode = "404", ref = Api.NOT_FOUND)
  @ApiResponse(responseCode = "409", ref = Api.CONFLICT)
  ImportView cancelImport(String id) {
    found(id);
    return changed(imports.cancel(id, clock.instant()), List.of(State.CANCELLED));
  }

  private Import asked(Body body, @Nullable IdempotencyKey key) {
    String source = body.requiredLine("source", LONGEST_SOURCE);
    String mapping = body.requiredLine("mapping", LONGEST_SOURCE);
    boolean tell = body.flag("tell", false);
    if (mapping != null && !mappings.names().contains(mapping)) {
      body.fault("mapping", "must be one of " + String.join(", ", mappings.names()));
    }
    body.check();
    return new Import(
        id(key),
        Objects.requireNonNull(source),
        Objects.requireNonNull(mapping),
        tell,
        bucketName,
        State.WAITING,
        null,
        Time.now(clock),
        Progress.NONE);
  }

  private static String id(@Nullable IdempotencyKey key) {
    return key == null
        ? Crockford.random(ID_BYTES)
        : Crockford.text(Arrays.copyOf(Sha256.of("import", key.value()), ID_BYTES));
  }

  private static boolean same(Import one, Import other) {
    return one.source().equals(other.source())
        && one.mapping().equals(other.mapping())
        && one.tell() == other.tell();
  }

  private static ImportView changed(Outcome outcome, List<State> meant) {
    Import after = Import.of(outcome.item());
    if (!meant.contains(after.state())) {
      throw new Refused(
          409, "import-not-so", "It is " + after.state().code() + " and cannot become that.");
    }
    return ImportView.of(after, null);
  }

  private Import found(String id) {
    return imports
        .find(id)
        .orElseThrow(() -> new Refused(404, "unknown-import", "There is no such import."));
  }

  private ImportView shown(Import it) {
    return ImportView.of(
        it,
        it.state() == State.WAITING
            ? new ImportView.Upload(
                bucket.writing(it, ADDRESS_HOLDS),
                "PUT",
                Time.text(clock.instant().plus(ADDRESS_HOLDS)))
            : null);
  }
}
