package dev.hoso.dossiers.imports;

import dev.hoso.core.dynamo.Item;
import dev.hoso.core.dynamo.Update;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a file was read, and what came of it so far.
 *
 * @param etag of the file, null before it was first read: another file is not read on
 * @param offset where the next line begins, in bytes
 * @param size of the file in bytes
 * @param line the number of the last line that was read
 * @param lines how many of them are a dossier's
 * @param takenOver how many dossiers it has brought
 * @param same how many were here already with the same content
 * @param refused how many were not taken over
 * @param header the first line
 * @param readAt when the last line was read; null before
 */
public record Progress(
    @Nullable String etag,
    long offset,
    long size,
    int line,
    long lines,
    long takenOver,
    long same,
    long refused,
    @Nullable String header,
    @Nullable Instant readAt) {
  public static final Progress NONE = new Progress(null, 0, 0, 0, 0, 0, 0, 0, null, null);

  static Progress of(Item item) {
    return new Progress(
        item.textOrNull("etag"),
        item.numberOr("offset", 0),
        item.numberOr("size", 0),
        (int) item.numberOr("line", 0),
        item.numberOr("lines", 0),
        item.numberOr("takenOver", 0),
        item.numberOr("same", 0),
        item.numberOr("refused", 0),
        item.textOrNull("header"),
        item.timeOrNull("readAt"));
  }

  Update write(Update update) {
    return update
        .set("etag", etag)
        .set("offset", offset)
        .set("size", size)
        .set("line", line)
        .set("lines", lines)
        .set("takenOver", takenOver)
        .set("same", same)
        .set("refused", refused)
        .set("header", header)
        .set("readAt", readAt);
  }
}
