package dev.hoso.dossiers.imports;

import dev.hoso.core.dynamo.Item;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The taking over of an older system's dossiers, as it is kept.
 *
 * @param source what the older system is called
 * @param mapping by which its file is read
 * @param tell whether applicants are told how their dossiers stand
 * @param bucket in which its file is
 * @param failure why its file cannot be read; null where it can
 */
public record Import(
    String id,
    String source,
    String mapping,
    boolean tell,
    String bucket,
    State state,
    @Nullable String failure,
    Instant createdAt,
    Progress progress) {

  public static Import of(Item item) {
    return new Import(
        item.text("id"),
        item.text("source"),
        item.text("mapping"),
        item.flag("tell"),
        item.text("bucket"),
        State.of(item.text("status")),
        item.textOrNull("failure"),
        item.time("createdAt"),
        Progress.of(item));
  }

  /** The same, whose file cannot be read. */
  Import failed(String reason) {
    return new Import(id, source, mapping, tell, bucket, state, reason, createdAt, progress);
  }

  /** Where its file lies in the bucket. */
  public String file() {
    return ImportBucket.FILES + id + ".csv";
  }

  /** Where the report of its refused lines lies. */
  public String report() {
    return ImportBucket.REPORTS + id + ".csv";
  }

  /** Whether nothing is going to be read any more. */
  public boolean over() {
    return switch (state) {
      case CANCELLED, DONE, FAILED -> true;
      case WAITING, RUNNING, PAUSED -> false;
    };
  }
}
