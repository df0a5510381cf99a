package dev.hoso.results;

import dev.hoso.core.ResultNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An electronic result (kết quả điện tử) of a dossier: what was asked for, and what became of it.
 *
 * @param sent what it is to be made of; {@link Sent#NOTHING} once it is sealed or refused
 * @param sealed null before that, and where it was refused
 * @param reasons why it was refused; empty where it was not
 * @param due when to look again at what is still to happen; null where nothing is
 */
public record Result(
    ResultRequest request,
    Standing standing,
    Sent sent,
    @Nullable Sealed sealed,
    List<Sealer.Reason> reasons,
    History history,
    @Nullable Instant due) {

  /** What is still to happen to a result is found by this in the index {@code due}. */
  static final String OWED = "result";

  /** How long the stream has for what is new before somebody else looks after it. */
  static final Duration STREAMS_TIME = Duration.ofMinutes(2);

  public Result {
    reasons = List.copyOf(reasons);
  }

  /** A result that was just asked for. */
  public static Result received(ResultRequest request, Sent sent) {
    Instant time = request.createdAt();
    return new Result(
        request,
        new Standing(ResultStatus.RECEIVED, time, 1),
        sent,
        null,
        List.of(),
        History.NONE,
        time.plus(STREAMS_TIME));
  }

  public ResultNumber number() {
    return request.number();
  }

  public ResultStatus status() {
    return standing.status();
  }

  /** Whether there is a document to hand out, to keep or to delete. */
  public boolean hasDocument() {
    return sealed != null && history.documentDeletedAt() == null;
  }

  Result sealed(Standing next, Sealed document, Instant look) {
    return new Result(request, next, Sent.NOTHING, document, reasons, history, look);
  }

  Result refused(Standing next, List<Sealer.Reason> why) {
    return new Result(request, next, Sent.NOTHING, sealed, why, history, null);
  }

  Result became(Standing next, History now, @Nullable Instant look) {
    return new Result(request, next, sent, sealed, reasons, now, look);
  }

  /** The same under another number: somebody else took the first. */
  public Result numbered(ResultNumber other) {
    return asked(request.numbered(other));
  }

  Result asked(ResultRequest other) {
    return new Result(other, standing, sent, sealed, reasons, history, due);
  }

  /** The same, to be looked at then. */
  public Result lookedAt(@Nullable Instant look) {
    return new Result(request, standing, sent, sealed, reasons, history, look);
  }
}
