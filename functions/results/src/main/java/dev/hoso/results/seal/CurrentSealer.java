package dev.hoso.results.seal;

import dev.hoso.core.CitizenPages;
import dev.hoso.core.Settings;
import dev.hoso.results.Sealer;
import dev.hoso.results.bucket.Bucket;
import dev.hoso.results.bucket.Content;
import dev.hoso.results.templates.ResultTemplates;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The sealer with the certificates that lie in the bucket now: read when they are needed and again
 * after five minutes, so that a new certificate needs no deployment.
 */
final class CurrentSealer implements Supplier<Sealer> {
  private static final Duration HOLDS = Duration.ofMinutes(5);

  /** More than any chain has; what is larger is something else. */
  private static final int LARGEST_PEM = 1 << 20;

  /** A sealer, with what it is made of and when that was last looked at. */
  private record Made(Sealer sealer, SealPapers papers, Instant at) {}

  private final Bucket bucket;
  private final InstantSource clock;
  private final SigningKey key;
  private final ResultTemplates templates;
  private final CitizenPages pages;
  private @Nullable Made made;

  CurrentSealer(Settings settings, Bucket bucket, @Nullable Path city, InstantSource clock) {
    this.bucket = bucket;
    this.clock = clock;
    this.key = new KmsSigningKey(settings);
    this.templates = ResultTemplates.load(city);
    this.pages = CitizenPages.of(settings);
  }

  /**
   * The sealer.
   *
   * @throws IllegalStateException where certificates are missing: a trouble of ours, tried again
   */
  @Override
  public synchronized Sealer get() {
    Instant now = clock.instant();
    Made last = made;
    if (last == null || last.at().plus(HOLDS).isBefore(now)) {
      last = lookedAgain(last, now);
      made = last;
    }
    return last.sealer();
  }

  /** Making one reads the rules of validation, which takes longer than a document does. */
  private Made lookedAgain(@Nullable Made last, Instant now) {
    SealPapers papers = SealPapers.of(text("settings/seal.pem"), text("settings/trust.pem"));
    return last != null && last.papers().equals(papers)
        ? new Made(last.sealer(), papers, now)
        : new Made(new PdfSealer(key, papers, templates, pages), papers, now);
  }

  private String text(String file) {
    byte[] bytes =
        bucket
            .read(file, LARGEST_PEM)
            .map(Content::bytes)
            .orElseThrow(() -> new IllegalStateException(file + " is not in the bucket"));
    return new String(bytes, StandardCharsets.US_ASCII);
  }
}
