package dev.hoso.results;

import dev.hoso.core.Settings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a result: from how it is and what happens, to a decision. Pure.
 *
 * @param retention how long documents are kept after they were issued; zero for ever
 */
public record ResultRules(Duration retention) {
  /** Why a result is refused whose applicant wanted everything deleted before it was sealed. */
  public static final Sealer.Reason ERASED =
      new Sealer.Reason(
          "data-erased",
          "The applicant's data was deleted at their request before this result was sealed.");

  private static final Duration SOON = Duration.ofMinutes(1);
  private static final Duration LATEST = Duration.ofHours(1);

  /** The rules by {@code HOSO_RESULT_RETENTION_DAYS}; documents are kept for ever without it. */
  public static ResultRules of(Settings settings) {
    String days = settings.optional("HOSO_RESULT_RETENTION_DAYS").orElse("0");
    return new ResultRules(Duration.ofDays(Long.parseLong(days)));
  }

  /** Decides; a change is the next version. */
  public Decision decide(Result now, Command command, Instant time) {
    return switch (command) {
      case Command.Seal seal -> seal(now, seal.sealed(), time);
      case Command.Refuse refuse -> refuse(now, refuse.reasons(), time);
      case Command.Follow follow -> follow(now, follow.decided(), time);
      case Command.Revoke revoke -> revoke(now, revoke, time);
      case Command.HandOut handOut -> handOut(now, time);
      case Command.DeleteDocument delete -> deleteDocument(now, time);
      case Command.Erase erase -> erase(now, erase.title(), time);
    };
  }

  /**
   * When to look again at what has been waiting since then: after as long a time as it has waited,
   * so the gaps double, from a minute to an hour.
   */
  public static Instant later(Instant since, Instant time) {
    Duration waited = Duration.between(since, time);
    Duration gap = waited.compareTo(SOON) < 0 ? SOON : waited;
    return time.plus(gap.compareTo(LATEST) > 0 ? LATEST : gap);
  }

  /** The end of the document's time; null where it is kept for ever or is gone. */
  public @Nullable Instant keptUntil(Result now) {
    if (!now.hasDocument() || retention.isZero()) {
      return null;
    }
    Instant issuedAt = now.history().issuedAt();
    return (issuedAt == null ? now.standing().at() : issuedAt).plus(retention);
  }

  /** Whoever seals second finds it done, or refused, and leaves it so. */
  private static Decision seal(Result now, Sealed sealed, Instant time) {
    return now.status() == ResultStatus.RECEIVED
        ? changed(now.sealed(now.standing().to(ResultStatus.SEALED, time), sealed, time.plus(SOON)))
        : new Decision.Unchanged(now);
  }

  private static Decision refuse(Result now, List<Sealer.Reason> reasons, Instant time) {
    return now.status() == ResultStatus.RECEIVED
        ? changed(now.refused(now.standing().to(ResultStatus.REFUSED, time), reasons))
        : new Decision.Unchanged(now);
  }

  private static Decision follow(Result now, Decided decided, Instant time) {
    return switch (decided) {
      case Decided.Waits waits -> new Decision.Unchanged(now);
      case Decided.Issued issued -> issue(now, issued.issuedAt(), time);
      case Decided.Superseded superseded -> supersede(now, superseded, time);
    };
  }

  private static Decision issue(Result now, Instant issuedAt, Instant time) {
    return now.status() == ResultStatus.SEALED
        ? changed(
            now.became(
                now.standing().to(ResultStatus.ISSUED, time), now.history().issued(issuedAt), time))
        : new Decision.Unchanged(now);
  }

  private static Decision supersede(Result now, Decided.Superseded decided, Instant time) {
    boolean follows = now.status() == ResultStatus.SEALED || now.status() == ResultStatus.ISSUED;
    Instant known = now.history().issuedAt();
    History history =
        now.history().issued(known == null ? decided.issuedAt() : known).superseded(decided.by());
    return follows
        ? changed(now.became(now.standing().to(ResultStatus.SUPERSEDED, time), history, time))
        : new Decision.Unchanged(now);
  }

  private static Decision revoke(Result now, Command.Revoke revoke, Instant time) {
    return switch (now.status()) {
      case SEALED, ISSUED -> {
        Revocation revocation = new Revocation(revoke.reason(), revoke.by(), time);
        Standing next = now.standing().to(ResultStatus.REVOKED, time);
        yield changed(now.became(next, now.history().revoked(revocation), time));
      }
      case REVOKED -> new Decision.Unchanged(now);
      case RECEIVED, SUPERSEDED, REFUSED -> new Decision.NotAllowed(now);
    };
  }

  private static Decision handOut(Result now, Instant time) {
    boolean applicants =
        now.status() == ResultStatus.ISSUED || now.status() == ResultStatus.SUPERSEDED;
    return applicants && now.hasDocument()
        ? changed(now.became(now.standing().again(), now.history().handedOut(time), now.due()))
        : new Decision.NotAllowed(now);
  }

  private static Decision deleteDocument(Result now, Instant time) {
    return now.hasDocument()
        ? changed(now.became(now.standing().again(), now.history().documentDeleted(time), null))
        : new Decision.Unchanged(now);
  }

  private static Decision erase(Result now, String title, Instant time) {
    Result bare =
        now.asked(now.request().erased(title))
            .became(now.standing(), now.history().withoutReason(), now.due());
    if (now.status() == ResultStatus.RECEIVED) {
      return changed(bare.refused(now.standing().to(ResultStatus.REFUSED, time), List.of(ERASED)));
    }
    Result emptied =
        now.hasDocument()
            ? bare.became(bare.standing(), bare.history().documentDeleted(time), bare.due())
            : bare;
    return emptied.equals(now)
        ? new Decision.Unchanged(now)
        : changed(emptied.became(now.standing().again(), emptied.history(), emptied.due()));
  }

  private static Decision changed(Result result) {
    return new Decision.Changed(result);
  }
}
