package dev.hoso.results;

import dev.hoso.core.DossierCode;
import dev.hoso.core.Time;
import dev.hoso.core.dynamo.Item;
import dev.hoso.core.dynamo.Update;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * That the applicant of a dossier wants their data deleted (xoá dữ liệu cá nhân, Law 91/2025/QH15),
 * and the record that it was. A dossier has at most one.
 *
 * @param requestedBy the role that asked for it, never a person's name
 * @param doneAt null while it is still to be done
 * @param deleted the documents that were deleted
 * @param due when to look again at what is still to happen; null where nothing is
 */
public record Erasure(
    DossierCode dossier,
    Instant requestedAt,
    String requestedBy,
    String reason,
    @Nullable Instant doneAt,
    List<Deleted> deleted,
    @Nullable Instant due) {

  /** Stands where results have their number. */
  static final String NUMBER = "erasure";

  /**
   * A document that was deleted.
   *
   * @param number the result's
   */
  public record Deleted(String number, String sha256) {}

  public Erasure {
    deleted = List.copyOf(deleted);
  }

  /** A wish that is still to be fulfilled. */
  public static Erasure requested(DossierCode dossier, Instant time, String by, String reason) {
    return new Erasure(dossier, time, by, reason, null, List.of(), time.plus(Result.STREAMS_TIME));
  }

  /** {@code requested} or {@code done}. */
  public String status() {
    return doneAt == null ? "requested" : "done";
  }

  static Map<String, String> key(DossierCode dossier) {
    return Map.of("dossier", dossier.value(), "number", NUMBER);
  }

  static Erasure read(Item item) {
    return new Erasure(
        new DossierCode(item.text("dossier")),
        item.time("requestedAt"),
        item.text("requestedBy"),
        item.text("reason"),
        item.timeOrNull("doneAt"),
        item.list("deleted").stream()
            .map(deleted -> new Deleted(deleted.text("number"), deleted.text("sha256")))
            .toList(),
        item.timeOrNull("due"));
  }

  /** The write that asks for it, where nobody did before. */
  Update request() {
    return Update.of(key(dossier))
        .ifAbsent("number")
        .set("status", status())
        .set("statusAt", requestedAt)
        .set("version", 1)
        .set("requestedAt", requestedAt)
        .set("requestedBy", requestedBy)
        .set("reason", reason)
        .set("owed", Result.OWED)
        .set("due", due == null ? null : Time.sortable(due));
  }

  /**
   * The write that records that it is done.
   *
   * @param again when to look once more for what somebody who was still at work has left; null
   *     where nobody can have been
   */
  static Update done(
      DossierCode dossier, List<Deleted> deleted, Instant time, @Nullable Instant again) {
    Update update = again == null ? finished(dossier) : look(dossier, again);
    return update
        .ifEquals("status", "requested")
        .set("status", "done")
        .set("statusAt", time)
        .set("doneAt", time)
        .set("documents", deleted.size())
        .set(
            "deleted",
            deleted.stream()
                .map(it -> Map.of("number", it.number(), "sha256", it.sha256()))
                .toList())
        .add("version", 1);
  }

  /** The write that looks at it again at another time. */
  static Update look(DossierCode dossier, Instant due) {
    return Update.of(key(dossier)).set("due", Time.sortable(due));
  }

  /** The write after which nothing is to happen any more. */
  static Update finished(DossierCode dossier) {
    return Update.of(key(dossier)).remove("owed").remove("due");
  }
}
