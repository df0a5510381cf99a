package dev.hoso.results.seal;

import dev.hoso.core.catalogue.Catalogue;
import dev.hoso.core.catalogue.Procedure;
import dev.hoso.results.Documents;
import dev.hoso.results.Paper;
import dev.hoso.results.Result;
import dev.hoso.results.ResultRequest;
import dev.hoso.results.Sealer;
import dev.hoso.results.Sealer.Finished;
import dev.hoso.results.Sealer.Reason;
import dev.hoso.results.bucket.Content;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Makes the document of a result of what was sent, or finds why it cannot be made. */
final class Making {
  static final Reason MISSING =
      new Reason("upload-missing", "What was uploaded is no longer there. Send it again.");

  /** An upload can be put again, and larger, after it was looked at at the door. */
  static final Reason TOO_LARGE =
      new Reason(
          "too-large",
          "What was uploaded has more than "
              + Documents.MOST_BYTES
              + " bytes. Send a smaller PDF.");

  private final Documents documents;
  private final Supplier<Sealer> sealer;
  private final Catalogue catalogue;

  Making(Documents documents, Supplier<Sealer> sealer, Catalogue catalogue) {
    this.documents = documents;
    this.sealer = sealer;
    this.catalogue = catalogue;
  }

  /**
   * Makes it.
   *
   * @param time goes into the signature
   */
  Finished make(Result result, Instant time) {
    String upload = result.sent().upload();
    if (upload == null) {
      return sealer.get().finish(paper(result), new byte[0], time);
    }
    Optional<Content> sent = documents.sent(upload);
    if (sent.isEmpty()) {
      return refused(MISSING);
    }
    return sent.get().whole()
        ? sealer.get().finish(paper(result), sent.get().bytes(), time)
        : refused(TOO_LARGE);
  }

  static Finished refused(Reason reason) {
    return new Finished.Refused(List.of(reason));
  }

  private Paper paper(Result result) {
    ResultRequest request = result.request();
    String procedure = request.procedure();
    return new Paper(
        request.number(),
        request.result(),
        request.source(),
        catalogue.unit(request.unit()).map(unit -> unit.name().vi()).orElse(request.unit()),
        request.title(),
        catalogue.procedure(procedure).map(Procedure::code).orElse(procedure),
        result.sent().fields());
  }
}
