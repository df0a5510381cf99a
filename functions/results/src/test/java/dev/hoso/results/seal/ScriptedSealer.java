package dev.hoso.results.seal;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.hoso.results.Document;
import dev.hoso.results.Paper;
import dev.hoso.results.Sealer;
import dev.hoso.results.Source;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Seals without a key: what was sent and a count, so that no two documents are the same; a signed
 * one stays as it is.
 */
final class ScriptedSealer implements Sealer {
  static final Reason NO_PDF = new Reason("not-a-pdf", "It cannot be read as a PDF.");

  /** What is put before a PDF to have it refused. */
  static final String BROKEN = "%PDF-broken";

  final List<Paper> papers = Collections.synchronizedList(new ArrayList<>());
  private final AtomicInteger count = new AtomicInteger();

  /** Something of ours that is out of reach, as long as it is not null. */
  volatile RuntimeException trouble;

  /** What happens elsewhere while a document is being made. */
  volatile Runnable meanwhile = () -> {};

  @Override
  public Finished finish(Paper paper, byte[] sent, Instant now) {
    papers.add(paper);
    if (trouble != null) {
      throw trouble;
    }
    meanwhile.run();
    if (new String(sent, UTF_8).startsWith(BROKEN)) {
      return new Finished.Refused(List.of(NO_PDF));
    }
    byte[] made = paper.source() == Source.SIGNED ? sent : made(paper, sent);
    return new Finished.Ready(Document.of(made), "CN=Sở Tư pháp", now);
  }

  private byte[] made(Paper paper, byte[] sent) {
    ByteArrayOutputStream made = new ByteArrayOutputStream();
    made.writeBytes(sent);
    made.writeBytes((paper.number() + " " + count.incrementAndGet()).getBytes(UTF_8));
    return made.toByteArray();
  }
}
