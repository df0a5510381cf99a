package dev.hoso.dossiers;

import dev.hoso.core.FilingChannel;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the officer's system registered: what is asked for, by whom, where.
 *
 * @param procedure the national code, without an agency's suffix
 * @param unit the code of the unit that received it
 * @param receivedAt when it was accepted (ngày tiếp nhận), from which the clock runs; null before
 */
public record Filing(
    String procedure,
    String unit,
    FilingChannel channel,
    Applicant applicant,
    @Nullable Instant receivedAt,
    List<Document> documents,
    @Nullable Responsible responsible) {
  public Filing {
    documents = List.copyOf(documents);
  }

  Filing applicant(Applicant other) {
    return new Filing(procedure, unit, channel, other, receivedAt, documents, responsible);
  }

  /** The same at another unit, or with somebody else responsible. */
  Filing in(String other, @Nullable Responsible who) {
    return new Filing(procedure, other, channel, applicant, receivedAt, documents, who);
  }

  Filing receivedAt(Instant time) {
    return new Filing(procedure, unit, channel, applicant, time, documents, responsible);
  }
}
